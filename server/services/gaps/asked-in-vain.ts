import type { Lang } from '../../domain/language.ts';
import type { LedgerAsk, LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';

/** A question that nothing answered, as far as can be told from what agents did. */
export interface AskedInVain {
  /** The query's id and the question's place in it. */
  id: string;
  queryId: string;
  text: string;
  lang: Lang | null;
  channel: string | null;
  market: string | null;
  at: string;
  /** The host's reference of the case. */
  caseRef: string | null;
  /** The same for all that one customer, or one case, asked. */
  whose: string;
  /** What was shown in vain. */
  shown: { id: string; relevance: number | null } | null;
  /** False where it is only likely that nothing answered it: such a one counts, but makes no gap. */
  sure: boolean;
}

const UNANSWERED = ['below-bar', 'nothing-in-scope', 'other-market', 'no-model'];
/** What an agent did with an answer that helped. */
const HELPED = ['insert', 'copy', 'used'];
/** An answer that is likelier than this was most likely right, although its agent wrote one of their own. */
const LIKELY = 0.5;
/** Shorter words of a search are a look-up, not a question. */
const WORDS_OF_A_SEARCH = 3;

/** The questions that nothing answered: abstained from, or answered with what the agent said does not fit. */
export function askedInVain(queries: LedgerQuery[], events: LedgerEvent[]): AskedInVain[] {
  const done = doneWith(queries, events);
  return queries.flatMap((query) => {
    const own = done.of(query);
    if (own.helped) return [];
    return query.asks.flatMap((ask, place): AskedInVain[] => {
      const sure = isSure(ask, query, own);
      if (ask.text === null || ask.text.trim() === '' || sure === null) return [];
      const { id: queryId, lang, channel, market, at, case: caseRef } = query;
      const shown = ask.article ? { id: ask.article.id, relevance: ask.relevance } : null;
      const whose = whoseOf(query, ask.text);
      return [
        { id: `${queryId} ${place}`, queryId, text: ask.text, lang, channel, market, at, caseRef, whose, shown, sure },
      ];
    });
  });
}

/** null where it was answered, or nothing was asked. */
function isSure(ask: LedgerAsk, query: LedgerQuery, done: Done): boolean | null {
  if (query.by === 'search') {
    const words = ask.text?.match(/\p{L}+/gu)?.length ?? 0;
    return ask.reason !== null && words >= WORDS_OF_A_SEARCH ? false : null;
  }
  if (ask.reason !== null) return UNANSWERED.includes(ask.reason) ? true : null;
  if (done.fitsNone) return true;
  if (!done.ownReply) return null;
  return (ask.relevance ?? 1) < LIKELY;
}

/** What an agent did about one query. */
interface Done {
  helped: boolean;
  fitsNone: boolean;
  ownReply: boolean;
}

function doneWith(queries: LedgerQuery[], events: LedgerEvent[]) {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const kept = events.filter(({ id, type }) => type !== 'undo' && !undone.has(id));
  const byRequest = grouped(kept, ({ requestId }) => requestId);
  const byCase = grouped(kept, (event) => event.case);
  const searches = new Set(queries.flatMap(({ id, by }) => (by === 'search' ? [id] : [])));
  return {
    of({ id, case: caseRef, at }: LedgerQuery): Done {
      const own = byRequest.get(id) ?? [];
      const later = caseRef === null ? [] : (byCase.get(caseRef) ?? []).filter((event) => event.at >= at);
      const helps = ({ type, article }: LedgerEvent) =>
        HELPED.includes(type) || (type === 'sent' && article !== undefined);
      const searched = later.filter(({ requestId }) => requestId === undefined || searches.has(requestId));
      const replies = [...own, ...later.filter(({ requestId }) => requestId === undefined)];
      return {
        helped: own.some(helps) || searched.some(helps),
        fitsNone: own.some(({ type }) => type === 'none-fit'),
        ownReply: replies.some(({ type, article }) => type === 'sent' && article === undefined),
      };
    },
  };
}

export function grouped<T>(all: T[], keyOf: (one: T) => string | undefined | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined || key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Where a host names neither customer nor case, the same words on one day are one case that was looked at again. */
function whoseOf({ customer, case: caseRef, at }: LedgerQuery, text: string): string {
  if (customer !== null) return `customer ${customer}`;
  if (caseRef !== null) return `case ${caseRef}`;
  return `${at.slice(0, 10)} ${sameWords(text)}`;
}

/** The same for texts that differ in nothing but case, spaces and punctuation. */
export function sameWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
