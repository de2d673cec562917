import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passagesOf, SPLITTER_VERSION } from '../../server/content/passages.ts';
import type { Article, Text } from '../../server/domain/article.ts';
import { OverlayReader } from '../../server/evaluation/overlay-reader.ts';
import { corpusOf } from '../../server/evaluation/passage-change.ts';
import { corpusAfter, overlayChange } from '../../server/services/overlay-change.ts';
import { retest, type TestedBank } from '../../server/services/retest.ts';
import { type RetrievalTest, testsOf } from '../../server/services/test-retrieval.ts';
import { openRealBank } from '../real-bank.ts';

let real: Awaited<ReturnType<typeof openRealBank>>;
let published: TestedBank;

/** One line in five, the same ones whatever else the bank holds: all of them take minutes. */
const drawn = ({ question }: RetrievalTest) => (createHash('sha256').update(question).digest()[0] ?? 0) % 5 === 0;

beforeAll(async () => {
  real = await openRealBank();
  const corpus = await corpusOf(real.reader);
  const tests = testsOf(real.bank, [...corpus.passages.values()]).filter(drawn);
  const change = { removed: new Set<string>(), added: [] };
  const input = { tests, corpus, hashes: new Map(), before: null, change };
  published = (await retest({ ...real, build: 'test' })(input)).after;
}, 600_000);

afterAll(() => real.embedder.dispose());

/** The bank's lines after an edit: those that it can affect run again, and all of them. */
async function both(articles: Article[], changed: string[]) {
  const corpus = await corpusOf(real.reader);
  const splitter = { version: String(SPLITTER_VERSION), passagesOf };
  const change = await overlayChange({ ...real, corpus, splitter, audience: 'internal' })(articles, new Set(changed));
  const after = corpusAfter(corpus, change);
  const reader = new OverlayReader(real.reader, change, after.counts);
  const tests = testsOf({ articles }, [...after.passages.values()]).filter(drawn);
  const run = (before: TestedBank) =>
    retest({ ...real, reader, build: 'test' })({ tests, corpus: after, hashes: new Map(), before, change });
  const some = await run(published);
  const all = await run({ ...published, tried: new Map() });
  const outcomes = ({ tried }: TestedBank) => new Map([...tried].map(([key, { outcome }]) => [key, outcome]));
  const [kept, full] = [outcomes(some.after), outcomes(all.after)];
  const before = outcomes(published);
  const passes = (from: typeof kept, key: string) => from.get(key)?.passes;
  const rank = (from: typeof kept, key: string) => from.get(key)?.rank ?? 21;
  const keys = [...full.keys()];
  return {
    keys: { some: [...kept.keys()].sort(), all: keys.sort() },
    wrong: keys.filter((key) => passes(kept, key) !== passes(full, key)),
    displaced: keys.map((key) => Math.abs(rank(kept, key) - rank(full, key))).filter((places) => places > 0),
    moved: keys.filter((key) => rank(before, key) !== rank(full, key) || passes(before, key) !== passes(full, key))
      .length,
    again: some.again,
  };
}

const withText = (id: string, edit: (text: Text) => Text): Article[] =>
  real.bank.articles.map((article) => (article.id === id ? { id, texts: article.texts.map(edit) } : article));

/** Articles by how many of its languages there are, so that the choice outlives edits of the content. */
const some = (place: number) => {
  const found = real.bank.articles.filter(({ texts }) => texts.length > 4 && texts[0]?.state === 'validated')[
    place * 7
  ];
  if (!found) throw new Error('no such article');
  return found;
};

const EDITS: [string, () => { articles: Article[]; changed: string[] }][] = [
  [
    'a new article beside another',
    () => {
      const id = 'twin-of-another';
      const texts = some(0).texts.map((text) => ({
        ...text,
        id,
        path: `${id}.${text.lang}.md`,
        questions: text.questions.slice(1).map((question) => `${question} nu`),
      }));
      return { articles: [...real.bank.articles, { id, texts }], changed: [id] };
    },
  ],
  [
    'a question taken away',
    () => {
      const { id } = some(1);
      return { articles: withText(id, (text) => ({ ...text, questions: text.questions.slice(1) })), changed: [id] };
    },
  ],
  [
    'an article archived',
    () => {
      const { id } = some(2);
      return { articles: withText(id, (text) => ({ ...text, state: 'archived' })), changed: [id] };
    },
  ],
  [
    'a near miss written down',
    () => {
      const { id } = some(3);
      const line = some(4).texts[0]?.questions[0] ?? '';
      return { articles: withText(id, (text) => ({ ...text, notFor: [...text.notFor, line] })), changed: [id] };
    },
  ],
  [
    'an article deleted',
    () => {
      const { id } = some(5);
      return { articles: real.bank.articles.filter((article) => article.id !== id), changed: [id] };
    },
  ],
];

// Words weigh a little more or less after every edit, which the lines that are not run again do not feel. Over all lines
// that displaced 6 of 16,000 by one place, none of them among those that decide whether a line passes.
test.each(EDITS)(
  'after %s, running what it can affect judges every line as running everything does',
  async (_, edit) => {
    const { articles, changed } = edit();
    const { keys, wrong, displaced, moved, again } = await both(articles, changed);
    console.log(`${again} of ${keys.all.length} run again; ${moved} moved; ${displaced.length} displaced`);
    expect(keys.some).toEqual(keys.all);
    expect(wrong).toEqual([]);
    expect(displaced.length).toBeLessThanOrEqual(keys.all.length / 200);
    expect(Math.max(0, ...displaced)).toBeLessThanOrEqual(1);
    expect(again).toBeLessThan(keys.all.length);
  },
);

test('what an edit moves is among what is run again, so keeping everything would be noticed', async () => {
  const [, edit] = EDITS[4] ?? [];
  if (!edit) throw new Error('no edit');
  const { articles, changed } = edit();
  expect((await both(articles, changed)).moved).toBeGreaterThan(0);
});
