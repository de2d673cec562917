const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const PATTERNS = [
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?<!\d)(?<!\d[.,/-])(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|[.]\d)/g,
  new RegExp(`(?<!\\d)(?:19|20)\\d{2}([-./])${MONTH}\\1${DAY}(?!\\d)`, 'g'),
  new RegExp(`(?<!\\d)(?<!\\d[./-])${DAY}([-./])${MONTH}\\1(?:(?:19|20)\\d{2}|\\d{2})(?!\\d|[./-]\\d)`, 'g'),
  new RegExp(`(?<!\\d)(?<!\\d[./-])${DAY}[./] ?${MONTH}[. ] ?(?:19|20)\\d{2}(?!\\d|[./-]\\d)`, 'g'),
  /(?<!\d)(?<!\d[ ./-])(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)\d{2}(?!\d|[ ./-]\d)/g,
  /(?<!\d)(?<!\d[ ./-])(?:[01]\d|2[0-4])[0-5]\d ?[-\u2010-\u2013] ?(?:[01]\d|2[0-4])[0-5]\d(?!\d|[ ./-]\d)/g,
];

/** The text with written dates and times of day taken out, unit for unit, since their digits look like phone numbers. */
export function blankDatesAndTimes(text: string, blank: string): string {
  return PATTERNS.reduce((rest, pattern) => rest.replace(pattern, (match) => blank.repeat(match.length)), text);
}
