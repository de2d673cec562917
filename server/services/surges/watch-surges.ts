import { createHash } from 'node:crypto';
import { setImmediate as pause, setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../domain/article.ts';
import { endedIncidents, runningIncidents } from '../../domain/incident.ts';
import type { Surge } from '../../domain/incident-desk.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { EventBus } from '../../ports/event-bus.ts';
import type { Ledger, LedgerQuery } from '../../ports/ledger.ts';
import { textToRead } from '../../retrieval/choose.ts';
import { templatesIn, withParts } from '../incidents/incident-texts.ts';
import type { LiveBank } from '../live-bank.ts';
import { AskedVectors } from './asked-vectors.ts';
import { type Asked, type FoundSurge, findSurges, SURGE } from './find-surges.ts';
import { nearestTo, phrasingsOf } from './nearest-incident.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What is told of a surge: as long as a lead may want to know why last week was hard. */
const TOLD = 7 * DAY;
/** What the usual level is taken from. */
const LOOKED_AT = 28 * DAY;
/** A surge is still on as long as somebody wrote of it within this. */
const STILL = 3 * HOUR;
/** Messages looked at; of more the newest. */
const MOST = 12_000;
/** How long whoever asks waits for what was asked last to be looked through. */
const PATIENCE_MS = 10_000;
const PHRASINGS = 5;

export interface WatchSurgesDeps {
  ledger: Pick<Ledger, 'queries'>;
  bank: () => LiveBank | null;
  embedder: () => Embedder | null;
  /** The sentences of a message, as they are searched. */
  partsOf: (text: string) => string[];
  events: Pick<EventBus, 'publish'>;
  clock: Clock;
}

interface AskedQuery extends Asked {
  query: LedgerQuery;
}

interface Known {
  id: string;
  surge: FoundSurge<AskedQuery>;
  /** The template that comes nearest. */
  template: Article | null;
  /** An incident was raised for it. */
  answered: boolean;
}

export interface SurgeWatch {
  /** What was asked unusually often lately, the newest first; nothing where there is no model. */
  surges(ctx: Ctx): Promise<Surge[]>;
  /** Looks whether something new is asked unusually often, and tells leads, once for each surge. */
  look(): Promise<void>;
}

/** Watches whether many customers write about one thing in a short time. One surge has one id as it grows. */
export function watchSurges(deps: WatchSurgesDeps): SurgeWatch {
  const vectors = new AskedVectors(deps.embedder, deps.partsOf);
  let known: Known[] = [];
  let seen = '';
  let looked = new Set<string>();
  let looking: Promise<void> | null = null;
  const told = new Set<string>();

  const look = async (patience = Number.POSITIVE_INFINITY): Promise<void> => {
    const bank = deps.bank();
    if (!bank || !deps.embedder()) return;
    const now = deps.clock.now();
    const span = {
      since: new Date(now.getTime() - LOOKED_AT).toISOString(),
      until: after(now),
      by: 'suggest' as const,
    };
    const queries = (await deps.ledger.queries(span)).filter(isAsking).slice(-MOST);
    const incidents = [
      ...runningIncidents(bank.articles, now),
      ...endedIncidents(bank.articles, daysAgo(now), now).map(({ article }) => article),
    ];
    const what = [queries.length, queries.at(-1)?.id, incidents.map(({ id }) => id)].join();
    if (what === seen) return;
    const made = await vectors.of(
      queries.map(({ text }) => text as string),
      bank,
      patience,
    );
    if (!made) return;
    const asked = queries.map(
      (query, i): AskedQuery => ({
        id: query.id,
        at: Date.parse(query.at),
        key: query.case ?? query.customer ?? query.id,
        vector: made[i] as Float32Array,
        query,
      }),
    );
    // Only windows that something new fell into are looked through again.
    const news = asked.filter(({ id }) => !looked.has(id)).map(({ at }) => at);
    const from = Math.max(now.getTime() - TOLD, Math.min(now.getTime(), ...news) - SURGE.flank);
    const found = await findSurges(asked, from, () => pause());
    const again = new Set(found.flatMap(({ members }) => members.map(({ id }) => id)));
    const before = known
      .map(({ surge }) => surge)
      .filter(({ lastAt, members }) => lastAt > now.getTime() - TOLD && !members.some(({ id }) => again.has(id)));
    known = await described([...found, ...before], incidents, bank);
    looked = new Set(asked.map(({ id }) => id));
    seen = what;
    tell(now);
  };

  const described = async (found: FoundSurge<AskedQuery>[], incidents: Article[], bank: LiveBank): Promise<Known[]> => {
    const embedded = async (article: Article) => {
      const phrasings = withParts(article, bank).flatMap(phrasingsOf);
      return { article, vectors: (await vectors.of(phrasings, bank)) ?? [] };
    };
    const about = found.length === 0 ? [] : await Promise.all(incidents.map(embedded));
    const templates = found.length === 0 ? [] : await Promise.all(templatesIn(bank).map(embedded));
    return found.map((surge) => ({
      id: idOf(surge, known),
      surge,
      template: nearestTo(surge.centre, templates)?.article ?? null,
      answered:
        incidents.some((incident) => ranDuring(incident, surge) && answers(incident, surge, bank)) ||
        nearestTo(
          surge.centre,
          about.filter(({ article }) => ranDuring(article, surge)),
        ) !== null,
    }));
  };

  /** What began before the first look is no news to anybody but the list. */
  const tell = (now: Date): void => {
    for (const { id, surge, answered } of known) {
      if (told.has(id) || answered || now.getTime() - surge.lastAt > STILL) continue;
      told.add(id);
      deps.events.publish({ type: 'surge', surge: id }, { to: 'leads', name: null });
    }
  };

  const oneAtATime = (patience?: number): Promise<void> => {
    looking ??= look(patience).finally(() => {
      looking = null;
    });
    return looking;
  };

  return {
    look: () => oneAtATime(),
    async surges(ctx) {
      const ends = performance.now() + PATIENCE_MS;
      // What is being looked through began before the last messages came.
      await Promise.race([looking?.catch(() => undefined), sleep(PATIENCE_MS, undefined, { ref: false })]);
      if (performance.now() < ends) await oneAtATime(ends);
      return known
        .filter(({ answered }) => !answered)
        .map((each) => describeSurge(each, { bank: deps.bank(), ctx }))
        .sort((a, b) => b.lastAt.localeCompare(a.lastAt));
    },
  };
}

function isAsking({ text, asks }: LedgerQuery): boolean {
  return (
    text !== null &&
    text.trim() !== '' &&
    !asks.every(({ reason }) => reason === 'no-question' || reason === 'empty-query')
  );
}

function after(now: Date): string {
  return new Date(now.getTime() + 1).toISOString();
}

function daysAgo(now: Date): Date {
  return new Date(now.getTime() - TOLD);
}

/** Whether an incident ran while customers wrote, or soon after. */
function ranDuring({ texts: [text] }: Article, { from, lastAt }: FoundSurge<AskedQuery>): boolean {
  const [begins, ends] = [Date.parse(text?.validFrom ?? ''), Date.parse(text?.validUntil ?? '')];
  return begins <= lastAt + STILL && ends >= from;
}

/** Whether half of those who wrote were shown what the incident answers. */
function answers(incident: Article, { members }: FoundSurge<AskedQuery>, bank: LiveBank): boolean {
  const own = new Set(withParts(incident, bank).map(({ id }) => id));
  const shown = members.filter(({ query }) =>
    query.asks.some(({ article }) => article !== null && own.has(article.id)),
  );
  return shown.length * 2 >= members.length;
}

/** A surge that grows keeps the name that it was told by. */
function idOf(surge: FoundSurge<AskedQuery>, known: Known[]): string {
  const ids = new Set(surge.members.map(({ id }) => id));
  const before = known.find(
    ({ surge: { members } }) => members.filter(({ id }) => ids.has(id)).length * 3 >= members.length,
  );
  if (before) return before.id;
  return createHash('sha256')
    .update(surge.members[0]?.id ?? '')
    .digest('hex')
    .slice(0, 16);
}

function describeSurge({ id, surge, template }: Known, { bank, ctx }: { bank: LiveBank | null; ctx: Ctx }): Surge {
  const queries = surge.members.map(({ query }) => query);
  const all = (of: (query: LedgerQuery) => string | null) =>
    [...new Set(queries.flatMap((query) => of(query) ?? []))].sort();
  const typical = surge.typical.query.text as string;
  const title = template && bank && (textToRead(template, [ctx.locale], bank.settings)?.title ?? template.id);
  return {
    id,
    name: typical,
    phrasings: [...new Set([typical, ...queries.map(({ text }) => text as string)])].slice(0, PHRASINGS),
    languages: all(({ lang }) => lang),
    channels: all(({ channel }) => channel),
    markets: all(({ market }) => market),
    from: new Date(surge.from).toISOString(),
    lastAt: new Date(surge.lastAt).toISOString(),
    cases: surge.cases,
    count: queries.length,
    usual: Math.round(surge.usual * 10) / 10,
    template: template && title ? { id: template.id, title } : null,
  };
}
