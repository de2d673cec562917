import type { ChannelSettings } from '../../domain/bank-settings.ts';

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_EXTENDED = new Set('\f^{}\\[~]|€');
const X_LINK = /https?:\/\/\S*[^\s.,:;!?)\]]/g;
const X_SINGLE = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const;

/** The length of plain text as its channel counts it: characters, SMS parts, or X's weighted length. */
export function messageLength(text: string, unit: ChannelSettings['unit']): number {
  if (unit === 'sms') return smsParts(text);
  return unit === 'x' ? xLength(text) : [...text].length;
}

/** Parts after 3GPP TS 23.038: 160 or 153 septets each; with one character outside GSM-7, 70 or 67 UTF-16 units each. */
function smsParts(text: string): number {
  const characters = [...text];
  if (!characters.every((character) => GSM_BASIC.has(character) || GSM_EXTENDED.has(character))) {
    return packed(
      characters.map(({ length }) => length),
      70,
      67,
    );
  }
  return packed(
    characters.map((character) => (GSM_EXTENDED.has(character) ? 2 : 1)),
    160,
    153,
  );
}

/** No character is parted between two messages. */
function packed(sizes: number[], single: number, each: number): number {
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

/** Links count 23, most alphabets 1 for each character, all else and every emoji 2. */
function xLength(text: string): number {
  const links = text.match(X_LINK)?.length ?? 0;
  let length = links * 23;
  const rest = text.replace(X_LINK, '').normalize('NFC');
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(rest)) {
    if (/\p{Extended_Pictographic}/u.test(segment)) length += 2;
    else for (const character of segment) length += xWeight(character.codePointAt(0) ?? 0);
  }
  return length;
}

function xWeight(point: number): number {
  return X_SINGLE.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
}
