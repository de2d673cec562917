import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passagesOf } from '../../server/content/passages.ts';
import { readText } from '../../server/content/read-text.ts';
import type { Article } from '../../server/domain/article.ts';
import type { WorkItem } from '../../server/domain/curation.ts';
import type { Ctx } from '../../server/domain/principal.ts';
import type { IndexReader } from '../../server/ports/passage-index.ts';
import { liveBank } from '../../server/services/live-bank.ts';
import { askedAlike } from '../../server/services/work/asked-alike.ts';
import { sameQuestion } from '../../server/services/work/same-question.ts';
import { openRealBank } from '../real-bank.ts';

/** An article beside one of the bank's own that says the same, says something else, or is about something else. */
interface Planted {
  of: string | null;
  lang: string;
  is: 'duplicate' | 'contradiction' | 'other';
  title: string;
  questions: string[];
  reply?: string;
  /** The Reply is the bank's own with these words exchanged. */
  copy?: [string, string];
}

const PLANTED = JSON.parse(readFileSync(new URL('doubles.json', import.meta.url), 'utf8')) as Planted[];
const CTX: Ctx = {
  principal: { id: 'editor', scopes: ['edit'], audience: 'internal', filter: null },
  now: new Date('2026-11-22T12:00:00Z'),
  requestId: 'doubles',
  signal: null,
  locale: 'en',
};
const NO_TRAFFIC = { days: 14, uses: () => 0, usesAWeek: () => 0, asked: [] };

const answers = new Map<string, Float32Array>();
let real: Awaited<ReturnType<typeof openRealBank>>;
let own: WorkItem[];
let found: WorkItem[];
beforeAll(async () => {
  real = await openRealBank();
  own = await itemsOf([]);
  found = await itemsOf(PLANTED.map(articleOf));
}, 600_000);
afterAll(() => real.embedder.dispose());

function articleOf(planted: Planted, place: number): Article {
  const { of, lang, title, questions, copy } = planted;
  const own = real.bank.byId.get(of ?? '')?.texts.find((text) => text.lang === lang);
  const reply = own?.sections.find(({ name, channel }) => name === 'reply' && channel === null)?.markdown ?? '';
  const words = planted.reply ?? reply.replace(...(copy ?? ['', '']));
  const fields = {
    schema: 1,
    id: `planted-${place}`,
    lang,
    kind: 'faq',
    title,
    state: 'validated',
    audience: 'public',
  };
  const front = Object.entries({ ...fields, questions, ...(own?.markets ? { markets: own.markets } : {}) });
  const yaml = front.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n');
  const settings = { etag: `${place}`, headings: real.bank.settings.headings };
  const { text } = readText(
    `---\n${yaml}\n---\n## Reply\n${words}\n`,
    `articles/planted-${place}.${lang}.md`,
    settings,
  );
  if (!text) throw new Error(`The planted article ${place} cannot be read.`);
  return { id: text.id, texts: [text] };
}

/** What the queue says of the real bank with these articles beside its own. */
async function itemsOf(planted: Article[]): Promise<WorkItem[]> {
  const { embedder, reader } = real;
  const bank = liveBank({ ...real.bank, articles: [...real.bank.articles, ...planted] });
  const passages = planted.flatMap(({ texts }) =>
    texts
      .flatMap((text) => passagesOf(text, { from: null, until: null }))
      .filter(({ kind }) => kind === 'question' || kind === 'section'),
  );
  const vectors = await embedder.embed(
    passages.map(({ embedText }) => embedText),
    'passage',
  );
  const rows = passages.map((passage, i) => ({
    passage: { ...passage, terms: [], grams: [] },
    vector: vectors[i] ?? null,
  }));
  const beside: Pick<IndexReader, 'version' | 'scan'> = {
    version: reader.version,
    scan: async (filter, options) => [...(await reader.scan(filter, options)), ...rows],
  };
  const index = { current: async () => beside as IndexReader };
  const alike = askedAlike({ index, bank: () => bank });
  const traffic = async () => NO_TRAFFIC;
  return sameQuestion({
    bank: () => bank,
    askedAlike: alike,
    embedder: () => embedder,
    traffic,
    vectors: answers,
    patienceMs: 600_000,
  })(CTX);
}

const names = (items: WorkItem[]) =>
  items.map(({ kind, articles }) => `${kind}: ${articles.map(({ id }) => id).join(' and ')}`);
const itemFor = (place: number) => {
  const pair = [`planted-${place}`, PLANTED[place]?.of].sort().join(' ');
  return found.find(
    ({ articles }) =>
      articles
        .map(({ id }) => id)
        .sort()
        .join(' ') === pair,
  );
};

test('no two articles of the bank are taken for doubles', () => {
  expect(names(own)).toEqual([]);
});

test('four in five articles beside one that answers the same question are found, and told apart by what they answer', () => {
  const places = PLANTED.flatMap(({ of }, place) => (of === null ? [] : [place]));
  const hits = places.filter((place) => itemFor(place));
  const right = hits.filter((place) => itemFor(place)?.kind === PLANTED[place]?.is);
  const missed = places
    .filter((place) => !itemFor(place))
    .map((place) => `${PLANTED[place]?.of} (${PLANTED[place]?.lang})`);
  console.log(
    `found ${hits.length} of ${places.length}, ${right.length} as what they are; missed: ${missed.join(', ')}`,
  );
  for (const place of hits.filter((each) => !right.includes(each)))
    console.log('taken for the other', names([itemFor(place) as WorkItem]));
  expect(hits.length / places.length).toBeGreaterThanOrEqual(0.8);
  expect(right.length / hits.length).toBeGreaterThanOrEqual(0.9);
});

test('an article about something near is no double', () => {
  const wrong = found.filter(({ articles }) => {
    const [a, b] = articles.map(({ id }) => (id.startsWith('planted-') ? PLANTED[Number(id.slice(8))]?.of : id));
    return a !== b;
  });
  expect(names(wrong)).toEqual([]);
});
