import type { Lang } from '../domain/language.ts';

/** Text to index terms, the same way for passages and queries. */
export interface Analyser {
  /** Hash of everything that shapes the terms: rules, stemmers, stop words, synonyms. */
  readonly hash: string;
  /** Terms in order, with repeats. Lower case, no white space inside. */
  terms(text: string, lang: Lang): string[];
  /** Pieces of words in order, with repeats; the same in every language. Never equal to a term. */
  grams(text: string): string[];
  /** Where in `text` words stand that share a term with `terms`: [start, end) in UTF-16 units. */
  matches(text: string, lang: Lang, terms: Set<string>): [number, number][];
}

export interface LanguageDetector {
  /** The likeliest of the bank's languages, with a probability from 0 to 1. `hint` breaks a tie. */
  detect(text: string, hint?: Lang): { lang: Lang; confidence: number };
}
