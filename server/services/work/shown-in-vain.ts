import type { Evidence, WorkItem, WorkKind } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';
import { grouped } from '../gaps/asked-in-vain.ts';
import type { FindGaps } from '../gaps/find-gaps.ts';
import type { LiveBank } from '../live-bank.ts';
import { counted, isLasting, isOfferedState, named } from './about.ts';
import { type WorkSource, workId } from './work-source.ts';

const DAY_MS = 86_400_000;
const DAYS = 28;
const USED = ['insert', 'copy', 'used', 'sent'];
/** Dismissed by so many cases, and so surely by more than half of those that got to see it. */
const DISMISSALS = 4;
const HALF = 0.5;
/** Of one side: an estimate this far below is exceeded nine times of ten. */
const Z = 1.2816;
/** Shown first to so many cases without one use, which by chance would happen to one article in so many. */
const SHOWINGS = 8;
const BY_CHANCE = 0.001;
const PHRASINGS = 3;

export interface ShownInVainDeps {
  ledger: Pick<Ledger, 'queries' | 'eventsBetween'>;
  bank: () => LiveBank;
  /** Whoever asks what nothing answers is shown something else: that is no fault of what is shown. */
  gaps: FindGaps;
}

/** What became of an article; by distinct case. `shown`: in the first place. */
interface Showings {
  articleId: string;
  shown: Set<string>;
  used: Set<string>;
  dismissed: Set<string>;
  reasons: string[];
  phrasings: { text: string; lang: string | null }[];
  firstAt: string;
}

/** Articles that agents keep putting away where they are suggested. */
export function dismissedOften(deps: ShownInVainDeps): WorkSource {
  return async (ctx) => {
    const { all } = await showings(deps, ctx);
    return all.filter(isDismissed).flatMap((showing) => itemOf('dismissed', showing, { deps, ctx }));
  };
}

/** Articles that come first time and again and are never used, against how often others are. */
export function neverUsed(deps: ShownInVainDeps): WorkSource {
  return async (ctx) => {
    const { all, usual } = await showings(deps, ctx);
    const inVain = all.filter(
      (showing) =>
        showing.used.size === 0 &&
        showing.shown.size >= SHOWINGS &&
        (1 - usual) ** showing.shown.size <= BY_CHANCE &&
        !isDismissed(showing),
    );
    return inVain.flatMap((showing) => itemOf('never-used', showing, { deps, ctx }));
  };
}

function isDismissed({ dismissed, used }: Showings): boolean {
  const put = dismissed.size;
  return put >= DISMISSALS && lowest(put, put + [...used].filter((one) => !dismissed.has(one)).length) >= HALF;
}

/** The lower end of what a share of `hits` in `of` may mean (Wilson, 1927). */
function lowest(hits: number, of: number): number {
  const share = hits / of;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * of);
  return (centre - Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
}

async function showings({ ledger, gaps }: ShownInVainDeps, ctx: Ctx): Promise<{ all: Showings[]; usual: number }> {
  const since = new Date(ctx.now.getTime() - DAYS * DAY_MS).toISOString();
  const until = new Date(ctx.now.getTime() + 1).toISOString();
  const [queries, events, found] = await Promise.all([
    ledger.queries({ since, until, by: 'suggest' }),
    ledger.eventsBetween(since, until),
    gaps(ctx),
  ]);
  const inGaps = new Set(found.filter(({ state }) => state !== 'closed').flatMap(({ requests }) => requests));
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const byRequest = grouped(
    events.filter(({ id }) => !undone.has(id)),
    ({ requestId }) => requestId,
  );
  const all = new Map<string, Showings>();
  for (const query of queries.filter(({ id }) => !inGaps.has(id))) note(query, byRequest.get(query.id) ?? [], all);
  const known = [...all.values()];
  const sum = (of: (showing: Showings) => number) => known.reduce((total, showing) => total + of(showing), 0);
  const shown = sum((showing) => showing.shown.size);
  return {
    all: known,
    usual: shown === 0 ? 0 : sum(({ used, shown: first }) => [...used].filter((one) => first.has(one)).length) / shown,
  };
}

function note(query: LedgerQuery, events: LedgerEvent[], all: Map<string, Showings>): void {
  // What nobody says anything of may never have been looked at.
  if (events.length === 0) return;
  const whose = query.customer ?? query.case ?? query.id;
  const first = new Set(query.asks.flatMap(({ article }) => article?.id ?? []));
  const ids = new Set([...first, ...events.flatMap(({ article }) => article?.id ?? [])]);
  for (const articleId of ids) {
    const one = all.get(articleId) ?? {
      ...{ articleId, shown: new Set(), used: new Set(), dismissed: new Set() },
      ...{ reasons: [], phrasings: [], firstAt: query.at },
    };
    all.set(articleId, one);
    const own = events.filter(({ article }) => article?.id === articleId);
    if (first.has(articleId)) one.shown.add(whose);
    if (own.some(({ type }) => USED.includes(type))) one.used.add(whose);
    const put = own.filter(({ type }) => type === 'dismiss');
    if (put.length > 0) {
      one.dismissed.add(whose);
      one.reasons.push(...put.flatMap(({ reason }) => reason ?? []));
    }
    const inVain = put.length > 0 || (first.has(articleId) && one.used.size === 0);
    if (query.text !== null && inVain) one.phrasings.push({ text: query.text, lang: query.lang });
  }
}

function itemOf(
  kind: WorkKind & ('dismissed' | 'never-used'),
  showing: Showings,
  { deps, ctx }: { deps: ShownInVainDeps; ctx: Ctx },
): WorkItem[] {
  const texts = deps.bank().byId.get(showing.articleId)?.texts ?? [];
  const lang = showing.phrasings.at(-1)?.lang;
  const text = texts.find((each) => each.lang === lang) ?? texts[0];
  if (!text || !isLasting(text) || !isOfferedState(text) || text.handling === 'hand-over') return [];
  const vain = kind === 'dismissed' ? showing.dismissed.size : showing.shown.size;
  const days = Math.max(7, Math.ceil((ctx.now.getTime() - Date.parse(showing.firstAt)) / DAY_MS));
  const reasons = grouped(showing.reasons, (reason) => reason);
  const evidence: Evidence[] = [
    counted(kind === 'dismissed' ? 'dismissals' : 'showings', vain, days),
    counted('uses', showing.used.size, days),
    ...[...reasons].map(([reason, all]) => counted(`reason: ${reason}`, all.length, days)),
    ...showing.phrasings
      .slice(-PHRASINGS)
      .map((each): Evidence => ({ kind: 'words', from: 'customer', text: each.text, lang: each.lang })),
  ];
  return [
    {
      id: workId(kind, text.id),
      kind,
      weight: (vain * 7) / days,
      articles: [named(text)],
      owner: text.owner,
      languages: [...new Set(showing.phrasings.flatMap((each) => each.lang ?? []))],
      since: showing.firstAt,
      evidence,
      action: 'edit',
    },
  ];
}
