import type { Article, Text } from '../../domain/article.ts';
import type { Filter } from '../../domain/filter.ts';
import { questionKey } from '../../domain/passage.ts';
import { dot } from '../../domain/vector.ts';
import type { IndexReader, PassageIndex } from '../../ports/passage-index.ts';
import type { LiveBank } from '../live-bank.ts';
import { type AskedAndTold, alikeTogether } from './alike-together.ts';

/** Two texts of different articles whose customers ask the same. */
export interface AskedAlike {
  texts: [Text, Text];
  /** How alike the questions of the one with fewer are to the other's, on average: a cosine. */
  likeness: number;
  /** How many were compared. */
  count: number;
  /** The two most alike, and how alike they are. */
  questions: [string, string];
  top: number;
  /** How far it is ahead of the five other texts that are most alike, on average; null where it was not asked. */
  ahead: number | null;
  /** How far questions and answers taken together are above chance; null where that cannot be told. */
  together: number | null;
}

export interface AskedAlikeDeps {
  index: Pick<PassageIndex, 'current'>;
  bank: () => LiveBank;
}

/** Between pauses, so that whoever wants a suggestion meanwhile does not wait. */
const SLICE_MS = 12;
/** Pairs less alike than this are not kept. */
const FLOOR = 0.74;
/** So far below is near enough for a pair that is so far ahead of all others. */
const NEARLY = 0.02;
const FAR_AHEAD = 0.1;
const OTHERS = 5;
/** Two different articles' questions come to 0.935. */
const SAME_WORDS = 0.96;
const READ: Filter = { op: 'in', field: 'kind', values: ['question', 'title', 'section'] };

/**
 * How far the questions of two texts are above (or below) what tells the same question from a neighbouring one: the fewer
 * were compared, the more alike they may be by chance. Two that are the same words are enough, and a little less is where
 * nothing else comes near. Chosen on articles that compete and on reworded doubles of them: of 23,000 pairs of articles that
 * differ none is above 0, of doubles four in five.
 */
export function aboveChance({
  likeness,
  count,
  top,
  ahead,
}: Omit<AskedAlike, 'texts' | 'questions' | 'together'>): number {
  const above = likeness - (0.8 + 0.1 / count ** 0.7);
  const alone = ahead !== null && ahead >= FAR_AHEAD ? NEARLY : 0;
  return Math.max(above + alone, top - SAME_WORDS);
}

interface Question {
  text: string;
  /** null in keyword mode. */
  vector: Float32Array | null;
}

interface Asked {
  key: string;
  text: Text;
  questions: Question[];
  sections: Float32Array[];
}

type Pair = Omit<AskedAlike, 'texts'>;

/**
 * Pairs of texts in one language, of different articles for the same readers, markets and brands, whose questions are
 * near-identical by their stored vectors, or the same words where there are none. Only what changed since the last look is
 * compared again.
 */
