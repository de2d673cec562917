import { isDate, isDateInSomeCentury, luhnHolds, mod11Holds } from './check-digits.ts';

const two = (digits: string, at: number) => Number(digits.slice(at, at + 2));

/** A birth date written day, month, year of the century. */
const startsWithDay = (digits: string) => isDateInSomeCentury(two(digits, 4), two(digits, 2), two(digits, 0));

/** Swedish personnummer or samordningsnummer (day plus 60), ten or twelve digits. Source: Skatteverket, SKV 704. */
export function isPersonnummer(digits: string): boolean {
  const ten = digits.slice(-10);
  const written = two(ten, 4);
  const day = written > 60 ? written - 60 : written;
  if (digits.length === 12) {
    const year = Number(digits.slice(0, 4));
    return year >= 1800 && year < 2100 && isDate(year, two(ten, 2), day) && luhnHolds(ten);
  }
  return digits.length === 10 && isDateInSomeCentury(two(ten, 0), two(ten, 2), day) && luhnHolds(ten);
}

/** Norwegian fødselsnummer or D-number (first digit plus 4), eleven digits with two check digits. Source: Skatteetaten. */
export function isFodselsnummer(digits: string): boolean {
  const first = Number(digits[0]);
  const born = `${first >= 4 ? first - 4 : first}${digits.slice(1)}`;
  return (
    digits.length === 11 &&
    startsWithDay(born) &&
    mod11Holds(digits.slice(0, 10), [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) &&
    mod11Holds(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
  );
}

/** Danish CPR, ten digits. Only the date can be checked: since 2007 numbers are given out that break modulus 11. */
export function isCpr(digits: string): boolean {
  return digits.length === 10 && startsWithDay(digits);
}

const HETU_CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Finnish henkilötunnus: date, century sign, three digits, check character. Source: Digi- ja väestötietovirasto. */
export function isHetu(written: string): boolean {
  const parts = /^(\d{6})[-+A-FU-Y](\d{3})([0-9A-Z])$/i.exec(written);
  if (!parts) return false;
  const [, born = '', person = '', check = ''] = parts;
  return startsWithDay(born) && Number(person) >= 2 && HETU_CHECKS[Number(born + person) % 31] === check.toUpperCase();
}

/** Greek tax number (AFM), nine digits: powers of two from 256 down, modulus 11, then 10. */
export function isAfm(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || Number(digits) === 0) return false;
  const sum = [...digits.slice(0, 8)].reduce((total, digit, place) => total + Number(digit) * 2 ** (8 - place), 0);
  return (sum % 11) % 10 === Number(digits[8]);
}

/** Greek social security number (AMKA), eleven digits: birth date, Luhn. */
export function isAmka(digits: string): boolean {
  return digits.length === 11 && startsWithDay(digits) && luhnHolds(digits);
}
