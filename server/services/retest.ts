import { setImmediate } from 'node:timers/promises';
import { bringForward, driftOf, type KeptAnswer, weightsOf } from '../evaluation/kept-answer.ts';
import type { Corpus, PassageChange } from '../evaluation/passage-change.ts';
import { RecordingReader } from '../evaluation/recording-reader.ts';
import { RememberingEmbedder } from '../evaluation/remembering-embedder.ts';
import type { WordCounts } from '../evaluation/word-counts.ts';
import { outcomeOf, type RetrievalOutcome, type RetrievalTest, type RetrievalTestDeps } from './test-retrieval.ts';

const LANES = 4;
/** Fewer lines than this share one lane: each lane counts the bank's words anew. */
const LANE = 50;
/** Lines between two pauses in which the process does what else it is asked. */
const BREATH = 500;
/** Words' weights may move so far, in all since the index was last asked, before it is asked again. */
const MOST_DRIFT = 0.005;
/** When more of the passages changed than this, asking again is quicker than bringing forward. */
const MOST_CHANGED = 0.2;

/** A line's outcome with everything it rests on. */
export interface Tried {
  outcome: RetrievalOutcome;
  answers: KeptAnswer[];
  /** The queries that were embedded for it. */
  queries: string[];
  /** How far the weights of its words have moved since the index was asked. */
  drift: number;
}

/** What a whole bank's lines did in one state of the bank. */
export interface TestedBank {
  /** The index's two hashes: with another no answer holds. */
  embedding: string;
  analysis: string;
  /** Calibration and code: with others answers hold, and outcomes are made of them again. */
  judge: string;
  /** Hash of each passage's state, by id. */
  passages: Map<string, string>;
  counts: WordCounts;
  /** What each article's passages were made of, and what they are, by `madeOf`. */
  made: Map<string, string>;
  /** Query vectors, by text. */
  vectors: Map<string, Float32Array>;
  /** By `keyOf` a test. */
  tried: Map<string, Tried>;
}

export interface RetestDeps extends RetrievalTestDeps {
  /** Names the code that judges. */
  build: string;
  /** Searches at once, at most; 4 when left out. */
  lanes?: number;
}

export interface RetestInput {
  tests: RetrievalTest[];
  /** The state to be tested, which the reader answers from, with its passages' hashes. */
  corpus: Corpus;
  hashes: Map<string, string>;
  before: TestedBank | null;
  /** From `before` to `corpus`. */
  change: PassageChange;
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Tests a bank's lines, and runs only those that a change can affect. An outcome is made of what the index answered to
 * the line's searches, of the weights of its words, and of the calibration. So a line is run again when it is new, or
 * other passages are left out of its search; when `bringForward` finds other passages, or other words in them, among its
 * answers; and when its words weigh more than MOST_DRIFT differently than when the index was last asked. All are run again
 * with another model, analysis, calibration or code, or when much of the bank changed.
 *
 * Every other outcome is what a run would give, but where the order of articles hangs on less than that drift, or where
 * the change brought or took a word that a misspelt line is read as.
 */
export function retest(deps: RetestDeps) {
  return async (input: RetestInput): Promise<{ after: TestedBank; again: number }> => {
    const { corpus, hashes, signal } = input;
    const { embedding, analysis, calibration } = deps.reader.version;
    const judge = JSON.stringify([deps.build, calibration]);
    const vectors = new Map(input.before?.embedding === embedding ? input.before.vectors : []);
    const carry = carrier(input, { embedding, analysis });
    const after: TestedBank = {
      embedding,
      analysis,
      judge,
      passages: hashes,
      counts: corpus.counts,
      made: new Map(),
      vectors,
      tried: new Map(),
    };
    const queue: { key: string; test: RetrievalTest; kept: KeptAnswer[]; drift: number }[] = [];
    for (const [i, test] of input.tests.entries()) {
      if (i % BREATH === 0) await setImmediate();
      const key = keyOf(test);
      const carried = carry(key);
      if (carried?.held && input.before?.judge === judge) after.tried.set(key, carried.held);
      else queue.push({ key, test, kept: carried?.answers ?? [], drift: carried?.drift ?? 0 });
    }
    const total = queue.length;
    const lane = async () => {
      const reader = new RecordingReader(deps.reader, corpus);
      const embedder = deps.embedder && new RememberingEmbedder(deps.embedder, vectors);
      for (let next = queue.shift(); next; next = queue.shift()) {
        signal?.throwIfAborted();
        reader.begin(next.kept);
        const outcome = await outcomeOf(next.test, { ...deps, reader, embedder });
        const queries = embedder?.takeAsked() ?? [];
        after.tried.set(next.key, { outcome, answers: reader.end(), queries, drift: next.drift });
        input.progress?.(total - queue.length, total);
      }
    };
    await Promise.all(Array.from({ length: Math.min(deps.lanes ?? LANES, Math.ceil(total / LANE)) }, lane));
    return { after: withoutUnused(after), again: total };
  };
}

interface Carried {
  answers: KeptAnswer[];
  drift: number;
  /** The outcome that still holds; null when it may not. */
  held: Tried | null;
}

/** How kept outcomes come through a change, by key; null for one that is not known. */
function carrier(
  { before, change, corpus }: RetestInput,
  now: { embedding: string; analysis: string },
): (key: string) => Carried | null {
  if (before?.embedding !== now.embedding || before.analysis !== now.analysis) return () => null;
  if (change.added.length + change.removed.size > MOST_CHANGED * corpus.passages.size) return () => null;
  const weights = weightsOf(before.counts, corpus.counts);
  return (key) => {
    const tried = before.tried.get(key);
    if (!tried) return null;
    const terms = new Set(tried.answers.flatMap((answer) => answer.terms));
    const moved = tried.drift + driftOf(terms, weights);
    const drifted = moved > MOST_DRIFT;
    const current = drifted ? tried.answers.filter(({ part }) => part === 'dense') : tried.answers;
    const brought = current.map((answer) => bringForward(answer, change, corpus.counts));
    const answers = brought.flatMap((found) => (found ? [found.answer] : []));
    const drift = drifted ? 0 : moved;
    const holds = !drifted && brought.every((found) => found && !found.touched);
    return { answers, drift, held: holds ? { ...tried, answers, drift } : null };
  };
}

/** Names a test by everything that decides what is asked: another scope is another test. */
export function keyOf({ kind, articleId, lang, question, scope }: RetrievalTest): string {
  return JSON.stringify([kind, articleId, lang, question, scope]);
}

function withoutUnused(tested: TestedBank): TestedBank {
  const used = new Set([...tested.tried.values()].flatMap(({ queries }) => queries));
  return { ...tested, vectors: new Map([...tested.vectors].filter(([text]) => used.has(text))) };
}
