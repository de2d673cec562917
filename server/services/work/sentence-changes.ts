/** What somebody changed in one sentence of an answer before it was sent. */
export interface SentenceChange {
  /** The answer's sentence as it stands in its file; null where one was added. */
  before: string | null;
  /** Its place in the answer; null where one was added. */
  place: number | null;
  /** As it was sent; null where the sentence was left out. */
  after: string | null;
  /** Words that went (`-word`) and came (`+word`): the same for the same change in another wording around it. */
  signature: Set<string>;
}

const TOKEN = /\{\{[^{}]*\}\}/g;
/** Words that may stand where a token was. */
const MOST_FILLED = 12;
/** A sentence less alike than this is another one. */
const SAME_SENTENCE = 0.4;
/** Greetings, names and closings around an answer. */
const SHORT = 6;

interface Sentence {
  raw: string;
  words: string[];
}

/**
 * What was changed in an answer before it was sent, sentence by sentence; null where hardly anything of it was sent. Tokens
 * such as `{{fact.bag_fee}}` may have become any few words. Greeting and closing around it are no change.
 */
export function changesIn(answer: string, sent: string): { kept: number; changes: SentenceChange[] } {
  const template = sentencesOf(answer);
  let left = sentencesOf(sent);
  const open: { place: number; sentence: Sentence }[] = [];
  for (const [place, sentence] of template.entries()) {
    const stretches = stretchesOf(sentence.raw);
    const same = left.find(({ words }) => isFilled(stretches, words));
    if (same) left = left.filter((one) => one !== same);
    else open.push({ place, sentence });
  }
  const kept = template.length - open.length;
  const changes = open.map(({ place, sentence }): SentenceChange => {
    const [best] = left
      .map((one) => ({ one, likeness: likenessOf(sentence.words, one.words) }))
      .sort((a, b) => b.likeness - a.likeness);
    const after = best && best.likeness >= SAME_SENTENCE ? best.one : null;
    left = left.filter((one) => one !== after);
    const signature = signatureOf(sentence.words, after?.words ?? []);
    return { before: sentence.raw, place, after: after?.raw ?? null, signature };
  });
  const added = left
    .filter(({ words }) => words.length > SHORT)
    .map(({ raw, words }) => ({ before: null, place: null, after: raw, signature: signatureOf([], words) }));
  return { kept, changes: [...changes, ...added] };
}

/** How much of two signatures is the same (Jaccard). */
export function sameChange(a: Set<string>, b: Set<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

function sentencesOf(text: string): Sentence[] {
  return text
    .split(/(?<=[.!?;…])\s+|\n+/u)
    .map((raw) => raw.trim())
    .map((raw) => ({ raw, words: wordsOf(raw) }))
    .filter(({ words, raw }) => words.length > 0 || raw.includes('{{'));
}

/** Lower case, without the marks of Markdown; a link's address is not read. */
function wordsOf(raw: string): string[] {
  const plain = raw.replace(/\]\([^)\s]*\)/g, ' ').replace(TOKEN, ' ');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stretches of words between tokens. */
function stretchesOf(raw: string): string[][] {
  return raw
    .replace(/\]\([^)\s]*\)/g, ' ')
    .split(TOKEN)
    .map((piece) => piece.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The stretches stand in the words one after the other, with a few words at most where the tokens were. */
function isFilled(stretches: string[][], words: string[]): boolean {
  const last = stretches.length - 1;
  let at = 0;
  for (const [place, stretch] of stretches.entries()) {
    const end = words.length - stretch.length;
    const most = place === 0 ? 0 : Math.min(end, at + MOST_FILLED);
    let from = place === last && last > 0 ? end : at;
    if (place === last && from > most) return false;
    while (from <= most && !stretch.every((word, i) => words[from + i] === word)) from += 1;
    if (from > most || from < at) return false;
    at = from + stretch.length;
  }
  return at === words.length;
}

/** Of the words of both, those in common in the same order (an F measure of the longest common subsequence). */
function likenessOf(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return (2 * commonWords(a, b).length) / (a.length + b.length);
}

function commonWords(a: string[], b: string[]): string[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = rows[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i] as string);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function signatureOf(before: string[], after: string[]): Set<string> {
  const common = commonWords(before, after);
  const without = (words: string[], mark: string) => {
    const left = [...common];
    return words.flatMap((word) => {
      const place = left.indexOf(word);
      if (place === -1) return [`${mark}${word}`];
      left.splice(place, 1);
      return [];
    });
  };
  return new Set([...without(before, '-'), ...without(after, '+')]);
}
