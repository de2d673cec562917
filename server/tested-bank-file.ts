import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { KeptAnswer } from './evaluation/kept-answer.ts';
import { WordCounts, type WordSnapshot } from './evaluation/word-counts.ts';
import type { TestedBank, Tried } from './services/retest.ts';
import type { TestMemory } from './services/tested-bank.ts';

/** Raise when the file is laid out in another way. */
const FORMAT = 2;

interface KeptFile {
  format: number;
  embedding: string;
  analysis: string;
  judge: string;
  ids: string[];
  hashes: string[];
  counts: WordSnapshot;
  made: Map<string, string>;
  queries: string[];
  /** All vectors, one after another. */
  vectors: Float32Array;
  tried: { key: string; outcome: string; answers: KeptRow[]; queries: number[]; drift: number }[];
}

interface KeptRow extends Pick<KeptAnswer, 'limit' | 'all'> {
  /** Place of its query; -1 in a lexical answer. */
  query: number;
  terms: string;
  filter: string;
  ids: Int32Array;
  scores: Float32Array;
}

/** Keeps a tested bank in one file; a damaged or older one counts as none. */
export function testedBankFile(path: string): TestMemory {
  return {
    recall() {
      try {
        const file = deserialize(readFileSync(path)) as KeptFile;
        return file.format === FORMAT ? unpacked(file) : null;
      } catch {
        return null;
      }
    },
    keep(tested) {
      const beside = `${path}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(beside, serialize(packed(tested)));
        renameSync(beside, path);
      } catch {
        // Read-only or full: the next run tests everything again.
        rmSync(beside, { force: true });
      }
    },
  };
}

function packed(tested: TestedBank): KeptFile {
  const ids = [...tested.passages.keys()];
  const places = new Map(ids.map((id, i) => [id, i]));
  const queries = [...tested.vectors.keys()];
  const query = new Map(queries.map((text, i) => [text, i]));
  const byVector = new Map([...tested.vectors.values()].map((vector, i) => [vector, i]));
  const dimensions = [...tested.vectors.values()][0]?.length ?? 0;
  const vectors = new Float32Array(queries.length * dimensions);
  [...tested.vectors.values()].forEach((vector, i) => {
    vectors.set(vector, i * dimensions);
  });
  const row = (answer: KeptAnswer): KeptRow => ({
    limit: answer.limit,
    all: answer.all,
    query: answer.vector ? (byVector.get(answer.vector) ?? -1) : -1,
    terms: answer.terms.join(' '),
    filter: JSON.stringify(answer.filter),
    ids: Int32Array.from(answer.ids, (id) => places.get(id) ?? -1),
    scores: Float32Array.from(answer.scores),
  });
  const { embedding, analysis, judge, counts, made } = tested;
  return {
    format: FORMAT,
    embedding,
    analysis,
    judge,
    ids,
    hashes: [...tested.passages.values()],
    counts: counts.snapshot(),
    made,
    queries,
    vectors,
    tried: [...tested.tried].map(([key, { outcome, answers, queries: asked, drift }]) => ({
      key,
      outcome: JSON.stringify(outcome),
      answers: answers.filter(({ part, vector }) => part === 'lexical' || (vector && byVector.has(vector))).map(row),
      queries: asked.map((text) => query.get(text) ?? -1),
      drift,
    })),
  };
}

function unpacked(file: KeptFile): TestedBank {
  const dimensions = file.queries.length === 0 ? 0 : file.vectors.length / file.queries.length;
  const vectors = file.queries.map((_, i) => file.vectors.subarray(i * dimensions, (i + 1) * dimensions));
  const filters = new Map<string, KeptAnswer['filter']>();
  const filterOf = (source: string) => {
    const known = filters.get(source);
    if (known !== undefined) return known;
    const filter = JSON.parse(source) as KeptAnswer['filter'];
    filters.set(source, filter);
    return filter;
  };
  const answer = (row: KeptRow): KeptAnswer => ({
    part: row.query === -1 ? 'lexical' : 'dense',
    vector: vectors[row.query] ?? null,
    terms: row.terms === '' ? [] : row.terms.split(' '),
    filter: filterOf(row.filter),
    limit: row.limit,
    ids: Array.from(row.ids, (place) => file.ids[place] ?? ''),
    scores: Array.from(row.scores),
    all: row.all,
  });
  const tried = file.tried.map(({ key, outcome, answers, queries, drift }): [string, Tried] => [
    key,
    {
      outcome: JSON.parse(outcome),
      answers: answers.map(answer),
      queries: queries.flatMap((place) => file.queries[place] ?? []),
      drift,
    },
  ]);
  return {
    embedding: file.embedding,
    analysis: file.analysis,
    judge: file.judge,
    passages: new Map(file.ids.map((id, i) => [id, file.hashes[i] ?? ''])),
    counts: WordCounts.restore(file.counts),
    made: file.made,
    vectors: new Map(file.queries.map((text, i) => [text, vectors[i] ?? new Float32Array()])),
    tried: new Map(tried),
  };
}
