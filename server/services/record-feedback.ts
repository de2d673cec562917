import type { Ctx } from '../domain/principal.ts';
import type { Ledger, LedgerEvent } from '../ports/ledger.ts';
import { readEvent } from './feedback-event.ts';
import { momentOf } from './record-query.ts';
import { requireScope } from './scope.ts';

export interface RecordFeedbackDeps {
  ledger: Pick<Ledger, 'record'>;
  /** Takes personal data out of what a person wrote. */
  redact: (text: string) => string;
  /** The agent's name for this month; nothing leads back from it. */
  pseudonym: (principalId: string, now: Date) => string;
}

export interface RecordFeedbackOutput {
  accepted: number;
  duplicates: number;
  rejected: { id: string; error: string }[];
}

/** Keeps what agents did. Each event stands for itself: one that is wrong is named, the others are kept, on disk. */
export function recordFeedback(deps: RecordFeedbackDeps) {
  return async (events: unknown[], ctx: Ctx): Promise<RecordFeedbackOutput> => {
    requireScope(ctx, 'feedback');
    const agent = deps.pseudonym(ctx.principal.id, ctx.now);
    const receivedAt = ctx.now.toISOString();
    const kept: LedgerEvent[] = [];
    const rejected: RecordFeedbackOutput['rejected'] = [];
    let unkept = 0;
    events.forEach((raw, place) => {
      const read = readEvent(raw);
      if ('error' in read) {
        rejected.push({ id: idOf(raw) ?? `events.${place}`, error: read.error });
        return;
      }
      const { subject, text, reason, keep, ...rest } = read.event;
      if (keep === false) {
        unkept += 1;
        return;
      }
      kept.push({
        ...rest,
        at: momentOf(rest.at, ctx.now),
        ...(subject === undefined ? {} : { subject: deps.redact(subject) }),
        ...(text === undefined ? {} : { text: deps.redact(text) }),
        ...(reason === undefined ? {} : { reason: deps.redact(reason) }),
        receivedAt,
        agent,
      });
    });
    const { accepted, duplicates } = await deps.ledger.record(kept);
    // To the sender they are done with: sent again they would be as little kept.
    return { accepted: accepted + unkept, duplicates, rejected };
  };
}

function idOf(raw: unknown): string | null {
  const id = raw !== null && typeof raw === 'object' && 'id' in raw ? raw.id : null;
  return typeof id === 'string' && id !== '' ? id.slice(0, 100) : null;
}
