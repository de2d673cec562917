import type { FindPersonalData, PersonalDatum } from '../ports/personal-data.ts';

/** What stands in the place of each kind. */
const TOKENS: Record<PersonalDatum['kind'], string> = {
  email: '[e-mail]',
  phone: '[phone]',
  card: '[card number]',
  iban: '[account number]',
  personnummer: '[identity number]',
  fodselsnummer: '[identity number]',
  cpr: '[identity number]',
  hetu: '[identity number]',
  amka: '[identity number]',
  afm: '[tax number]',
  passport: '[identity number]',
  account: '[account number]',
  'order-number': '[order number]',
  name: '[name]',
};
const TOKEN = new RegExp(
  `(${[...new Set(Object.values(TOKENS))].map((token) => token.replace(/[[\]]/g, '\\$&')).join('|')})`,
);
/** What stood in the way of a number is a token afterwards: the rest is looked at again until nothing more comes up. */
const MOST_ROUNDS = 5;

/** Puts a visible token in the place of every personal datum. Done again it changes nothing, and tokens stay as they are. */
export function redactor(find: FindPersonalData): (text: string) => string {
  return (text) => {
    let words = text;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = words
        .split(TOKEN)
        .map((piece, place) => (place % 2 === 1 ? piece : replace(piece, find(piece))))
        .join('');
      if (next === words) break;
      words = next;
    }
    return words;
  };
}

function replace(text: string, found: readonly PersonalDatum[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, span } of found) {
    parts.push(text.slice(from, span[0]), TOKENS[kind]);
    from = span[1];
  }
  return [...parts, text.slice(from)].join('');
}
