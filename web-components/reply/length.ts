export type Unit = 'chars' | 'sms' | 'x';

export interface Limits {
  unit: Unit;
  /** A length people read to the end. */
  good: number;
  limit: number | null;
}

const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENDED = '\f^{}\\[~]|€';
const BASIC = new Set(GSM_BASIC);
const EXTENDED = new Set(GSM_EXTENDED);

/**
 * SMS parts (3GPP TS 23.038): 160 septets or 153 in each of several; one character outside GSM-7 turns the whole message
 * into UCS-2 with 70 or 67 UTF-16 units.
 */
export function smsParts(text: string): number {
  if (text === '') return 0;
  const characters = [...text];
  if (!characters.every((character) => BASIC.has(character) || EXTENDED.has(character))) {
    return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  }
  const septets = characters.reduce((sum, character) => sum + (EXTENDED.has(character) ? 2 : 1), 0);
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
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
