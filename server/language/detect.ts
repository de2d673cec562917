import { eld } from 'eld/large';
import { type Lang, normaliseLang } from '../domain/language.ts';
import type { LanguageDetector } from '../ports/analyser.ts';
import { shareOfFrequentGreek, toGreekLetters } from './greek-in-latin.ts';
import { scandinavianEvidence } from './scandinavian.ts';

/** How much one telling spelling moves the score of its language; scores of eld lie between 0 and 1. */
const SPELLING_WEIGHT = 0.05;
/** A hint only decides between candidates this close. */
const TIE = 0.03;

/** What frequent Greek words add to the comparison below, when all words are such. */
const FREQUENT_WEIGHT = 0.2;
/** How much more Greek than anything else a message must look; Greek in Latin letters leads by 0.3 to 0.5, others by 0.1. */
const GREEK_LEAD = 0.27;
/** Letters that say anything at all. */
const SHORTEST_GREEK = 6;
/** The same where no word is a frequent Greek one: names of products look like no language either. */
const SURE_LEAD = 0.4;

/**
 * True when a message in Latin letters is most likely Greek: in Greek letters it looks like Greek, and as it stands it
 * looks like none of the bank's languages. Call once a detector was made: eld compares among its languages.
 */
export function isGreekInLatin(text: string): boolean {
  if (/[åäöæø\p{Script=Greek}]/iu.test(text)) return false;
  // An abbreviation such as "mvh" looks like no language.
  if ((text.match(/[a-z]/giu)?.length ?? 0) < SHORTEST_GREEK) return false;
  const asGreek = eld.detect(toGreekLetters(text)).getScores().el ?? 0;
  const asItStands = Math.max(0, ...Object.values(eld.detect(text).getScores()));
  const frequent = shareOfFrequentGreek(text);
  return asGreek - asItStands + FREQUENT_WEIGHT * frequent >= (frequent > 0 ? GREEK_LEAD : SURE_LEAD);
}

/** Detects among the bank's own languages, by eld's n-grams plus words that tell the close ones apart. */
export class EldLanguageDetector implements LanguageDetector {
  readonly #langs: Lang[];

  constructor(langs: Lang[]) {
    this.#langs = langs;
    eld.setLanguageSubset(langs.map((lang) => (lang === 'nb' ? 'no' : lang)));
  }

  detect(text: string, hint?: Lang): { lang: Lang; confidence: number } {
    const sample = text.slice(0, 2_000);
    const fallback = hint ?? this.#langs[0] ?? 'en';
    if (this.#langs.includes('el')) {
      const greek = (sample.match(/\p{Script=Greek}/gu) ?? []).length;
      const latin = (sample.match(/\p{Script=Latin}/gu) ?? []).length;
      if (greek > latin) return { lang: 'el', confidence: greek / (greek + latin) };
      if (isGreekInLatin(sample)) return { lang: 'el', confidence: 0.8 };
    }
    const scores = this.#scores(sample);
    const [first, second] = scores;
    if (!first) return { lang: fallback, confidence: 0 };
    const hinted = scores.find((entry) => entry.lang === hint);
    const lead = first.score - (second?.score ?? 0);
    if (hinted && first.score - hinted.score < TIE) return { lang: hinted.lang, confidence: 0.5 };
    return { lang: first.lang, confidence: Math.min(1, 0.5 + lead * 3) };
  }

  #scores(sample: string): { lang: Lang; score: number }[] {
    const scores = new Map<Lang, number>();
    for (const [code, score] of Object.entries(eld.detect(sample).getScores())) scores.set(normaliseLang(code), score);
    for (const [lang, found] of scandinavianEvidence(sample)) {
      if (this.#langs.includes(lang))
        scores.set(lang, (scores.get(lang) ?? 0.3) + SPELLING_WEIGHT * Math.min(found, 6));
    }
    return [...scores].map(([lang, score]) => ({ lang, score })).sort((a, b) => b.score - a.score);
  }
}
