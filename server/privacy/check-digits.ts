/** True when the last digit is the Luhn check digit of those before it (ISO/IEC 7812-1, annex B). Digits only. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** True when the weighted sum of the digits leaves no remainder by 11. As many weights as digits. */
export function mod11Holds(digits: string, weights: readonly number[]): boolean {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11 === 0;
}

/** Remainder of a decimal number of any length. */
export function remainderOf(digits: string, divisor: number): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % divisor;
  return remainder;
}

/** True for a day of the Gregorian calendar; months count from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const february = leap ? 29 : 28;
  return day <= (month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** The same where the century is not written: a leap year in any century will do. */
export function isDateInSomeCentury(yearOfCentury: number, month: number, day: number): boolean {
  return isDate(2000 + yearOfCentury, month, day);
}
