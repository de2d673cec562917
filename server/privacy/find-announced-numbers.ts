import type { PersonalDatum } from '../ports/personal-data.ts';

const WORDS: [PersonalDatum['kind'], string][] = [
  [
    'passport',
    'pass(?:et|port(?:en)?)?(?:s)?[ -]?(?:nr|n:o|no|number|nummer|num)|pasnummer|passi(?:n|ni)?(?: numero(?:ni)?)?|passport|id[ -]?kort(?:s)?(?:nr|nummer)?|αριθμ[όο]ς διαβατηρίου|διαβατ[ήη]ριο|ταυτότητας?|δελτίο ταυτότητας',
  ],
  [
    'account',
    'konto(?:t|n)?(?:[ -]?(?:nr|nummer|no))?|bankkonto|clearing(?:nr|nummer)?|bankgiro|plusgiro|tili(?:n|ni)?numero(?:ni)?|account(?: (?:no|number|nr))?|sort code|λογαριασμ(?:ός|ό|ού)',
  ],
];
/** Up to three letters, then six digits or more in any grouping; a day or an amount is no such number. */
const NUMBER = String.raw`(?:\p{Lu}{1,3}[ -]?)?\d(?:[ .\-\u2010-\u2013]{0,2}\d){5,18}(?![\p{L}\p{N}]|[.,:]\d)`;
const PATTERNS = WORDS.map(
  ([kind, words]) =>
    [
      kind,
      new RegExp(
        String.raw`(?<!\p{L})(?:${words})\.?(?:[ \t]+(?:is|är|er|on|είναι|μου|my|mitt|mit|number|nr|no|numero))*[\s.:#]{1,3}(${NUMBER})`,
        'gidu',
      ),
    ] as const,
);
const DATE = /^(?:(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|\d\d?[-./ ]\d\d?[-./ ](?:19|20)?\d\d)$/;

/** Passport, identity card and account numbers: they have no check that could tell them, but the word before them does. */
export function findAnnouncedNumbers(text: string): PersonalDatum[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): PersonalDatum[] => {
      const span = match.indices?.[1];
      return span === undefined || DATE.test(match[1] ?? '') ? [] : [{ kind, span }];
    }),
  );
}
