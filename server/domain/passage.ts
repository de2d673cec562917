import type { Kind, State } from './article.ts';
import type { Audience } from './audience.ts';
import type { Lang } from './language.ts';

/** title = title and issue together; question = one customer question; section = a piece of a section; whole = all of what is read. */
export type PassageKind = 'title' | 'question' | 'section' | 'whole';

/** An indexed piece of a text. It carries its own audience, and everything a filter may ask for. */
export interface Passage {
  /** Stable: made of article id, language, kind and position. */
  id: string;
  articleId: string;
  lang: Lang;
  kind: PassageKind;
  /** Position among the text's passages of this kind, from 0. A question's position is its place in `questions:`. */
  position: number;
  /** What a reader is shown as the reason of a suggestion. */
  text: string;
  /** What is embedded: `text` with its article's context, without the model's prefix. */
  embedText: string;
  /** Only for questions: words lower-cased, punctuation gone, white space single. Equal keys are the same question. */
  questionKey: string | null;
  audience: Audience;
  state: State;
  articleKind: Kind;
  /** null = every market. */
  markets: string[] | null;
  brands: string[] | null;
  tags: string[];
  /** Milliseconds since 1970; null = no bound. */
  validFrom: number | null;
  validUntil: number | null;
}

/** The key under which two questions count as the same words. */
export function questionKey(question: string): string {
  return question
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A passage with its analysed words. */
export interface AnalysedPassage extends Passage {
  /** Index terms, as the analyser of its language made them. */
  terms: string[];
}

/** A passage as it is indexed. */
export interface IndexablePassage extends AnalysedPassage {
  /** Pieces of its words, searched with the terms: they find what is misspelt, inflected or part of a compound. */
  grams: string[];
}

/** A passage with its scores. */
export interface Hit {
  passage: AnalysedPassage;
  /** Cosine similarity to the query, -1 to 1; null when the passage came from lexical search alone. */
  cosine: number | null;
  /** BM25 score; comparable only within one result list; null when the passage came from dense search alone. */
  bm25: number | null;
}
