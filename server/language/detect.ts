import { eld } from 'eld/extrasmall';
import { type Lang, normaliseLang } from '../domain/language.ts';
import type { LanguageDetector } from '../ports/analyser.ts';
import { shareOfFrequentGreek, toGreekLetters } from './greek-in-latin.ts';
import { spellingEvidence } from './spelling-evidence.ts';

/** How much one telling spelling moves the score of its language; scores of eld lie between 0 and 1. */
const SPELLING_WEIGHT = 0.08;
/** More spellings than this say nothing more. */
const MOST_SPELLINGS = 6;
/**
 * From scores to probabilities (softmax), fitted on the first 1 to 8 words of some 2,000 questions: in a long message a
 * lead of SPREAD makes a language e times likelier; in one of SHORT letters it takes twice that.
 */
const SPREAD = 0.02;
const SHORT = 10;
/** The most a language can fall behind for each letter: that one short word is in no table of a language says little. */
const FALL_PER_LETTER = 0.015;
/** How many times likelier a message is in the language of its conversation than in another. */
const HINT_ODDS = 5;
/** How often a message taken for Greek in Latin letters is that. */
const GREEK_IN_LATIN = 0.95;

/** What frequent Greek words add to the comparison below, when all words are such. */
const FREQUENT_WEIGHT = 0.2;
/** How much more Greek than anything else a message must look; Greek in Latin letters leads by 0.3 to 0.5, others by 0.1. */
const GREEK_LEAD = 0.24;
/** In fewer words than these, half must be frequent Greek ones: borrowed words look like no language. */
const FEW_WORDS = 3;
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
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  if (words < FEW_WORDS && frequent < 0.5) return false;
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
    if (this.#langs.includes('el')) {
      const greek = sample.match(/\p{Script=Greek}+/gu)?.length ?? 0;
      const latin = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0;
      // Greek borrows names and English words as they are spelt; nobody mixes Greek letters into another language.
      if (greek > 0 && 3 * greek >= latin) return { lang: 'el', confidence: Math.max(0.8, greek / (greek + latin)) };
      if (isGreekInLatin(sample)) return { lang: 'el', confidence: GREEK_IN_LATIN };
    }
    const [first] = this.#probabilities(sample, hint);
    return first ?? { lang: hint ?? this.#langs[0] ?? 'en', confidence: 0 };
  }

  /** Likeliest first; empty where nothing speaks for any language. */
  #probabilities(sample: string, hint?: Lang): { lang: Lang; confidence: number }[] {
    const scores = this.#scores(sample);
    const best = Math.max(0, ...scores.values());
    const spread = SPREAD * (1 + SHORT / Math.max(1, lettersIn(sample)));
    const weights = [...scores].map(([lang, score]): [Lang, number] => [
      lang,
      Math.exp((score - best) / spread) * (lang === hint ? HINT_ODDS : 1),
    ]);
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    return weights
      .map(([lang, weight]) => ({ lang, confidence: weight / sum }))
      .sort((a, b) => b.confidence - a.confidence);
  }

  #scores(sample: string): Map<Lang, number> {
    const found = Object.entries(eld.detect(sample).getScores()).map(([code, score]): [Lang, number] => [
      normaliseLang(code),
      score,
    ]);
    const evidence = spellingEvidence(sample);
    if (found.length === 0 && !this.#langs.some((lang) => evidence.has(lang))) return new Map();
    const byTables = new Map(found);
    const least = Math.max(0, ...byTables.values()) - FALL_PER_LETTER * lettersIn(sample);
    return new Map(
      this.#langs.map((lang) => [
        lang,
        Math.max(byTables.get(lang) ?? 0, least) + SPELLING_WEIGHT * Math.min(evidence.get(lang) ?? 0, MOST_SPELLINGS),
      ]),
    );
  }
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
