/** Letters that lose nothing but their marks are left to Unicode; these are written with other letters. */
const LETTERS: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};
const LONGEST = 60;

/**
 * An article id that a person can read: words in lower-case Latin letters with dashes, then `hash`, which keeps two
 * articles of the same words apart. `hash` is lower-case letters and digits.
 */
export function readableId(words: string, hash: string): string {
  const latin = words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? '-')
    .replace(/-+/g, '-');
  const short = latin.length <= LONGEST ? latin : latin.slice(0, LONGEST + 1).replace(/-[^-]*$/, '');
  const slug = short.slice(0, LONGEST).replace(/^-+|-+$/g, '');
  return `${slug || 'case'}-${hash}`;
}
