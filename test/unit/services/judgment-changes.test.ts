import { describe, expect, test } from 'vitest';
import { checkTokens, textsHash } from '../../../server/services/check-token.ts';
import { judgmentChanges } from '../../../server/services/judgment-changes.ts';
import { testReport } from '../../../server/services/test-report.ts';
import type { RetrievalOutcome } from '../../../server/services/test-retrieval.ts';

const outcome = (question: string, rank: number | null, rest: Partial<RetrievalOutcome> = {}): RetrievalOutcome => ({
  kind: 'question',
  articleId: 'bag',
  lang: 'sv',
  question,
  rank,
  passes: rank !== null && rank <= 3,
  first: 'bag',
  lead: 2,
  rivals: [],
  ...rest,
});
const words = (pairs: { after: RetrievalOutcome }[]) => pairs.map(({ after }) => after.question);

describe('lines that a change moved', () => {
  const before = [
    outcome('lost', 1),
    outcome('mended', 5),
    outcome('fell', 1),
    outcome('close', 1, { lead: 2 }),
    outcome('gone', 1),
    outcome('still failing', null),
    outcome('as it was', 1),
  ];
  const after = [
    outcome('lost', 4),
    outcome('mended', 1),
    outcome('fell', 2),
    outcome('close', 1, { lead: 0.1 }),
    outcome('still failing', 9),
    outcome('as it was', 1, { lead: 1.95 }),
    outcome('new', 1),
    outcome('new and failing', 7),
  ];
  const changes = judgmentChanges(before, after);

  test('are lost, gained or shaken', () => {
    expect(words(changes.lost)).toEqual(['lost']);
    expect(words(changes.gained)).toEqual(['mended', 'new']);
    expect(words(changes.shaken)).toEqual(['close', 'fell']);
  });

  test('are not lost when their editor took them away, or wrote them so that they fail', () => {
    expect(words(changes.failing)).toEqual(['new and failing']);
    expect(Object.values(changes).flatMap(words)).not.toContain('gone');
  });
});

describe("a check's token", () => {
  const checked = { texts: textsHash([{ id: 'bag', lang: 'sv', markdown: 'a' }], []), version: 3, lost: ['x'] };

  test('is read by who issued it, and by nobody when a character is changed', () => {
    const tokens = checkTokens();
    const token = tokens.issue(checked);
    expect(tokens.read(token)).toEqual(checked);
    expect(checkTokens().read(token)).toBeNull();
    const other = Buffer.from(JSON.stringify({ ...checked, lost: [] })).toString('base64url');
    expect(tokens.read(`${other}.${token.split('.')[1]}`)).toBeNull();
    expect(tokens.read('nonsense')).toBeNull();
  });

  test('stands for the texts in any order, and for no others', () => {
    const [a, b] = [
      { id: 'a', lang: 'sv', markdown: '1' },
      { id: 'b', lang: 'sv', markdown: '2' },
    ];
    expect(textsHash([a, b], [])).toBe(textsHash([b, a], []));
    expect(textsHash([a, { ...b, markdown: '3' }], [])).not.toBe(textsHash([a, b], []));
    expect(textsHash([a], [{ id: 'b', lang: 'sv' }])).not.toBe(textsHash([a], []));
  });
});

test('a report names the floors that a bank is below, and articles with most to mend first', () => {
  const nearMiss = { kind: 'not-for' as const, passes: false };
  const outcomes = [
    outcome('a', 1),
    outcome('b', 4),
    outcome('c', 1, { articleId: 'seat', lead: 0.1 }),
    outcome('d', 1, { articleId: 'meal' }),
    outcome('e', 2, { articleId: 'trip', ...nearMiss }),
    outcome('f', 2, { articleId: 'trip', ...nearMiss }),
  ];
  const report = testReport(outcomes, { top3: 0.9, held: 0.9 });
  expect(report).toMatchObject({ questions: 4, first: 0.75, top3: 0.75, nearMisses: 2, held: 0 });
  expect(report.below).toEqual(['top3', 'held']);
  expect(report.articles.map(({ articleId }) => articleId)).toEqual(['trip', 'bag', 'seat']);
  expect(testReport(outcomes, { top3: 0.75, held: 0 }).below).toEqual([]);
});
