import type { Ledger, LedgerWords } from '../ports/ledger.ts';
import type { PersonPlace } from '../ports/person-place.ts';

/** What the ledger keeps of people. */
export function ledgerPlace(ledger: Ledger): PersonPlace {
  let rows = new Map<string, LedgerWords>();
  return {
    name: 'ledger',
    async read() {
      rows = new Map((await ledger.words()).map((row) => [`${row.table} ${row.id} ${row.field}`, row]));
      return [...rows].map(([place, { words, case: of, customer }]) => ({
        place,
        words,
        ...(of === undefined ? {} : { case: of }),
        ...(customer === undefined ? {} : { customer }),
      }));
    },
    async write(changed) {
      await ledger.rewrite(changed.flatMap(({ place, words }) => ({ ...(rows.get(place) as LedgerWords), words })));
      return [];
    },
  };
}