export function askedAlike({ index, bank }: AskedAlikeDeps): () => Promise<AskedAlike[]> {
  let version: number | null = null;
  let embedding: string | null = null;
  let asked = new Map<string, Asked>();
  let pairs = new Map<string, Pair>();
  let working: Promise<unknown> = Promise.resolve();

  const tellTogether = async () => {
    const told = new Map([...asked].map(([name, one]) => [name, askedAndTold(one)]));
    const together = alikeTogether([...told.values()]);
    let paused = performance.now();
    for (const [key, pair] of pairs) {
      const [a, b] = key.split(' ').map((name) => told.get(name));
      if (a && b) pair.together = a.questions.length <= b.questions.length ? together(a, b) : together(b, a);
      if (performance.now() - paused <= SLICE_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      paused = performance.now();
    }
  };

  const look = async (): Promise<AskedAlike[]> => {
    const reader = await index.current();
    if (!reader) return [];
    if (reader.version.version !== version) {
      if (reader.version.embedding !== embedding) [asked, pairs] = [new Map(), new Map()];
      const next = await readAsked(reader, bank());
      const changed = [...next.values()].filter(({ key, text }) => asked.get(nameOf(text))?.key !== key);
      const fresh = new Set(changed.map(({ text }) => nameOf(text)));
      const kept = [...pairs].filter(([key]) => key.split(' ').every((name) => next.has(name) && !fresh.has(name)));
      const found = await compare(changed, next, fresh);
      [asked, pairs] = [next, new Map([...kept, ...found])];
      await tellTogether();
      for (const [key, pair] of pairs) pair.ahead = aheadOf(key, { ...pair, ahead: null }, asked);
      ({ version, embedding } = reader.version);
    }
    return [...pairs].flatMap(([key, pair]) => {
      const [a, b] = key.split(' ').map((name) => textNamed(name, bank()));
      return a && b && mayBeSame(a, b) ? [{ ...pair, texts: [a, b] as [Text, Text] }] : [];
    });
  };
  return () => {
    const looking = working.then(look, look);
    working = looking;
    return looking;
  };
}

function askedAndTold({ text: { id, lang }, questions, sections }: Asked): AskedAndTold {
  return { id, lang, questions: questions.flatMap(({ vector }) => vector ?? []), sections };
}

async function readAsked(reader: IndexReader, { byId }: LiveBank): Promise<Map<string, Asked>> {
  const asked = new Map<string, Asked>();
  for (const { passage, vector } of await reader.scan(READ)) {
    const article = byId.get(passage.articleId);
    const text = article?.id === passage.articleId && article.texts.find(({ lang }) => lang === passage.lang);
    if (!text || text.kind === 'incident' || text.incident) continue;
    const one = asked.get(nameOf(text)) ?? { key: '', text, questions: [], sections: [] };
    asked.set(nameOf(text), one);
    if (passage.kind === 'section') {
      if (vector) one.sections.push(vector);
      continue;
    }
    // The title stands for the question where there is none: that is how most imports come.
    if (passage.kind === 'title' && (text.questions.length > 0 || passage.position > 0)) continue;
    one.questions.push({ text: passage.text, vector });
  }
  for (const [name, one] of asked) {
    one.key = one.questions.map(({ text }) => text).join('\n');
    if (one.questions.length === 0) asked.delete(name);
  }
  return asked;
}

async function compare(changed: Asked[], all: Map<string, Asked>, fresh: Set<string>): Promise<[string, Pair][]> {
  const found: [string, Pair][] = [];
  let paused = performance.now();
  for (const one of changed) {
    for (const other of all.values()) {
      const [a, b] = [nameOf(one.text), nameOf(other.text)];
      if (one.text.lang !== other.text.lang || one.text.id === other.text.id || (fresh.has(b) && b < a)) continue;
      const pair = likenessOf(one, other);
      if (pair.likeness >= FLOOR) found.push([`${a} ${b}`, pair]);
    }
    if (performance.now() - paused > SLICE_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      paused = performance.now();
    }
  }
  return found;
}

/** Without vectors only the same words are alike. */
function cosineOf(a: Question, b: Question): number {
  if (a.vector && b.vector) return dot(a.vector, b.vector);
  return questionKey(a.text) === questionKey(b.text) ? 1 : 0;
}

/** From the side with fewer questions: a short article may ask what is a part of a longer one. */
function likenessOf(a: Asked, b: Asked): Pair {
  const [few, many] = a.questions.length <= b.questions.length ? [a, b] : [b, a];
  let sum = 0;
  let top = -1;
  let questions: [string, string] = ['', ''];
  for (const one of few.questions) {
    let best = -1;
    for (const other of many.questions) {
      const cosine = cosineOf(one, other);
      if (cosine > best) best = cosine;
      if (cosine > top) {
        top = cosine;
        questions = few === a ? [one.text, other.text] : [other.text, one.text];
      }
    }
    sum += best;
  }
  return {
    likeness: sum / few.questions.length,
    count: few.questions.length,
    questions,
    top,
    ahead: null,
    together: null,
  };
}

/** Only where it could decide: in the rest it costs time and changes nothing. */
function aheadOf(key: string, pair: Pair, all: Map<string, Asked>): number | null {
  const above = aboveChance(pair);
  if (above >= 0 || above < -NEARLY) return null;
  const [a, b] = key.split(' ').map((name) => all.get(name));
  if (!a || !b) return null;
  const [few, many] = a.questions.length <= b.questions.length ? [a, b] : [b, a];
  const others = [...all.values()]
    .filter(({ text }) => text.lang === few.text.lang && text.id !== few.text.id && text.id !== many.text.id)
    .map((other) => alikeTo(few, other))
    .sort((x, y) => y - x)
    .slice(0, OTHERS);
  if (others.length < OTHERS) return null;
  return pair.likeness - others.reduce((sum, each) => sum + each, 0) / OTHERS;
}

/** How alike one's questions are to the other's, on average, each to its nearest. */
function alikeTo(one: Asked, other: Asked): number {
  const best = one.questions.map((own) => Math.max(-1, ...other.questions.map((each) => cosineOf(own, each))));
  return best.reduce((sum, each) => sum + each, 0) / best.length;
}

const OFFERED = ['validated', 'not-validated'];

/** One of them could stand for the other: both are offered, to the same readers, somewhere in the same market and brand. */
function mayBeSame(a: Text, b: Text): boolean {
  const overlap = (own: string[] | null, other: string[] | null) =>
    own === null || other === null || own.some((each) => other.includes(each));
  return (
    OFFERED.includes(a.state) &&
    OFFERED.includes(b.state) &&
    a.audience === b.audience &&
    a.handling === b.handling &&
    overlap(a.markets, b.markets) &&
    overlap(a.brands, b.brands)
  );
}

function nameOf({ id, lang }: Text): string {
  return `${id}/${lang}`;
}

function textNamed(name: string, { byId }: LiveBank): Text | undefined {
  const [id = '', lang] = name.split('/');
  const article: Article | undefined = byId.get(id);
  return article?.id === id ? article.texts.find((text) => text.lang === lang) : undefined;
}
