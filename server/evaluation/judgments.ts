import type { Filter } from '../domain/filter.ts';
import { not } from '../domain/filter.ts';
import type { Lang } from '../domain/language.ts';
import { type Passage, questionKey } from '../domain/passage.ts';

/** A question that its article must bring up. */
export interface QuestionJudgment {
  articleId: string;
  lang: Lang;
  question: string;
  market: string | null;
  /** Everything that would give the answer away; applied inside the search. */
  leftOut: Filter;
}

/**
 * The bank's own questions as judgments. A retrieval test leaves its own question out: the passage made from it, every
 * passage with the same normalised words, and its translations (the same position in another language's list). At most `most`, by a seeded draw.
 */
export function questionJudgments(passages: Passage[], most = Number.POSITIVE_INFINITY): QuestionJudgment[] {
  const questions = passages.filter((passage) => passage.kind === 'question');
  const chosen = most < questions.length ? sample(questions, most) : questions;
  const giveaways = new Map<string, string[]>();
  for (const question of questions) {
    for (const key of keysOf(question)) giveaways.set(key, [...(giveaways.get(key) ?? []), question.id]);
  }
  const place = new Map(questions.map((question, i) => [question.id, i]));
  const inOrder = (a: string, b: string) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  return chosen.map((passage) => {
    const values = [...new Set(keysOf(passage).flatMap((key) => giveaways.get(key) ?? []))].sort(inOrder);
    return {
      articleId: passage.articleId,
      lang: passage.lang,
      question: passage.text,
      market: passage.markets?.[0] ?? null,
      leftOut: not({ op: 'in', field: 'passageId', values }),
    };
  });
}

/** What two questions share when one gives the other's answer away: its words, or its place in its article's lists. */
function keysOf(question: Passage): string[] {
  return [`words ${question.questionKey}`, `place ${question.articleId} ${question.position}`];
}

const byWords = new WeakMap<Passage[], Map<string, string[]>>();

/** For a line that has no passage of its own, such as a `not_for`: every question with the same normalised words. */
export function shareKey(line: string, passages: Passage[]): Filter {
  const known = byWords.get(passages) ?? indexByWords(passages);
  byWords.set(passages, known);
  return not({ op: 'in', field: 'passageId', values: known.get(questionKey(line)) ?? [] });
}

function indexByWords(passages: Passage[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { questionKey: key, id } of passages) if (key !== null) index.set(key, [...(index.get(key) ?? []), id]);
  return index;
}

/** A seeded sample without replacement (mulberry32), so that two runs on one bank agree. */
function sample<T>(items: T[], size: number, seed = 1): T[] {
  const pool = [...items];
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let i = pool.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    [pool[i], pool[other]] = [pool[other] as T, pool[i] as T];
  }
  return pool.slice(0, size);
}
