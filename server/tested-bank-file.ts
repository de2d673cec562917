import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { KeptAnswer } from './evaluation/kept-answer.ts';
import { readStored, type StoredAnswers, storeAnswers } from './evaluation/stored-answers.ts';
import { WordCounts, type WordSnapshot } from './evaluation/word-counts.ts';
import type { TestedBank, Tried } from './services/retest.ts';
import type { TestMemory } from './services/tested-bank.ts';

/** Raise when the file is laid out in another way. */
const FORMAT = 3;

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
  answers: StoredAnswers;
  /** `answers` is the place after its last answer, which follow those of the one before. */
  tried: { key: string; outcome: string; answers: number; queries: number[]; drift: number }[];
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
  const answers: KeptAnswer[] = [];
  const tried = [...tested.tried].map(([key, { outcome, answers: given, queries: asked, drift }]) => {
    answers.push(...given.filter(({ part, vector }) => part === 'lexical' || (vector && byVector.has(vector))));
    const queries = asked.map((text) => query.get(text) ?? -1);
    return { key, outcome: JSON.stringify(outcome), answers: answers.length, queries, drift };
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
    answers: storeAnswers(answers, places, byVector),
    tried,
  };
}

function unpacked(file: KeptFile): TestedBank {
  const dimensions = file.queries.length === 0 ? 0 : file.vectors.length / file.queries.length;
  const vectors = file.queries.map((_, i) => file.vectors.subarray(i * dimensions, (i + 1) * dimensions));
  const answersFrom = readStored(file.answers, file.ids, vectors);
  const tried = file.tried.map(({ key, outcome, answers, queries, drift }, i): [string, Tried] => [
    key,
    {
      outcome: JSON.parse(outcome),
      answers: answersFrom(file.tried[i - 1]?.answers ?? 0, answers),
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
