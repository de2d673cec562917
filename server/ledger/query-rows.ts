import type { AbstentionReason } from '../domain/suggestion.ts';
import type { LedgerAsk, LedgerQuery } from '../ports/ledger.ts';
import type { AsksTable, QueriesTable } from './tables.ts';

export function rowOfQuery(query: LedgerQuery): QueriesTable {
  const { id, at, agent, customer, channel, market, lang, text, by } = query;
  return { id, at, agent, case_ref: query.case, customer, channel, market, lang, text, asked_by: by };
}

/** A question that is the whole query has no words of its own, so that they are kept once. */
export function rowsOfAsks({ id, text, asks }: LedgerQuery): AsksTable[] {
  return asks.map((ask, place) => ({
    id: `${id} ${place}`,
    query_id: id,
    place,
    text: ask.text === text ? null : ask.text,
    whole: ask.text === text ? 1 : 0,
    reason: ask.reason,
    article_id: ask.article?.id ?? null,
    article_lang: ask.article?.lang ?? null,
    relevance: ask.relevance,
  }));
}

export function queryIn(row: QueriesTable, asks: AsksTable[]): LedgerQuery {
  const { id, at, agent, customer, channel, market, lang, text } = row;
  return {
    ...{ id, at, agent, case: row.case_ref, customer, channel, market, lang, text },
    asks: asks.map((ask) => askIn(ask, text)),
    by: row.asked_by === 'search' ? 'search' : 'suggest',
  };
}

function askIn(row: AsksTable, whole: string | null): LedgerAsk {
  return {
    text: row.whole === 1 ? whole : row.text,
    reason: row.reason as AbstentionReason | null,
    article: row.article_id === null ? null : { id: row.article_id, lang: row.article_lang ?? '' },
    relevance: row.relevance,
  };
}
