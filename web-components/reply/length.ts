import { smsOf } from './sms.ts';

export type Unit = 'chars' | 'sms' | 'x';

export interface Limits {
  unit: Unit;
  /** A length people read to the end. */
  good: number;
  limit: number | null;
}

/** SMS parts. */
export function smsParts(text: string): number {
  return smsOf(text).parts;
}

const X_LINK = /https?:\/\/\S*[^\s.,:;!?)\]]/g;
const X_LINK_LENGTH = 23;
const X_SINGLE: [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** X's weighted length: links count 23, most alphabets 1 for each character, all else and every emoji 2. */
export function xLength(text: string): number {
  const links = text.match(X_LINK)?.length ?? 0;
  const rest = text.replace(X_LINK, '').normalize('NFC');
  let length = links * X_LINK_LENGTH;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(rest)) {
    if (/\p{Extended_Pictographic}/u.test(segment) && !/^[\d#*]$/.test(segment)) length += 2;
    else for (const character of segment) length += weight(character.codePointAt(0) ?? 0);
  }
  return length;
}

function weight(point: number): number {
  return X_SINGLE.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
}

/** The length of a text as its channel counts it. */
export function measure(text: string, unit: Unit): number {
  if (unit === 'sms') return smsParts(text);
  return unit === 'x' ? xLength(text) : [...text].length;
}

/** How a length stands to its limits: `over` is how much is too much. */
export function judge(text: string, limits: Limits): { count: number; level: 'good' | 'long' | 'over'; over: number } {
  const count = measure(text, limits.unit);
  const over = limits.limit === null ? 0 : Math.max(0, count - limits.limit);
  return { count, level: over > 0 ? 'over' : count > limits.good ? 'long' : 'good', over };
}
