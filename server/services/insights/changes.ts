import type { InsightsOutput } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { History } from '../../ports/history.ts';
import type { Ledger, LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { acceptanceOf } from './answering.ts';
import { shown } from './figure.ts';
import { nameOf } from './slice.ts';

const WEEKS = 14 * 86_400_000;
/** Changes that are marked, the newest; and versions of a text that are looked through. */
const MOST = 100;
const LOOKED_THROUGH = 20;

export interface ChangesDeps {
  ledger: Pick<Ledger, 'textNotes'>;
  history: Pick<History, 'log'>;
}

interface Reading {
  bank: LiveBank;
  ctx: Ctx;
  queries: LedgerQuery[];
  events: LedgerEvent[];
}

/** Changes to articles in a span, newest first, each with how often its answers were taken before and after. */
export function changesBetween({ ledger, history }: ChangesDeps) {
  return async (
    { from, until }: { from: number; until: number },
    reading: Reading,
  ): Promise<InsightsOutput['changes']> => {
    const inside = (iso: string | null) => iso !== null && Date.parse(iso) >= from && Date.parse(iso) < until;
    const notes = await ledger.textNotes(new Date(from).toISOString());
    const ids = new Set(
      notes.filter(({ changedAt, newAt }) => inside(changedAt) || inside(newAt)).map(({ article }) => article.id),
    );
    const articles = [...ids].flatMap((id) => reading.bank.byId.get(id) ?? []).slice(0, MOST);
    const revisions = await Promise.all(
      articles.map(async ({ id, texts }) => {
        const logs = await Promise.all(texts.map(({ path }) => history.log(path, LOOKED_THROUGH)));
        const once = new Map(logs.flat().map((revision) => [revision.id, revision]));
        return [...once.values()].filter(({ at }) => inside(at)).map((revision) => ({ id, revision }));
      }),
    );
    return revisions
      .flat()
      .sort((a, b) => b.revision.at.localeCompare(a.revision.at))
      .slice(0, MOST)
      .map(({ id, revision: { at, message } }) => ({
        at: new Date(at).toISOString(),
        article: nameOf(id, reading),
        message: message.split('\n')[0] ?? '',
        effect: effectOf(id, Date.parse(at), reading),
      }));
  };
}

/** Acceptance of the article in the two weeks before a moment, and in the two weeks after. */
export function effectOf(id: string, at: number, { queries, events }: Pick<Reading, 'queries' | 'events'>) {
  const between = (from: number, until: number) => {
    const inside = ({ at: moment }: { at: string }) => Date.parse(moment) >= from && Date.parse(moment) < until;
    return shown(acceptanceOf(id, queries.filter(inside), events));
  };
  return { before: between(at - WEEKS, at), after: between(at, at + WEEKS) };
}
