import type { Flag } from '../domain/flag.ts';
import type { LedgerFlag } from '../ports/ledger.ts';

/** A flag as `reader` sees it: whose it is is told to nobody but its author. */
export function describeFlag({ author, ...flag }: LedgerFlag, reader: string): Flag {
  return { ...flag, state: flag.answeredAt === null ? 'open' : 'answered', mine: author === reader };
}
