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
  ['Hej, jag heter anna karlsson. När går tåget?', ['anna karlsson']],
  ['Hej! Min väska är borta\nmvh anna ek', ['anna ek']],
  ['Jag heter fel i bokningen', []],
  ['my name is misspelled, what now?', []],
  ['jag heter will, will you help', ['will']],
  ['Jag, Anna Ek, har bokat', ['Anna Ek']],
  ['Bokning för hennes man Karl Lind', ['Karl Lind']],
  ['Med vänlig hälsning Eva Lind tel 070', ['Eva Lind']],
  ['Το όνομά μου είναι Μαρία Παππά ΑΜΚΑ 1', ['Μαρία Παππά']],
])('in %j there are %j', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

it.each(['Hej ', 'Anna ', 'Hej Anna ', '\n- ', 'mvh\n', "A'A", 'tack på förhand '])(
  'a megabyte of %j comes to an end',
  (piece) => {
    expect(namesIn(piece.repeat(Math.ceil(1_000_000 / piece.length))).length).toBeGreaterThanOrEqual(0);
  },
);
