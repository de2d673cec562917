import type { WorkItem } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { counted, isLasting, isOfferedState, named } from './about.ts';
import { type WorkSource, workId } from './work-source.ts';

const DAY_MS = 86_400_000;
const YEAR = 365;
/** It harms nobody; it only stands in the way. */
const WEIGHT = 0.1;

export interface UnusedDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'uses' | 'eventsBetween' | 'textNotes'>;
}

/**
 * Articles that were there all year and that no customer got an answer of: to be archived. Nothing is said before the ledger
 * itself is a year old, and nothing of what is there for emergencies (`handling: hand-over`) or by rule (`compliance`).
 */
export function unusedArticles({ bank, ledger }: UnusedDeps): WorkSource {
  const reach = reachOf(ledger);
  return async (ctx) => {
    if (!(await reach(ctx))) return [];
    const since = yearBefore(ctx).toISOString();
    const [uses, notes] = await Promise.all([ledger.uses(since), ledger.textNotes(since)]);
    const young = new Set(
      notes.filter(({ newAt }) => newAt !== null && newAt > since).map(({ article }) => article.id),
    );
    return bank().articles.flatMap(({ id, texts }): WorkItem[] => {
      const [first] = texts;
      const meant = texts.every((text) => isLasting(text) && isOfferedState(text) && text.governance === 'experience');
      if (!first || !meant || first.handling === 'hand-over' || (uses.get(id) ?? 0) > 0 || young.has(id)) return [];
      return [
        {
          id: workId('unused', id),
          kind: 'unused',
          weight: WEIGHT,
          articles: texts.map(named),
          owner: first.owner,
          languages: texts.map(({ lang }) => lang).sort(),
          since,
          evidence: [counted('uses', 0, YEAR)],
          action: 'archive',
        },
      ];
    });
  };
}

/** Whether the ledger reaches back a year; asked once a day, since it does not change back. */
function reachOf(ledger: Pick<Ledger, 'eventsBetween'>): (ctx: Ctx) => Promise<boolean> {
  let asked: { day: string; reaches: boolean } | null = null;
  return async (ctx) => {
    const day = ctx.now.toISOString().slice(0, 10);
    if (asked?.day === day) return asked.reaches;
    const until = yearBefore(ctx);
    const since = new Date(until.getTime() - 30 * DAY_MS);
    const reaches = (await ledger.eventsBetween(since.toISOString(), until.toISOString())).length > 0;
    asked = { day, reaches };
    return reaches;
  };
}

function yearBefore({ now }: Ctx): Date {
  return new Date(now.getTime() - YEAR * DAY_MS);
}
