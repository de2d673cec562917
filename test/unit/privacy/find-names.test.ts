import { expect, it } from 'vitest';
import { nameFinder } from '../../../server/privacy/find-names.ts';

const namesIn = (text: string) => nameFinder(['Nordbris'])(text).map((span) => text.slice(...span));

it.each([
  ['Hej Anna!\nTack', ['Anna']],
  ['HEJ Anna', ['Anna']],
  ['Vi ses.\nMvh Per-Olof af Klint', ['Per-Olof af Klint']],
  ['Hej Nordbris!', []],
  ['Hi there, Can you help', []],
  ['Tack Åsa för hjälpen', []],
  ['Jag heter Åsa och reser med tåg', ['Åsa']],
  ['Hej, jag heter Anna Ek. Anna Eks väska är borta', ['Anna Ek', 'Anna Ek']],
  ['- {{agent.first_name}}', []],
])('in %j there are %j', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

it.each(['Hej ', 'Anna ', 'Hej Anna ', '\n- ', 'mvh\n', "A'A", 'tack på förhand '])(
  'a megabyte of %j comes to an end',
  (piece) => {
    expect(namesIn(piece.repeat(Math.ceil(1_000_000 / piece.length))).length).toBeGreaterThanOrEqual(0);
  },
);
