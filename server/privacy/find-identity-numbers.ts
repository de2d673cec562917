import type { PersonalDatum } from '../ports/personal-data.ts';
import { isAfm, isAmka, isCpr, isFodselsnummer, isHetu, isPersonnummer } from './national-numbers.ts';

const BEFORE = String.raw`(?<![\p{L}\p{N}]|\p{N}[.,-]|\+[ \d]{0,4})`;
const AFTER = String.raw`(?![\p{L}\p{N}]|[.,-]\p{N})`;
const shape = (pattern: string) => new RegExp(`${BEFORE}(?:${pattern})${AFTER}`, 'giu');

const HETU = shape(String.raw`\d{6} ?[-+\u2010-\u2013A-FU-Y] ?\d{3}[0-9A-Z]`);
const TEN_OR_TWELVE = shape(String.raw`(?:\d{2})?\d{6}(?: ?[-+./\u2010-\u2013] ?|[ \u00a0])?\d{4}`);
const ELEVEN = shape(String.raw`\d{2}[ .]?\d{2}[ .]?\d{2}[ \u00a0-]?\d{3} ?\d{2}`);
const NINE = shape(String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}`);

const CPR_WORD = /cpr[\p{L}\s.:#-]{0,14}$/iu;
const PERSONNUMMER_WORD = /(?:person-?n(?:umme)?r|pnr|samordning)[\p{L}\s.:#-]{0,14}$/iu;
const AFM_WORD =
  /(?<!\p{L})(?:α\.?φ\.?μ|a\.?f\.?m|φ\.?π\.?α|vat|tin)\.?(?: (?:μου|είναι|number|no|nr|is))*[\s.:#-]{0,3}(?:EL)?$/iu;
const AMKA_WORD = /(?<!\p{L})(?:α\.?μ\.?κ\.?α|amka)\.?[\p{L}\s.:#-]{0,14}$/iu;
const SWEDISH_MOBILE = /^07[02369]\d{7}$/;
const REACH = 32;

const digitsOf = (written: string) => written.replace(/\D/g, '');

/** Identity and tax numbers whose checks hold. A word before a number settles what its shape leaves open. */
export function findIdentityNumbers(text: string): PersonalDatum[] {
  return [...matches(text, HETU, hetu), ...matches(text, ELEVEN, eleven), ...matches(text, TEN_OR_TWELVE, tenOrTwelve)];
}

/** Greek tax numbers that a word announces. */
export function findNamedAfms(text: string): PersonalDatum[] {
  return matches(text, NINE, (written, before) => (AFM_WORD.test(before) && isAfm(digitsOf(written)) ? 'afm' : null));
}

type Kind = PersonalDatum['kind'];

function matches(
  text: string,
  pattern: RegExp,
  kindOf: (written: string, before: string) => Kind | null,
): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(pattern)) {
    const kind = kindOf(match[0], text.slice(Math.max(0, match.index - REACH), match.index));
    if (kind) found.push({ kind, span: [match.index, match.index + match[0].length] });
  }
  return found;
}

function hetu(written: string, before: string): Kind | null {
  return !CPR_WORD.test(before) && isHetu(written.replace(/ /g, '').replace(/[\u2010-\u2013]/, '-')) ? 'hetu' : null;
}

function eleven(written: string, before: string): Kind | null {
  const digits = digitsOf(written);
  if (AMKA_WORD.test(before) && isAmka(digits)) return 'amka';
  if (isFodselsnummer(digits)) return 'fodselsnummer';
  return isAmka(digits) && written.length === digits.length ? 'amka' : null;
}

function tenOrTwelve(written: string, before: string): Kind | null {
  const digits = digitsOf(written);
  if (CPR_WORD.test(before) && isCpr(digits)) return 'cpr';
  const looksLikeMobile = SWEDISH_MOBILE.test(written) && !PERSONNUMMER_WORD.test(before);
  if (isPersonnummer(digits) && !looksLikeMobile) return 'personnummer';
  return /^\d{6} ?[-\u2010-\u2013] ?\d{4}$/.test(written) && isCpr(digits) ? 'cpr' : null;
}
