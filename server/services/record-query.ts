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

/** Keeps what was asked, redacted, after the answer: nobody waits for it. */
export type RecordQuery = (asked: AskedQuery, ctx: Ctx) => void;

export function recordQuery({ ledger, redact, pseudonym, customerName }: RecordQueryDeps): RecordQuery {
  return (asked, ctx) => {
    setImmediate(() => {
      ledger.recordQuery({
        id: ctx.requestId,
        at: momentOf(asked.receivedAt, ctx.now),
        agent: pseudonym(ctx.principal.id, ctx.now),
        case: asked.case ?? null,
        customer: asked.customer === undefined ? null : customerName(asked.customer),
        channel: asked.channel ?? null,
        market: asked.market ?? null,
        lang: asked.lang,
        text: redact(asked.text),
        asks: asked.asks.map((ask) => ({ ...ask, text: ask.text === null ? null : redact(ask.text) })),
        by: asked.by,
      });
    });
  };
}

/** The moment a host gave, unless it is still to come: then now. ISO 8601 in UTC. */
export function momentOf(given: string | undefined, now: Date): string {
  const moment = given === undefined ? now.getTime() : Date.parse(given);
  return new Date(Math.min(moment, now.getTime())).toISOString();
}
