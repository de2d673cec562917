import { anyOf, type PhrasesByLanguage } from './phrases.ts';

/** Closing lines of a letter, tested at the start of the last lines. */
export const SIGN_OFFS: PhrasesByLanguage = {
  sv: anyOf(
    '(?:med )?(?:vänlig|vänliga|bästa|varma) hälsning(?:ar)?',
    'mvh',
    'hälsningar',
    'hälsar',
    'allt gott',
    'ha en (?:fin|bra|trevlig) (?:dag|kväll|helg)',
  ),
  nb: anyOf('(?:med )?vennlig hilsen', 'mvh', 'hilsen', 'beste hilsen', 'ha en (?:fin|god|flott) (?:dag|kveld|helg)'),
  da: anyOf(
    '(?:med )?venlig hilsen',
    'mvh',
    'hilsen',
    'de bedste hilsner',
    'kærlig hilsen',
    'hav en (?:god|dejlig) (?:dag|aften|weekend)',
  ),
  fi: anyOf(
    'ystävällisin terveisin',
    'terveisin',
    'yst\\.? ?terv',
    't\\.',
    'parhain terveisin',
    '(?:mukavaa|hyvää) (?:päivän ?jatkoa|päivää|viikonloppua|iltaa)',
  ),
  el: anyOf(
    'με εκτίμηση',
    'με φιλικούς χαιρετισμούς',
    'φιλικά',
    'χαιρετισμούς',
    'καλή (?:σας )?(?:ημέρα|μέρα|συνέχεια)',
  ),
  en: anyOf(
    '(?:kind|best|warm|many)? ?regards',
    'sincerely',
    'yours (?:sincerely|faithfully|truly)',
    'best wishes',
    'all the best',
    'cheers',
    'have a (?:nice|great|good|lovely) (?:day|evening|weekend)',
  ),
};
