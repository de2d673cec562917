import type { FindPersonalData, PersonalDatum } from '../ports/personal-data.ts';
import { findCards, findIbans } from './account-numbers.ts';
import { blankDatesAndTimes } from './dates-and-times.ts';
import { findAnnouncedNumbers } from './find-announced-numbers.ts';
import { findEmails } from './find-emails.ts';
import { findIdentityNumbers, findNamedAfms } from './find-identity-numbers.ts';
import { nameFinder } from './find-names.ts';
import { orderNumberFinder } from './find-order-numbers.ts';
import { isAfm } from './national-numbers.ts';
import { numberRuns } from './number-runs.ts';
import { PhoneFinder } from './phone-numbers.ts';

/** Stands for what is found or is a date, so that no number is read across it. Nothing looks for it. */
const BLANK = '\u0001';
const BARE_AFM = /(?<![\p{L}\p{N}]|\p{N}[.,-]|[\p{L}\p{N}_][-/=#])\d{9}(?![\p{L}\p{N}]|[.,-]\p{N})/gu;
const AMOUNT_AFTER = /^[ \u00a0\u202f]?(?:kr|sek|nok|dkk|eur|usd|gbp|€|\$|£|%|:-|,-)/iu;

/** Digits, dashes and spaces of other keyboards as ours, unit for unit. */
function plainSigns(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\uff0d\u2043]/g, '-')
    .replace(/[\u2000-\u200a\u205f\u3000]/g, ' ');
}

type Kind = PersonalDatum['kind'];

/**
 * Finder of e-mail addresses, phone numbers, payment cards, IBANs, the identity numbers of Sweden, Norway, Denmark, Finland
 * and Greece, and the order numbers that a bank's settings describe (regular expressions). What has a check digit is found
 * only where it holds. `names` asks for names in greetings and signatures too, which `ourselves` are not. The most specific kind is looked for first, and what is found is out of reach for the next.
 */
export function personalDataFinder(
  orderNumbers: readonly string[],
  names?: { ourselves: readonly string[] },
): FindPersonalData {
  const findNames = names ? nameFinder(names.ourselves) : () => [];
  const findOrderNumbers = orderNumberFinder(orderNumbers);
  return (text) => {
    const found: PersonalDatum[] = [];
    let rest = plainSigns(text);
    const take = (spans: readonly PersonalDatum[]) => {
      const apart = withoutOverlaps(spans);
      found.push(...apart);
      rest = blank(rest, apart);
    };
    take(findNames(rest).map(as('name')));
    take(findEmails(rest).map(as('email')));
    take(findIbans(rest).map(as('iban')));
    take(numberRuns(rest).flatMap(findCards).map(as('card')));
    take(findIdentityNumbers(rest));
    take(findNamedAfms(rest));
    take(findOrderNumbers(rest).map(as('order-number')));
    take(findAnnouncedNumbers(rest));
    const dateless = blankDatesAndTimes(rest, BLANK);
    const phones = new PhoneFinder(dateless);
    take(
      numberRuns(dateless)
        .flatMap((run) => phones.find(run))
        .map(as('phone')),
    );
    take(findBareAfms(rest));
    return found.sort((a, b) => a.span[0] - b.span[0]);
  };
}

const as =
  (kind: Kind) =>
  (span: [number, number]): PersonalDatum => ({ kind, span });

/** Greek tax numbers that no word announces. */
function findBareAfms(text: string): PersonalDatum[] {
  return [...text.matchAll(BARE_AFM)]
    .filter(({ 0: digits, index }) => isAfm(digits) && !AMOUNT_AFTER.test(text.slice(index + 9, index + 14)))
    .map(({ 0: digits, index }) => ({ kind: 'afm', span: [index, index + digits.length] }));
}

/** In order of start; of two that overlap the earlier, and of two that start together the longer. */
function withoutOverlaps(data: readonly PersonalDatum[]): PersonalDatum[] {
  let end = 0;
  return [...data]
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
    .filter(({ span }) => {
      const apart = span[0] >= end;
      if (apart) end = span[1];
      return apart;
    });
}

/** The text with every span blanked out, unit for unit. Spans in order and without overlaps. */
function blank(text: string, data: readonly PersonalDatum[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { span } of data) {
    parts.push(text.slice(from, span[0]), BLANK.repeat(span[1] - span[0]));
    from = span[1];
  }
  return data.length === 0 ? text : [...parts, text.slice(from)].join('');
}
