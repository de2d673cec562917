import type { Lang } from '../../../domain/language.ts';

/** Regular expressions by language; a language that is not here has no such rule. */
export type PhrasesByLanguage = Record<Lang, RegExp>;

/** Whole words or phrases, without regard to case. A part may hold regular expression syntax; a space is any white space. */
export function anyOf(...parts: string[]): RegExp {
  const inside = parts.map((part) => part.replaceAll(' ', '\\s+')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${inside})(?![\\p{L}\\p{N}])`, 'giu');
}

/** The first match of a language's phrases. */
export function findPhrase(phrases: PhrasesByLanguage, lang: Lang, text: string): { at: number; words: string } | null {
  const pattern = phrases[lang];
  if (!pattern) return null;
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match ? { at: match.index, words: match[0] } : null;
}
