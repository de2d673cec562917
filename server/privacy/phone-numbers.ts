import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { DigitGroup, NumberRun } from './number-runs.ts';

const PHONE_WORD =
  /(?:tel|tlf|tfn|mobil|mob|phone|cell|call|ring|nummer|number|numero|puh|soita|sms|τηλ|κιν|whatsapp|viber)[^\d]{0,14}$/iu;
/** What an amount, a count or a measure is written with. */
const UNIT_AFTER =
  /^[ \u00a0\u202f]?(?:kr|sek|nok|dkk|eur|usd|gbp|€|\$|£|%|:-|,-|km|kg|poäng|poeng|point|pist|pts|πόντ|ευρώ|öre|øre|sent|cent|pence|λεπτ)/iu;
const CURRENCY_BEFORE = /(?:kr|sek|nok|dkk|eur|usd|gbp|€|\$|£)[.:]?[ \u00a0\u202f]?$/iu;
const MOST_DIGITS = 17;
const MOST_GROUPS = 8;
/** So many digits are a number of their own when a spaced dash or slash follows. */
const SHORTEST_WHOLE = 8;

/** Phone numbers in runs of digits: international ones, and national ones of Sweden, Norway, Denmark, Finland, Greece. */
export class PhoneFinder {
  readonly #text: string;
  readonly #asked = new Map<string, boolean>();

  /** @param text the whole text the runs lie in; dates, times and what was found already are blanked out. */
  constructor(text: string) {
    this.#text = text;
  }

  /** Spans of the phone numbers in one run. */
  find(run: NumberRun): [number, number][] {
    const found: [number, number][] = [];
    for (let first = 0; first < run.groups.length; first += 1) {
      const last = this.#lastOf(run, first);
      const [start, end] = [run.groups[first], last === null ? undefined : run.groups[last]];
      if (last === null || !start || !end) continue;
      found.push([this.#withPrefix(start.start), end.end]);
      first = last;
    }
    return found;
  }

  #lastOf({ groups }: NumberRun, first: number): number | null {
    const start = groups[first];
    if (!start) return null;
    const plus = this.#withPrefix(start.start) < start.start && this.#hasPlus(start.start);
    const window: DigitGroup[] = [];
    let length = 0;
    for (const group of groups.slice(first, first + MOST_GROUPS)) {
      const separator = this.#text.slice(window.at(-1)?.end ?? group.start, group.start);
      length += group.digits.length;
      const another = / [-\u2010-\u2013/] ?/.test(separator) && length - group.digits.length >= SHORTEST_WHOLE;
      if (length > MOST_DIGITS || another) break;
      window.push(group);
    }
    for (; window.length > 0; window.pop()) {
      if (this.#isPhone(window, plus)) return first + window.length - 1;
    }
    return null;
  }

  #isPhone(window: readonly DigitGroup[], plus: boolean): boolean {
    const digits = window.map((group) => group.digits).join('');
    const lonelyDigit = window.length > 1 && window.at(-1)?.digits.length === 1;
    if (digits.length < 7 || lonelyDigit || !this.#standsAlone(window)) return false;
    if (plus) return this.#possible(`+${digits}`);
    if (/^00[1-9]/.test(digits)) return this.#valid(`+${digits.slice(2)}`);
    if (this.#isAmount(window)) return false;
    if (/^0[1-9]/.test(digits)) {
      if (digits.length > 12 || !/^0\d/.test(window[0]?.digits ?? '')) return false;
      return this.#valid(digits, 'SE') || this.#valid(digits, 'FI');
    }
    if (!this.#plainBefore(window)) return false;
    if (digits.length === 8) {
      return this.#isNordicGrouping(window) && (this.#valid(digits, 'NO') || this.#valid(digits, 'DK'));
    }
    if (digits.length === 10 && window.every((group) => group.digits.length >= 2)) return this.#valid(digits, 'GR');
    return false;
  }

  /** Eight digits as they are written in Norway and Denmark, and no date or pair of years. */
  #isNordicGrouping(window: readonly DigitGroup[]): boolean {
    const lengths = window.map((group) => group.digits.length).join(' ');
    if (lengths === '4 4') return PHONE_WORD.test(this.#before(window, 24));
    if (lengths === '8')
      return !/^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])20[2-4]\d)$/.test(
        window[0]?.digits ?? '',
      );
    const thousands = /^0+$/.test(window.at(-1)?.digits ?? '');
    return lengths === '2 2 2 2' || lengths === '3 2 3' || (lengths === '2 3 3' && !thousands);
  }

  #standsAlone(window: readonly DigitGroup[]): boolean {
    const end = window.at(-1)?.end ?? 0;
    return !/\d[,:]$/.test(this.#before(window, 2)) && !/^[,:]\d/.test(this.#text.slice(end, end + 2));
  }

  #isAmount(window: readonly DigitGroup[]): boolean {
    const end = window.at(-1)?.end ?? 0;
    return UNIT_AFTER.test(this.#text.slice(end, end + 8)) || CURRENCY_BEFORE.test(this.#before(window, 6));
  }

  /** False inside addresses, references and other composed codes. */
  #plainBefore(window: readonly DigitGroup[]): boolean {
    return !/[\p{L}\p{N}/=#&?_.+-]$/u.test(this.#before(window, 2));
  }

  #before(window: readonly DigitGroup[], length: number): string {
    const start = window[0]?.start ?? 0;
    return this.#text.slice(Math.max(0, start - length), start);
  }

  #hasPlus(start: number): boolean {
    return /\+[ (]?$/.test(this.#text.slice(Math.max(0, start - 2), start));
  }

  /** Where the number begins once its plus and opening bracket are counted in. */
  #withPrefix(start: number): number {
    const prefix = /(?:\(?\+[ (]?|\()$/.exec(this.#text.slice(Math.max(0, start - 3), start));
    return start - (prefix?.[0].length ?? 0);
  }

  /** A plus says that it is a number to ring, also in a range that nobody had when the tables were made. */
  #possible(digits: string): boolean {
    return parsePhoneNumberFromString(digits)?.isPossible() ?? false;
  }

  #valid(digits: string, country?: CountryCode): boolean {
    const key = `${country ?? ''}${digits}`;
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const valid = parsePhoneNumberFromString(digits, country)?.isValid() ?? false;
    this.#asked.set(key, valid);
    return valid;
  }
}
