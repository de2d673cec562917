import { sameWords } from './asked-in-vain.ts';

/** Words at an end of a message that so many messages have, each with other words beside them, ask nothing. */
const RECURS = 4;
/** Or such a share of all messages, where there are many. */
const SHARE = 0.004;
const MOST_OPENING = 8;
const MOST_CLOSING = 6;
/** Frames inside frames: a greeting, anger, thanks, a name, a number. */
const LAYERS = 5;
/** What is left has to be able to ask something. */
const SHORTEST = 12;
/** How much of the rest tells two messages apart. */
const REST = 40;

/** A text cut in two, at one of its ends. */
interface Cut {
  frame: string;
  rest: string;
}

/**
 * Takes off what messages begin and end with whatever they ask: "Third time I write!", "Please help. Cheers [name]". No list
 * of such words is complete, and two questions with the same frame look alike to a model; but what comes before and after
 * many different questions belongs to none of them. Learned from `texts`.
 */
export function withoutUsualFrames(texts: string[]): (text: string) => string {
  const rests = new Map<string, Set<string>>();
  const distinct = [...new Set(texts)];
  for (const text of distinct) {
    for (const { frame, rest } of cutsOf(text)) {
      const known = rests.get(frame);
      const words = sameWords(rest).slice(0, REST);
      if (known) known.add(words);
      else rests.set(frame, new Set([words]));
    }
  }
  const from = Math.max(RECURS, distinct.length * SHARE);
  const usual = new Set([...rests].filter(([, all]) => all.size >= from).map(([frame]) => frame));
  return (text) => {
    let left = text;
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const [longest] = cutsOf(left, true)
        .filter(({ frame, rest }) => usual.has(frame) && rest.length >= SHORTEST)
        .sort((a, b) => a.rest.length - b.rest.length);
      if (!longest) break;
      left = longest.rest;
    }
    return left;
  };
}

/** Where a text may be cut: at the end of a sentence, or before a word that begins one. `anywhere`: where a known frame stands. */
function cutsOf(text: string, anywhere = false): Cut[] {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ word, index }));
  const cuts: Cut[] = [];
  for (let count = 1; count <= MOST_OPENING && count < words.length; count += 1) {
    const before = words[count - 1]?.word ?? '';
    const next = words[count];
    if (!next) break;
    const ends =
      /[.!?;…]$/u.test(before) || (count <= 2 && (/[,:-]$/u.test(before) || /^\p{Lu}\p{Ll}/u.test(next.word)));
    if (ends) cuts.push(cutAt(text, next.index, 'opens'));
  }
  for (let count = 1; count <= MOST_CLOSING && count < words.length; count += 1) {
    const first = words[words.length - count];
    const before = words[words.length - count - 1]?.word ?? '';
    if (!first) break;
    const begins =
      /[.!?;…,]$/u.test(before) || /^[/[(]/u.test(first.word) || (count >= 2 && /^\p{Lu}\p{Ll}/u.test(first.word));
    if (begins || anywhere) cuts.push(cutAt(text, first.index, 'closes'));
  }
  return cuts.filter(({ frame, rest }) => frame.length > 2 && rest !== '');
}

function cutAt(text: string, place: number, side: 'opens' | 'closes'): Cut {
  const [head, tail] = [text.slice(0, place).trim(), text.slice(place).trim()];
  const [frame, rest] = side === 'opens' ? [head, tail] : [tail, head];
  return { frame: `${side} ${sameWords(frame)}`, rest };
}
