import { expect, test } from 'vitest';
import { isEvent } from '../../../server/services/gaps/is-event.ts';
import { withoutUsualFrames } from '../../../server/services/gaps/usual-frames.ts';

const asked = [
  'kann ich mein Fahrrad mitnehmen',
  'wo finde ich den Beleg für die Buchung',
  'wie lange dauert die Erstattung',
  'darf meine Katze in die Kabine',
  'wann öffnet der Check-in am Flughafen',
];

test('what comes before and after many different questions is taken off, in any language', () => {
  const frameless = withoutUsualFrames(asked.map((text) => `Servus zusammen! ${text} Pfiat eich, [name]`));
  expect(frameless('Servus zusammen! was kostet ein Sitzplatz Pfiat eich, [name]')).toBe('was kostet ein Sitzplatz');
});

test('what belongs to one question stays, however often it is asked', () => {
  const same = Array.from({ length: 8 }, () => 'My bag is lost. When do I get it back?');
  expect(withoutUsualFrames([...same, ...asked])('My bag is lost. When do I get it back?')).toBe(same[0]);
});

test('a message of nothing but frames is left as it is', () => {
  const frameless = withoutUsualFrames(asked.map((text) => `Servus zusammen! ${text}`));
  expect(frameless('Servus zusammen! Ja')).toBe('Servus zusammen! Ja');
});

const at = (hours: number) => new Date(Date.UTC(2026, 1, 2, 8) + hours * 3_600_000).toISOString();
const cases = (from: number, step: number) =>
  Array.from({ length: 9 }, (_, i) => ({ at: at(from + i * step), whose: `case ${i}` }));
const week = Array.from({ length: 160 }, (_, hour) => Date.parse(at(hour)));

test('what nine customers ask within an hour of a week is an event, over the week it is a question', () => {
  const moments = (own: { at: string }[]) => [...week, ...own.map((one) => Date.parse(one.at))].sort((a, b) => a - b);
  expect(isEvent(cases(50, 0.1), moments(cases(50, 0.1)))).toBe(true);
  expect(isEvent(cases(3, 16), moments(cases(3, 16)))).toBe(false);
});

test('where everything came within an hour, nothing is an event', () => {
  const all = cases(50, 0.1);
  expect(
    isEvent(
      all,
      [...all, ...cases(50, 0.05), ...cases(50, 0.2)].map((one) => Date.parse(one.at)).sort((a, b) => a - b),
    ),
  ).toBe(false);
});
