import type { IndexablePassage } from '../domain/passage.ts';
import { OverlayReader } from '../evaluation/overlay-reader.ts';
import { type Corpus, corpusAsKnown, corpusOf, rememberCorpus, stateHash } from '../evaluation/passage-change.ts';
import type { WordCounts } from '../evaluation/word-counts.ts';
import type { Bank } from '../ports/article-store.ts';
import type { IndexReader, PassageIndex } from '../ports/passage-index.ts';
import { madeOf } from './made-of.ts';
import { corpusAfter, overlayChange } from './overlay-change.ts';
import type { TestedBank } from './retest.ts';
import { fingerprintOf, type SyncDeps, type SyncInput, type SyncOutput } from './sync-index.ts';
import { type TestMemory, testBank } from './tested-bank.ts';

/** When more of the passages differ from what is published, it is published first. */
const MOST_BESIDE = 0.2;
/** Fewer lines are asked again sooner than they are written. */
const WORTH_KEEPING = 400;

/** Keeps the words of the published version between runs. Losing them costs counting them. */
export interface WordMemory {
  /** What is kept of the version so named. */
  recall(version: string): KnownWords | null;
  keep(version: string, words: KnownWords): void;
}

export interface KnownWords {
  counts: WordCounts;
  /** Hash of each passage's state, by id. */
  passages: Map<string, string>;
}

/** What files are tested against. */
export interface Published {
  /** null when nothing is published. */
  reader: IndexReader | null;
  /** What the bank's lines did when they were last asked. */
  before: TestedBank | null;
}

/** Reads what needs no model, so that it can be done while one loads. */
export function readPublished(deps: { index: Pick<PassageIndex, 'current'>; memory: TestMemory; words: WordMemory }) {
  return async (): Promise<Published> => {
    const reader = await deps.index.current();
    if (reader) await corpusOnce(reader, deps.words);
    return { reader, before: deps.memory.recall() };
  };
}

async function corpusOnce(reader: IndexReader, words: WordMemory): Promise<Corpus> {
  const { embedding, analysis, version, publishedAt } = reader.version;
  const name = [embedding, analysis, version, publishedAt].join(' ');
  const known = words.recall(name);
  if (known) return corpusAsKnown(reader, known);
  const corpus = await corpusOf(reader);
  const passages = new Map([...corpus.passages].map(([id, passage]) => [id, stateHash(passage)]));
  words.keep(name, { counts: corpus.counts, passages });
  return corpus;
}

export interface TestFilesDeps extends SyncDeps {
  sync: (input: SyncInput) => Promise<SyncOutput>;
  memory: TestMemory;
  /** Names the code that judges. */
  build: string;
}

export interface TestFilesInput extends Published {
  bank: Bank;
  sync?: SyncInput['progress'];
  progress?: (done: number, total: number) => void;
}

export interface TestedFiles {
  tested: TestedBank;
  /** How many lines were asked. */
  again: number;
  passages: IndexablePassage[];
}

/**
 * Tests the bank as its files are. What little differs from the published index is searched beside it, and nothing is
 * written but the outcomes; without an index, or when much differs, the bank is synced first. null for an empty bank.
 */
export function testFiles(deps: TestFilesDeps) {
  return async (input: TestFilesInput): Promise<TestedFiles | null> => {
    const { bank, before, progress } = input;
    const reader = (await besidePublished(deps, input)) ?? (await published(deps, input));
    if (!reader) return null;
    const { after, again } = await testBank({ ...deps, reader })({
      bank,
      before,
      ...(progress ? { progress } : {}),
    });
    if (again >= WORTH_KEEPING) deps.memory.keep(after);
    const { passages } = await corpusOf(reader);
    return { tested: after, again, passages: [...passages.values()] };
  };
}

async function published(deps: TestFilesDeps, { bank, sync }: TestFilesInput): Promise<IndexReader | null> {
  await deps.sync({ bank, ...(sync ? { progress: sync } : {}) });
  return deps.index.current();
}

/** What is published with what differs from it beside; null where that is too much, or nothing is published. */
async function besidePublished(
  deps: TestFilesDeps,
  { bank: { articles, settings }, reader, before }: TestFilesInput,
): Promise<IndexReader | null> {
  const { embedding, analysis } = fingerprintOf(deps, settings.suggest.rightOfTen);
  if (reader?.version.embedding !== embedding || reader.version.analysis !== analysis) return null;
  const corpus = await corpusOf(reader);
  const passages = [...corpus.passages.values()];
  const made = madeOf({ articles, settings }, passages);
  const ids = new Set([...articles, ...passages.map(({ articleId }) => ({ id: articleId }))].map(({ id }) => id));
  // What was made of the same files and is what it was then need not be made again to be compared.
  for (const [id, how] of made) if (before?.made.get(id) === how) ids.delete(id);
  const change = await overlayChange({ ...deps, reader, corpus })(articles, ids, MOST_BESIDE * corpus.passages.size);
  if (change === null) return null;
  if (change.added.length + change.removed.size === 0) return reader;
  const after = corpusAfter(corpus, change);
  const overlay = new OverlayReader(reader, change, after.counts);
  rememberCorpus(overlay, after);
  return overlay;
}
