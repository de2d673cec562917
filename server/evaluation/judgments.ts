import type { Filter } from '../domain/filter.ts';
import { not } from '../domain/filter.ts';
import type { Lang } from '../domain/language.ts';
import { type Passage, questionKey } from '../domain/passage.ts';
import { sample } from './random.ts';

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
  const wholes = wholesByArticle(passages);
  const place = new Map(questions.map((question, i) => [question.id, i]));
  const inOrder = (a: string, b: string) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  return chosen.map((passage) => {
    const shared = [...new Set(keysOf(passage).flatMap((key) => giveaways.get(key) ?? []))].sort(inOrder);
    const quoting = (wholes.get(passage.articleId) ?? []).filter(({ key }) => key.includes(passage.questionKey ?? ''));
    const values = [...shared, ...quoting.map(({ id }) => id)];
    return {
      articleId: passage.articleId,
      lang: passage.lang,
      question: passage.text,
      market: passage.markets?.[0] ?? null,
      leftOut: not({ op: 'in', field: 'passageId', values }),
    };
  });
}

/** A text of nothing but questions has them in its whole, too: words of each article's wholes, as a question's key is made. */
function wholesByArticle(passages: Passage[]): Map<string, { id: string; key: string }[]> {
  const wholes = new Map<string, { id: string; key: string }[]>();
  for (const { kind, articleId, id, embedText } of passages) {
    if (kind === 'whole')
      wholes.set(articleId, [...(wholes.get(articleId) ?? []), { id, key: questionKey(embedText) }]);
  }
  return wholes;
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
