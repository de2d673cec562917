import { createHash } from 'node:crypto';
import type { IndexablePassage } from '../domain/passage.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { WordCounts } from './word-counts.ts';

/** The passages of one state of the bank, with how often their words stand in them. */
export interface Corpus {
  passages: Map<string, IndexablePassage>;
  counts: WordCounts;
}

/** From one state to the next. A passage that changed is removed and added. */
export interface PassageChange {
  removed: Set<string>;
  added: AddedPassage[];
}

export interface AddedPassage {
  passage: IndexablePassage;
  /** null in keyword mode. */
  vector: Float32Array | null;
}

const known = new WeakMap<IndexReader, Promise<Corpus>>();

/** Everything a version holds; read once for each. */
export function corpusOf(reader: IndexReader): Promise<Corpus> {
  const corpus = known.get(reader) ?? read(reader);
  known.set(reader, corpus);
  corpus.catch(() => known.delete(reader));
  return corpus;
}

/** `corpusOf` where the words of what the reader holds, and the hashes of its passages, are already known. */
export async function corpusAsKnown(
  reader: IndexReader,
  { counts, passages: states }: { counts: WordCounts; passages: Map<string, string> },
): Promise<Corpus> {
  const same = known.get(reader);
  if (same) return same;
  const passages = await scanned(reader);
  for (const [id, passage] of passages) {
    const state = states.get(id);
    if (state !== undefined) hashes.set(passage, state);
  }
  rememberCorpus(reader, { passages, counts });
  return { passages, counts };
}

/** Says what a reader holds where it is already known. */
export function rememberCorpus(reader: IndexReader, corpus: Corpus): void {
  known.set(reader, Promise.resolve(corpus));
}

async function read(reader: IndexReader): Promise<Corpus> {
  const passages = await scanned(reader);
  return { passages, counts: new WordCounts(passages.values()) };
}

async function scanned(reader: IndexReader): Promise<Map<string, IndexablePassage>> {
  return new Map((await reader.scan(null, { vectors: false })).map(({ passage }) => [passage.id, passage]));
}

/** Everything that search or a test sees of a passage, as one text: equal texts are found alike. */
export function stateOf(passage: IndexablePassage): string {
  const { position: _, text: __, ...searched } = passage;
  return JSON.stringify(searched);
}

const hashes = new WeakMap<IndexablePassage, string>();

/** Hash of `stateOf`. */
export function stateHash(passage: IndexablePassage): string {
  const known = hashes.get(passage) ?? createHash('sha1').update(stateOf(passage)).digest('base64');
  hashes.set(passage, known);
  return known;
}
