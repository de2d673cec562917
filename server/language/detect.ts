import { eld } from 'eld/large';
import { type Lang, normaliseLang } from '../domain/language.ts';
import type { LanguageDetector } from '../ports/analyser.ts';
import { isGreekInLatin } from './greek-in-latin.ts';

/**
 * Words that are written differently in Norwegian and Danish (and Swedish), from everyday customer messages. Character
 * statistics cannot separate the three in a handful of words; these can.
 */
const TELLING: Record<string, RegExp> = {
  nb: /(?<!\p{L})(hva|ikke noe|noe|noen|meg|deg|seg|hvor mye|tilbake|bagasje\p{L}*|koffert\p{L}*|billett\p{L}*|innstilt|avlyst|bestilling\p{L}*|bestilt|gjennom|etter|nå|også|hvorfor får|kjøpe?|kjøpt|flyet mitt|fly(?:et|plass\p{L}*) |takk|hei|uke\p{L}*|penger|pengene|bli|jeg lurer|lurer|sjekke|skjer|kjæreste\p{L}*|av)(?!\p{L})/giu,
  da: /(?<!\p{L})(hvad|noget|nogen|nogle|mig|dig|sig|tilbage|bagage\p{L}*|kuffert\p{L}*|billet(?!t)\p{L}*|aflyst|bestilt hos|efter|nu|også|købe?|købt|tak|hej|uge\p{L}*|penge|blive|bliver|tjekke|sker|af|jer|hvornår|mvh|må|ringe|rejse\p{L}*|kan i|har i|gerne|skulle)(?!\p{L})/giu,
  sv: /(?<!\p{L})(jag|och|inte|är|vad|något|någon|mig|dig|tillbaka|bagage\p{L}*|väsk\p{L}*|biljett\p{L}*|inställt|inställd|bokning\p{L}*|bokat|efter|nu|också|köpa?|köpt|tack|hej|veck\p{L}*|pengar\p{L}*|av|när|hur|varför|går|får|från|till)(?!\p{L})/giu,
};
/** How much one telling word moves the score of its language; scores of eld lie between 0 and 1. */
const WORD_WEIGHT = 0.05;
/** A hint only decides between candidates this close. */
const TIE = 0.03;

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
    for (const [lang, words] of Object.entries(TELLING)) {
      if (!this.#langs.includes(lang)) continue;
      const found = (sample.match(words) ?? []).length;
      if (found > 0) scores.set(lang, (scores.get(lang) ?? 0.3) + WORD_WEIGHT * Math.min(found, 6));
    }
    return [...scores].map(([lang, score]) => ({ lang, score })).sort((a, b) => b.score - a.score);
  }
}
