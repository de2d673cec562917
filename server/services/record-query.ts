import type { Lang } from '../domain/language.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger, LedgerAsk, LedgerQuery } from '../ports/ledger.ts';

export interface RecordQueryDeps {
  ledger: Pick<Ledger, 'recordQuery'>;
  /** Takes personal data out of what a person wrote. */
  redact: (text: string) => string;
  /** The agent's name for this month; nothing leads back from it. */
  pseudonym: (principalId: string, now: Date) => string;
  /** A keyed name of a host's customer, which stays the same. */
  customerName: (customer: string) => string;
  /** Told of a query that could not be kept. */
  lost: (error: unknown) => void;
}

/** A query with the words as they came. */
export interface AskedQuery {
  by: LedgerQuery['by'];
  text: string;
  asks: LedgerAsk[];
  lang: Lang | null;
  channel?: string | undefined;
  market?: string | null | undefined;
  case?: string | undefined;
  customer?: string | undefined;
  receivedAt?: string | undefined;
}

/** Keeps what was asked, redacted. It takes a fraction of a millisecond: nobody waits for the disk. */
export type RecordQuery = (asked: AskedQuery, ctx: Ctx) => void;

export function recordQuery(deps: RecordQueryDeps): RecordQuery {
  return (asked, ctx) => {
    try {
      deps.ledger.recordQuery(asKept(asked, ctx, deps));
    } catch (error) {
      // An answer is worth more than its record.
      deps.lost(error);
    }
  };
}

function asKept(asked: AskedQuery, ctx: Ctx, { redact, pseudonym, customerName }: RecordQueryDeps): LedgerQuery {
  const text = redact(asked.text);
  const kept = (words: string | null) => (words === null ? null : words === asked.text ? text : redact(words));
  return {
    id: ctx.requestId,
    at: momentOf(asked.receivedAt, ctx.now),
    agent: pseudonym(ctx.principal.id, ctx.now),
    case: asked.case ?? null,
    customer: asked.customer === undefined ? null : customerName(asked.customer),
    channel: asked.channel ?? null,
    market: asked.market ?? null,
    lang: asked.lang,
    text,
    asks: asked.asks.map((ask) => ({ ...ask, text: kept(ask.text) })),
    by: asked.by,
  };
}

/** The moment a host gave, unless it is still to come: then now. ISO 8601 in UTC. */
export function momentOf(given: string | undefined, now: Date): string {
  const moment = given === undefined ? now.getTime() : Date.parse(given);
  return new Date(Math.min(moment, now.getTime())).toISOString();
}
