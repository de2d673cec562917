import { describe, expect, test } from 'vitest';
import { messageLength, smsOf, xLength } from '../../server/domain/message-length.ts';
import { judge } from '../../web-components/reply/length.ts';

describe('SMS parts', () => {
  test.each([
    ['', 0],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['åäöæøÅÄÖÆØñü', 1],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    [`ё${'a'.repeat(69)}`, 1],
    [`ё${'a'.repeat(70)}`, 2],
    ['Ά'.repeat(134), 2],
    ['Ά'.repeat(135), 3],
    ['😀'.repeat(35), 1],
    ['😀'.repeat(36), 2],
  ])('%s is %i', (text, parts) => {
    expect(smsOf(text).parts).toBe(parts);
  });
});

describe("X's weighted length", () => {
  test.each([
    ['hej', 3],
    ['Γεια σας', 8],
    ['https://nordbris.example/a/very/long/path/that/goes/on', 23],
    ['Se https://nordbris.example/refund.', 27],
    ['👩‍👩‍👧‍👦', 2],
    ['日本', 4],
  ])('%s is %i', (text, length) => {
    expect(xLength(text)).toBe(length);
  });
});

test('characters are counted as people see letters, not as bytes', () => {
  expect(messageLength('å😀', 'chars')).toBe(2);
});

test('a text is good, long or over, and says by how much', () => {
  const limits = { unit: 'chars', good: 3, limit: 5 } as const;
  expect(judge('abc', limits)).toEqual({ count: 3, level: 'good', over: 0 });
  expect(judge('abcd', limits)).toEqual({ count: 4, level: 'long', over: 0 });
  expect(judge('abcdefg', limits)).toEqual({ count: 7, level: 'over', over: 2 });
  expect(judge('abcdefg', { ...limits, limit: null }).level).toBe('long');
});
