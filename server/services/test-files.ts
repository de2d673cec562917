import type { IndexablePassage } from '../domain/passage.ts';
import { OverlayReader } from '../evaluation/overlay-reader.ts';
import { type Corpus, corpusOf, rememberCorpus } from '../evaluation/passage-change.ts';
import type { Bank } from '../ports/article-store.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { changeTo, corpusAfter, difference } from './overlay-change.ts';
import type { TestedBank } from './retest.ts';
import { fingerprintOf, indexable, type SyncDeps, type SyncInput, type SyncOutput } from './sync-index.ts';
import { type TestMemory, testBank } from './tested-bank.ts';

/** When more of the passages differ from what is published, it is published first. */
const MOST_BESIDE = 0.2;
/** Fewer lines are asked again sooner than they are written. */
const WORTH_KEEPING = 400;

export interface TestFilesDeps extends SyncDeps {
  sync: (input: SyncInput) => Promise<SyncOutput>;
  memory: TestMemory;
  /** Names the code that judges. */
  build: string;
}

export interface TestFilesInput {
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
    const { bank, progress } = input;
    const reader = (await besidePublished(deps, bank)) ?? (await published(deps, input));
    if (!reader) return null;
    const { after, again } = await testBank({ ...deps, reader })({
      bank,
      before: deps.memory.recall(),
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

async function besidePublished(deps: TestFilesDeps, { articles, settings }: Bank): Promise<IndexReader | null> {
  const reader = await deps.index.current();
  const { embedding, analysis } = fingerprintOf(deps, settings.suggest.rightOfTen);
  if (reader?.version.embedding !== embedding || reader.version.analysis !== analysis) return null;
  const corpus: Corpus = await corpusOf(reader);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const wanted = indexable(articles, byId, deps);
  const { added, removed } = difference(wanted, corpus.passages);
  if (added.length + removed.size === 0) return reader;
  if (added.length + removed.size > MOST_BESIDE * corpus.passages.size) return null;
  const change = await changeTo(wanted, corpus.passages, { ...deps, reader });
  const after = corpusAfter(corpus, change);
  const overlay = new OverlayReader(reader, change, after.counts);
  rememberCorpus(overlay, after);
  return overlay;
}
