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
  return chosen.map((passage) => ({
    articleId: passage.articleId,
    lang: passage.lang,
    question: passage.text,
    market: passage.markets?.[0] ?? null,
    leftOut: leaveOut(passage, questions, passages),
  }));
}

function leaveOut(own: Passage, questions: Passage[], passages: Passage[]): Filter {
  const ids = questions
    .filter(
      (other) =>
        other.questionKey === own.questionKey || (other.articleId === own.articleId && other.position === own.position),
    )
    .map((passage) => passage.id);
  // A text of nothing but questions has them in its whole, too.
  const quoting = passages.filter(
    (other) =>
      other.kind === 'whole' &&
      other.articleId === own.articleId &&
      questionKey(other.embedText).includes(own.questionKey ?? ''),
  );
  return not({ op: 'in', field: 'passageId', values: [...ids, ...quoting.map((passage) => passage.id)] });
}

/** For a line that has no passage of its own, such as a `not_for`: every question with the same normalised words. */
export function shareKey(line: string, passages: Passage[]): Filter {
  const key = questionKey(line);
  const values = passages.filter((passage) => passage.questionKey === key).map((passage) => passage.id);
  return not({ op: 'in', field: 'passageId', values });
}
