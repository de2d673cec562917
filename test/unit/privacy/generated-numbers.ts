/** A source of whole numbers below its argument; the same for the same seed. */
export type Random = (below: number) => number;

/** As many sources as asked for, each with its own seed. */
export function seededNumbers(count: number): Random[] {
  return Array.from({ length: count }, (_, seed) => {
    let state = (seed + 1) * 2654435761;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 4294967296) * below);
    };
  });
}

/** The same number with its last digit wrong. */
export const otherDigit = (number: string) => number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);

const two = (value: number) => String(value).padStart(2, '0');
const digits = (count: number, random: Random) => Array.from({ length: count }, () => random(10)).join('');
const date = (random: Random) => ({ day: random(28) + 1, month: random(12) + 1, year: random(100) });

function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

/** A card number that is no national number by chance: those begin with a date. */
export const card = (length: number, random: Random) => withLuhn(`4999${digits(length - 5, random)}`);

export function personnummer(random: Random): string {
  const { day, month, year } = date(random);
  return `19${withLuhn(two(year) + two(month) + two(day + (random(4) === 0 ? 60 : 0)) + digits(3, random))}`;
}

export function fodselsnummer(random: Random): string {
  const checkOf = (body: string, weights: number[]) =>
    (11 - (weights.reduce((sum, weight, place) => sum + weight * Number(body[place]), 0) % 11)) % 11;
  for (;;) {
    const { day, month, year } = date(random);
    const body = two(day + (random(4) === 0 ? 40 : 0)) + two(month) + two(year) + digits(3, random);
    const first = checkOf(body, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = checkOf(body + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${body}${first}${second}`;
  }
}

export function hetu(sign: string, random: Random): string {
  const { day, month, year } = date(random);
  const born = two(day) + two(month) + two(year);
  const person = String(random(998) + 2).padStart(3, '0');
  return born + sign + person + '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(born + person) % 31];
}

export function afm(random: Random): string {
  const body = `1${digits(7, random)}`;
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * 2 ** (8 - place), 0);
  return body + ((sum % 11) % 10);
}

export function amka(random: Random): string {
  const { day, month, year } = date(random);
  return withLuhn(two(day) + two(month) + two(year) + digits(4, random));
}

/** Made-up account number with the length and letters of its country. */
export function iban(country: string, random: Random): string {
  const lengths: Record<string, number> = { SE: 20, NO: 11, DK: 14, FI: 14, GR: 23, DE: 18, GB: 18 };
  const body = country === 'GB' ? `NWBK${digits(14, random)}` : digits(lengths[country] ?? 0, random);
  const numeric = (text: string) => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(`${numeric(body)}${numeric(country)}00`) % 97n);
  return `${country}${String(check).padStart(2, '0')}${body}`;
}
