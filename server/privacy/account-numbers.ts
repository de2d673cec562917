import { luhnHolds, remainderOf } from './check-digits.ts';
import type { NumberRun } from './number-runs.ts';

/** Length of an IBAN by country. Source: SWIFT IBAN registry, release 99. */
const IBAN_LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** True when the remainder by 97 is 1 (ISO 13616). Letters in capitals, no spaces. */
function ibanHolds(iban: string): boolean {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return remainderOf(digits, 97) === 1;
}

/** Spans of account numbers, written together or in groups. */
export function findIbans(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const head of text.matchAll(/(?<![\p{L}\p{N}])[A-Z]{2}[ \u00a0]?\d{2}/giu)) {
    const length = IBAN_LENGTHS.get(head[0].slice(0, 2).toUpperCase());
    const end = length === undefined ? null : endOfIban(text, head.index, length);
    if (end !== null) found.push([head.index, end]);
  }
  return found;
}

function endOfIban(text: string, start: number, length: number): number | null {
  let iban = '';
  let at = start;
  while (iban.length < length) {
    const character = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(character)) iban += character.toUpperCase();
    else if (!/[ \u00a0\u202f-]/.test(character) || !/[A-Za-z0-9]/.test(text[at + 1] ?? '')) return null;
    at += 1;
  }
  return /[\p{L}\p{N}]/u.test(text[at] ?? '') || !ibanHolds(iban) ? null : at;
}

/** How cards are printed; other groupings count only when nothing else is in the run. */
const CARD_GROUPS = /^(?:4 4 4 4(?: [1-3])?|4 6 [45]|8 8|4 3 3 3|6 1[0-3])$/;

/** Spans of payment cards in a run of digits: 13 to 19 digits, Luhn. */
export function findCards(run: NumberRun): [number, number][] {
  const found: [number, number][] = [];
  const { groups } = run;
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastOfCard(run, first);
    if (last === null) continue;
    found.push([groups[first]?.start ?? 0, groups[last]?.end ?? 0]);
    first = last;
  }
  return found;
}

function lastOfCard({ groups, international }: NumberRun, first: number): number | null {
  let best: number | null = null;
  let digits = '';
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length > 19) break;
    const whole = first === 0 && last === groups.length - 1 && !international && /^[3-6]/.test(digits);
    const lengths = groups.slice(first, last + 1).map((group) => group.digits.length);
    const printed = lengths.length === 1 || CARD_GROUPS.test(lengths.join(' '));
    if (digits.length >= 13 && (printed || whole) && !/^(\d)\1*$/.test(digits) && luhnHolds(digits)) best = last;
  }
  return best;
}
