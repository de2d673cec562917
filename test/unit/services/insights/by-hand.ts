import type { LedgerEvent, LedgerQuery } from '../../../../server/ports/ledger.ts';

let count = 0;

/** A message at a minute of one Monday, for which `article` was suggested, or nothing. */
export function query(minute: number, article: string | null, more: Partial<LedgerQuery> = {}): LedgerQuery {
  count += 1;
  const reason = article === null ? ('below-bar' as const) : null;
  return {
    id: `q${count}`,
    at: at(minute),
    agent: `a${count % 5}`,
    case: null,
    customer: null,
    channel: 'email',
    market: null,
    lang: 'sv',
    text: 'x',
    asks: [{ text: 'x', reason, article: article === null ? null : { id: article, lang: 'sv' }, relevance: null }],
    by: 'suggest',
    ...more,
  };
}

export function event(type: LedgerEvent['type'], minute: number, more: Partial<LedgerEvent> = {}): LedgerEvent {
  count += 1;
  return { id: `e${count}`, type, at: at(minute), receivedAt: at(minute), agent: `a${count % 5}`, ...more };
}

export function at(minute: number): string {
  return new Date(Date.parse('2026-11-16T08:00:00Z') + minute * 60_000).toISOString();
}
