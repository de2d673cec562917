import type { ChannelSettings } from './bank-settings.ts';

const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const BASIC = new Set(GSM_BASIC);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** A message as it travels (3GPP TS 23.038). */
export interface Sms {
  parts: number;
  alphabet: 'gsm-7' | 'ucs-2';
  /** The first character that GSM-7 lacks, so that the whole message is Unicode; null in GSM-7. */
  because: string | null;
}

/**
 * 160 septets, or 153 in each of several; a character of the extension table takes two. One character outside GSM-7 turns
 * the message into UCS-2: 70 UTF-16 units, or 67 in each of several. No character is parted between two messages.
 */
export function smsOf(text: string): Sms {
  const characters = [...text];
  const because = characters.find((character) => !BASIC.has(character) && !EXTENDED.has(character)) ?? null;
  const sizes = characters.map((character) =>
    because === null ? (EXTENDED.has(character) ? 2 : 1) : character.length,
  );
  const [single, each] = because === null ? [160, 153] : [70, 67];
  return { parts: partsOf(sizes, single, each), alphabet: because === null ? 'gsm-7' : 'ucs-2', because };
}

function partsOf(sizes: number[], single: number, each: number): number {
  if (sizes.length === 0) return 0;
  if (sizes.reduce((sum, size) => sum + size, 0) <= single) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
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

/** The length of plain text as its channel counts it: characters, SMS parts, or X's weighted length. */
export function messageLength(text: string, unit: ChannelSettings['unit']): number {
  if (unit === 'sms') return smsOf(text).parts;
  return unit === 'x' ? xLength(text) : [...text].length;
}
