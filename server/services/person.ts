import { ErfaraError } from '../domain/errors.ts';
import type { HeldWords, PersonPlace } from '../ports/person-place.ts';
import { personPattern } from '../privacy/person-pattern.ts';

/** What stands where a person's data stood. */
export const ERASED = '[erased]';

export interface PersonReport {
  /** Where something was found, with its words as they were. */
  found: (HeldWords & { in: string })[];
  /** How much was erased, by where it was. */
  erased: Record<string, number>;
  refused: { place: string; reason: string }[];
}

export interface FindOptions {
  erase: boolean;
  /** The keyed name under which the ledger knows them, were what is asked for the host's reference of a customer. */
  customer?: string;
}

/**
 * Everything that is kept about a person, by name, address, number, case reference or the host's reference of a customer: of a case, all that was written in
 * it. With `erase`, taken out; done again it finds nothing more.
 * @throws ErfaraError `bad-request` when what is asked for is too short to mean one person.
 */
export async function findPerson(places: PersonPlace[], what: string, { erase, customer }: FindOptions) {
  const pattern = personPattern(what);
  if (!pattern) {
    const message = 'It is too short to mean one person. Give a full name, an address, a number or a case reference.';
    throw new ErfaraError('bad-request', { details: [{ path: 'what', rule: 'short', message }] });
  }
  const report: PersonReport = { found: [], erased: {}, refused: [] };
  for (const place of places) {
    const isIn = (text: string) => text.normalize('NFC').search(pattern) !== -1;
    const all = await place.read();
    const isTheirs = (one: HeldWords) => customer !== undefined && one.customer === customer;
    const cases = new Set(all.filter(isTheirs).flatMap((one) => one.case ?? []));
    const isOfCase = (one: HeldWords) =>
      isTheirs(one) || (one.case !== undefined && (cases.has(one.case) || without(one.case, pattern) === ''));
    const held = all.filter((one) => isIn(one.words) || isOfCase(one));
    report.found.push(...held.map((words) => ({ in: place.name, ...words })));
    if (!erase || held.length === 0) continue;
    const changed = held.map((one) => ({ ...one, words: isOfCase(one) ? '' : without(one.words, pattern) }));
    const refused = await place.write(changed);
    report.refused.push(...refused);
    report.erased[place.name] = held.length - refused.length;
  }
  return report;
}

function without(words: string, pattern: RegExp): string {
  const left = words.normalize('NFC').replace(pattern, ERASED);
  return left.trim() === ERASED ? '' : left;
}
