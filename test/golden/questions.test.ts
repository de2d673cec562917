import { afterAll, beforeAll, expect, test } from 'vitest';
import { questionJudgments } from '../../server/evaluation/judgments.ts';
import { findArticles } from '../../server/retrieval/find-articles.ts';
import { prepareQuery } from '../../server/retrieval/prepare-query.ts';
import type { RetrievalOutcome } from '../../server/services/test-retrieval.ts';
import { testBank } from '../../server/services/tested-bank.ts';
import { openRealBank } from '../real-bank.ts';

let real: Awaited<ReturnType<typeof openRealBank>>;
let outcomes: RetrievalOutcome[];

beforeAll(async () => {
  real = await openRealBank();
  const { after } = await testBank({ ...real, build: 'golden' })({ bank: real.bank, before: null });
  outcomes = [...after.tried.values()].map(({ outcome }) => outcome);
}, 600_000);

afterAll(() => real.embedder.dispose());

const share = (some: unknown[], all: unknown[]) => some.length / all.length;

test('at least nine of ten customer questions, themselves left out, bring up their article among the first three', () => {
  const questions = outcomes.filter((outcome) => outcome.kind === 'question');
  const first = questions.filter((outcome) => outcome.rank === 1);
  const passed = questions.filter((outcome) => outcome.passes);
  console.log(
    `${questions.length} questions: first ${(100 * share(first, questions)).toFixed(1)} %, ` +
      `among three ${(100 * share(passed, questions)).toFixed(1)} %`,
  );
  expect(questions.length).toBeGreaterThan(1_000);
  expect(share(passed, questions)).toBeGreaterThanOrEqual(real.bank.settings.floors.top3);
});

test('every language keeps the floor within five points', () => {
  for (const lang of Object.keys(real.bank.settings.languages)) {
    const questions = outcomes.filter((outcome) => outcome.kind === 'question' && outcome.lang === lang);
    const passed = questions.filter((outcome) => outcome.passes);
    console.log(`${lang}: among three ${(100 * share(passed, questions)).toFixed(1)} % of ${questions.length}`);
    expect(share(passed, questions), lang).toBeGreaterThanOrEqual(real.bank.settings.floors.top3 - 0.05);
  }
});

test('near misses do not bring up the article they are not for', () => {
  const nearMisses = outcomes.filter((outcome) => outcome.kind === 'not-for');
  const shown = nearMisses.filter((outcome) => !outcome.passes);
  for (const { articleId, lang, question } of shown) console.log(`shown: ${articleId}.${lang}: ${question}`);
  expect(nearMisses.length).toBeGreaterThan(100);
  expect(share(shown, nearMisses)).toBeLessThanOrEqual(0.03);
});

test('a question that is not left out finds itself, so the test above fails without the exclusion', async () => {
  const [judgment] = questionJudgments((await real.reader.scan(null)).map((row) => row.passage));
  if (!judgment) throw new Error('no judgment');
  const query = prepareQuery(judgment.question, real);
  const search = { ...real, audience: { op: 'and' as const, of: [] } };
  const bestWith = async (scope: typeof judgment.leftOut | null) => {
    const [first] = (await findArticles(query, { ...search, scope })).flatMap((article) => article.hits);
    return first?.passage.text;
  };
  expect(await bestWith(null)).toBe(judgment.question);
  expect(await bestWith(judgment.leftOut)).not.toBe(judgment.question);
});
