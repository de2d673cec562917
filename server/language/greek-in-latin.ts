import { FREQUENT_GREEK } from './frequent-greek.ts';

/**
 * Greek written in Latin letters ("greeklish"), as people type it without a Greek keyboard. The letters follow the sound-
 * and look-alike conventions described by Androutsopoulos (2009), "Greeklish: transliteration practice".
 */
const DIGRAPHS: [RegExp, string][] = [
  // Before these θ does not stand in Greek: it is τ and an η written by its look, as in krathsh.
  [/th(?=[sktpdgfx]|$)/g, 'τη'],
  [/th/g, 'θ'],
  [/ch/g, 'χ'],
  [/ps/g, 'ψ'],
  [/ks/g, 'ξ'],
  [/ou/g, 'ου'],
];
const LETTERS: Record<string, string> = {
  a: 'α',
  b: 'μπ',
  c: 'κ',
  d: 'δ',
  e: 'ε',
  f: 'φ',
  g: 'γ',
  h: 'η',
  i: 'ι',
  j: 'ξ',
  k: 'κ',
  l: 'λ',
  m: 'μ',
  n: 'ν',
  o: 'ο',
  p: 'π',
  q: 'θ',
  r: 'ρ',
  s: 'σ',
  t: 'τ',
  u: 'υ',
  v: 'β',
  w: 'ω',
  x: 'χ',
  y: 'υ',
  z: 'ζ',
  '3': 'ξ',
  '8': 'θ',
  '9': 'θ',
};

/** Spellings of one sound, in Greek and in Latin letters, to one sign. In this order. */
const SOUNDS: [RegExp, string][] = [
  [/8|9|q/g, 'θ'],
  [/ks|3/g, 'ξ'],
  [/ps/g, 'ψ'],
  [/ph|f/g, 'φ'],
  [/μπ|mp/g, 'b'],
  [/ντ|nt|δ/g, 'd'],
  [/γκ|γγ|gk|gg|γ/g, 'g'],
  [/ου|ou/g, 'U'],
  [/([εeαa])[υβφuyv]/g, '$1φ'],
  [/αι|ai/g, 'e'],
  [/ει|οι|υι|ei|oi|yi|[ηιυyu]/g, 'i'],
  [/ε/g, 'e'],
  [/[οωw]/g, 'o'],
  [/α/g, 'a'],
  [/[βv]/g, 'φ'],
  [/ζ/g, 'z'],
  [/[κc]/g, 'k'],
  [/λ/g, 'l'],
  [/μ/g, 'm'],
  [/ν/g, 'n'],
  [/π/g, 'p'],
  [/ρ/g, 'r'],
  [/[σς]/g, 's'],
  [/τ/g, 't'],
  [/(.)\1+/g, '$1'],
];
/** What may stand behind a Latin spelling: `x` is χ by its look or ξ by its sound, `h` η or χ. */
const READINGS = ['θ', 'τη'].flatMap((th) => ['χ', 'ξ'].flatMap((x) => ['η', 'χ'].map((h) => ({ th, x, h }))));

/** Words with at least one letter; `8` stands for θ. */
const WORD = /[a-z0-9]*[a-z][a-z0-9]*/g;

/** Frequent Greek words by how they sound. */
const BY_SOUND = new Map([...FREQUENT_GREEK].reverse().map((word) => [soundOf(withoutAccents(word)), word]));

/** How many of the words sound like frequent Greek ones, 0 to 1. */
export function shareOfFrequentGreek(text: string): number {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => frequentWord(word) !== undefined).length / words.length;
}

/** The same message in Greek letters. Frequent words come out as they are spelt; codes and numbers stay as they are. */
export function toGreekLetters(text: string): string {
  return text.replace(/[A-Za-z0-9-]+/g, (word) => {
    if (/^[\d-]+$/.test(word) || /[A-Z]+-?\d{2,}/.test(word)) return word;
    const latin = word.toLowerCase();
    const known = frequentWord(latin);
    if (known) return known;
    let greek = latin;
    for (const [pattern, letters] of DIGRAPHS) greek = greek.replace(pattern, letters);
    greek = greek.replace(/[a-z389]/g, (letter) => LETTERS[letter] ?? letter);
    return greek.replace(/σ$/u, 'ς');
  });
}

/** The frequent Greek word that sounds like one reading of this Latin spelling. */
function frequentWord(latin: string): string | undefined {
  for (const { th, x, h } of READINGS) {
    const read = latin.replace(/[ck]h/g, 'χ').replaceAll('th', th).replaceAll('x', x).replaceAll('h', h);
    const word = BY_SOUND.get(soundOf(read));
    if (word) return word;
  }
  return undefined;
}

/** A Greek word, in either alphabet and without accents, as it sounds: one sign for each sound. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [pattern, sign]) => sound.replace(pattern, sign), word.toLowerCase());
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
