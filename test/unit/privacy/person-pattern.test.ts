import { expect, test } from 'vitest';
import { personPattern } from '../../../server/privacy/person-pattern.ts';

test.each([
  ['CASE-1', 'see case-1.'],
  ['Anna-Karin Ek', 'Anna Karin Eks väska'],
  ['o+b/c.d@example.com', 'skriv till O+B/C.D@example.com'],
  ['(C) [x] {1} $2 ^3', 'it says (c) [x] {1} $2 ^3'],
  ['070-123 45 67', '0701234567'],
])('%s is found as people write it', (what, written) => {
  expect(personPattern(what)?.test(written)).toBe(true);
});

test.each([
  ['CASE-1', 'CASE-12'],
  ['Eva', 'hennes syster Evalena'],
  ['a.b@example.com', 'aXb@example.com'],
])('%s is not found in another', (what, written) => {
  expect(personPattern(what)?.test(written)).toBe(false);
});
