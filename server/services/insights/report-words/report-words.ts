import type { Lang } from '../../../domain/language.ts';
import { da } from './da.ts';
import { el } from './el.ts';
import { en, type ReportWords } from './en.ts';
import { fi } from './fi.ts';
import { nb } from './nb.ts';
import { sv } from './sv.ts';

export type { ReportWords } from './en.ts';

const WORDS: Record<Lang, ReportWords> = { sv, nb, da, fi, el, en };

export const REPORT_LANGUAGES = Object.keys(WORDS);

/** The report's words; English where it does not speak a language. */
export function reportWords(lang: Lang): ReportWords {
  return WORDS[lang] ?? en;
}

/** Words with values in their places: `{name}`. */
export function filled(words: string, values: Record<string, string>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
