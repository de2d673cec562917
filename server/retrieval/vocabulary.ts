import type { Lang } from '../domain/language.ts';
import { foldWord } from '../language/fold.ts';
import { soundOf } from '../language/greek-in-latin.ts';
import { oncePerAudience } from './once-per-audience.ts';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Shorter words have too many neighbours one letter away. */
const SHORTEST = 5;
/** Words so long, compounds mostly, may hold two slips and still be told from their neighbours. */
const SHORTEST_FOR_TWO = 9;

/** How the bank spells, so that what a customer typed without å, ø or accents, by ear or wrongly is read as it was meant. */
export interface Vocabulary {
  /** The text with each word that the bank does not know spelt as the bank spells its likeliest meaning; others stay. */
  respell(text: string, lang: Lang): string;
}

interface Words {
  counts: Map<string, number>;
  /** By how a word is typed without its marks, or sounds. */
  byKey: Map<string, string>;
  /** Keys by first letter and length. */
  keys: Map<string, string[]>;
}

/** The words of what `audience` admits, read once for each published version; a language's when it is first written in. */
export const vocabularyOf = oncePerAudience(async (reader, audience): Promise<Vocabulary> => {
  const texts = new Map<Lang, string[]>();
  for (const { passage } of await reader.scan(audience, { vectors: false })) {
    const own = texts.get(passage.lang) ?? [];
    texts.set(passage.lang, own);
    own.push(passage.embedText);
  }
  const languages = new Map<Lang, Words>();
  return {
    respell(text, lang) {
      const words = languages.get(lang) ?? wordsOf(texts.get(lang) ?? []);
      languages.set(lang, words);
      return text.replace(WORD, (word) => spelled(word, words));
    },
  };
});

function wordsOf(texts: string[]): Words {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byKey = new Map<string, string>();
  for (const [word, count] of counts) {
    const key = keyOf(word);
    if ((counts.get(byKey.get(key) ?? '') ?? 0) < count) byKey.set(key, word);
  }
  const keys = new Map<string, string[]>();
  for (const key of byKey.keys()) {
    const bucket = bucketOf(key, key.length);
    keys.set(bucket, [...(keys.get(bucket) ?? []), key]);
  }
  return { counts, byKey, keys };
}

function spelled(word: string, words: Words): string {
  const lower = word.toLowerCase();
  if (words.counts.has(lower)) return word;
  const key = keyOf(lower);
  return words.byKey.get(key) ?? nearest(key, words) ?? word;
}

/** The most frequent word one slip away, or two where it is long. */
function nearest(key: string, words: Words): string | undefined {
  if (key.length < SHORTEST) return undefined;
  const one = mostFrequent(key, words, [-1, 0, 1], isOneSlip);
  if (one !== undefined || key.length < SHORTEST_FOR_TWO) return one;
  return mostFrequent(key, words, [-2, -1, 0, 1, 2], (a, b) => !differOnlyInEnding(a, b) && slips(a, b, 2) <= 2);
}

function mostFrequent(
  key: string,
  { counts, byKey, keys }: Words,
  longer: number[],
  near: (a: string, b: string) => boolean,
): string | undefined {
  const found = longer
    .flatMap((more) => keys.get(bucketOf(key, key.length + more)) ?? [])
    .filter((other) => near(key, other))
    .map((other) => byKey.get(other) ?? '');
  return found.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}

/** Letters that an inflection may change: two slips there are most often another form of the word, spelt right. */
const ENDING = 3;

function differOnlyInEnding(a: string, b: string): boolean {
  const stem = Math.min(a.length, b.length) - ENDING;
  return a.slice(0, stem) === b.slice(0, stem);
}

/**
 * Slips between two words: letters too many, too few, wrong, or neighbours swapped (Damerau, 1964); `most` + 1 as soon as
 * there are more than `most`.
 */
function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length + right.length <= 1) return true;
  if (left.length === 1 && right.length === 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function keyOf(word: string): string {
  const folded = foldWord(word);
  return /\p{Script=Greek}/u.test(folded) ? soundOf(folded) : folded;
}

function bucketOf(key: string, length: number): string {
  return `${key[0]}${length}`;
}
