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
const MOST_FILLED = 4;
/** A sentence less alike than this is another one. */
const SAME_SENTENCE = 0.4;
/** Greetings, names and closings around an answer. */
const SHORT = 6;

/** A few words before a comma at the start of a paragraph: a greeting, or a yes. */
const FIRST_WORDS = /^([ \t]*(?:[\p{L}\p{M}.]+ ?){1,4},)[ \t]+/gmu;
/** A greeting on the line of what it greets: what follows begins a paragraph too, as it does in the answer. */
const GREETED = /^(\s*(?:[\p{L}\p{M}]+ ?){1,4}[!.])[ \t]+/u;

interface Sentence {
  raw: string;
  words: string[];
}

/** Every value that a fact ever had, in any market. */
export type ValuesOf = (fact: string) => string[];

/**
 * What was changed in an answer before it was sent, sentence by sentence; null where hardly anything of it was sent. A token
 * such as `{{order.number}}` may have become any few words, a fact one of its values. Greeting and closing around it are no change.
 */
export function changesIn(
  answer: string,
  sent: string,
  valuesOf: ValuesOf = () => [],
): { kept: number; changes: SentenceChange[] } {
  const template = sentencesOf(answer);
  let left = sentencesOf(sent);
  const open: { place: number; sentence: Sentence }[] = [];
  for (const [place, sentence] of template.entries()) {
    const written = templateOf(sentence.raw, valuesOf);
    const same = left.find(({ words }) => isFilled(written, words));
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
    const values = new Set(templateOf(sentence.raw, valuesOf).fillings.flatMap((filling) => filling?.flat() ?? []));
    const signature = signatureOf(
      sentence.words,
      (after?.words ?? []).filter((word) => !values.has(word) || sentence.words.includes(word)),
    );
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
    .replace(GREETED, '$1\n')
    .replace(FIRST_WORDS, '$1\n')
    .split(/(?<=[.!?;…])\s+|\n+/u)
    .map((raw) => raw.trim())
    .map((raw) => ({ raw, words: wordsOf(raw) }))
    .filter(({ words, raw }) => words.length > 0 || raw.includes('{{'));
}

/** Lower case, without the marks of Markdown; a link's address is not read. */
function wordsOf(raw: string): string[] {
  const plain = raw.replace(/\]\([^)\s]*\)/g, ' ').replace(TOKEN, ' ');
  return plainWords(plain);
}

function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a token may have become: the values of a fact, or any few words. */
type Filling = string[][] | null;

/** A sentence as stretches of words with tokens between them. */
interface Template {
  stretches: string[][];
  fillings: Filling[];
}

function templateOf(raw: string, valuesOf: ValuesOf): Template {
  const plain = raw.replace(/\]\([^)\s]*\)/g, ' ');
  const fillings = [...plain.matchAll(TOKEN)].map(([token]) => {
    const fact = /^\{\{\s*fact\.([\w-]+)\s*\}\}$/.exec(token)?.[1];
    return fact === undefined ? null : valuesOf(fact).map(plainWords);
  });
  return { stretches: plain.split(TOKEN).map(plainWords), fillings };
}

/** The stretches stand in the words one after the other, with what the tokens may have become between them. */
function isFilled({ stretches, fillings }: Template, words: string[]): boolean {
  const follows = (stretch: string[], from: number) => stretch.every((word, i) => words[from + i] === word);
  let ends = [0];
  for (const [place, stretch] of stretches.entries()) {
    const filling = fillings[place - 1];
    const starts = new Set<number>();
    for (const end of ends) {
      // A token that was left as it is has no words.
      starts.add(end);
      if (place === 0) continue;
      if (!filling) for (let more = 1; more <= MOST_FILLED; more += 1) starts.add(end + more);
      else for (const value of filling) if (follows(value, end)) starts.add(end + value.length);
    }
    ends = [...starts].filter((start) => follows(stretch, start)).map((start) => start + stretch.length);
  }
  return ends.includes(words.length);
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
