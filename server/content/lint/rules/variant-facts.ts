import type { Section } from '../../../domain/article.ts';
import { linksIn, sameAddress } from '../links.ts';
import type { Finding, Rule } from '../rule.ts';
import { tokensIn } from '../tokens.ts';

/** Something in a reply that must be the same in all its wordings. */
interface Stated {
  key: string;
  shown: string;
  at: number;
}

const AMOUNT =
  /(?<![\p{L}\p{N}.,])(?:(?:€|EUR|SEK|NOK|DKK|kr)\s?\d[\d\s.,]{0,20}\d|(?:€|EUR|SEK|NOK|DKK|kr)\s?\d|\d[\d\s.,]{0,20}\s?(?:€|kr(?:onor|oner)?|euro[a-z]*|ευρώ|EUR|SEK|NOK|DKK|%|prosent\p{L}*|procent|τοις εκατό)(?!\p{L}))/giu;
const MONTH =
  'jan\\p{L}*|feb\\p{L}*|mar[sct]\\p{L}*|maj|mai|may|apr\\p{L}*|jun[ie]\\p{L}*|jul[iy]\\p{L}*|aug\\p{L}*|sept?\\p{L}*|okt\\p{L}*|oct\\p{L}*|nov\\p{L}*|de[csz]e?m\\p{L}*|\\p{L}+kuuta|Ιαν\\p{L}*|Φεβ\\p{L}*|Μαρτ\\p{L}*|Απρ\\p{L}*|Μα[ΐϊ]ου|Ιουν\\p{L}*|Ιουλ\\p{L}*|Αυγ\\p{L}*|Σεπ\\p{L}*|Οκτ\\p{L}*|Νοε\\p{L}*|Δεκ\\p{L}*';
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}\\.?\\s(?:${MONTH}))(?![\\p{L}\\p{N}])`,
  'giu',
);

export const variantFacts: Rule = {
  id: 'variant-facts',
  severity: 'warning',
  fix: 'Write it in the Reply too, or leave it out here: a customer may get either.',
  text(view) {
    const base = view.baseReply;
    if (!base) return [];
    const known = new Set(statedIn(base).map(({ key }) => key));
    return view.variants.flatMap((section) =>
      statedIn(section).flatMap(({ key, shown, at }): Finding[] =>
        known.has(key) ? [] : [{ place: view.inside(section, at), message: `The Reply itself does not say ${shown}.` }],
      ),
    );
  },
};

function statedIn(section: Section): Stated[] {
  const { markdown } = section;
  const plain = (pattern: RegExp): Stated[] =>
    [...markdown.matchAll(pattern)].map((match) => ({
      key: sameSpelling(match[0]),
      shown: match[0].trim(),
      at: match.index,
    }));
  return [
    ...tokensIn(markdown)
      .filter(({ name }) => name.startsWith('fact.'))
      .map(({ name, token, at }) => ({ key: name, shown: token, at })),
    ...linksIn(section).map(({ url, at }) => ({ key: sameAddress(url), shown: url, at })),
    ...plain(AMOUNT),
    ...plain(DATE),
  ];
}

/** `275 kroner`, `275 kr.` and `kr 275` are one amount, as are `25 %` and `25 prosent`. */
function sameSpelling(words: string): string {
  const bare = words
    .toLowerCase()
    .replace(/[\s.]+/g, '')
    .replace(/kr(?:onor|oner)?|sek|nok|dkk/, 'kr')
    .replace(/euro[a-z]*|ευρώ|eur/, '€')
    .replace(/prosent\p{L}*|procent|τοιςεκατό/u, '%');
  return bare.replace(/^(kr|€)(.+)$/, '$2$1');
}
