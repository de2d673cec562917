const FEWEST_SIGNS = 3;
const FEWEST_DIGITS = 6;
/** "Anna-Karin" is written "Anna Karin" too. */
const HYPHEN = '[\\s\\u2010-\\u2013-]';

/**
 * How a name, an address or a number may have been written: in any case, over any white space, and numbers in any grouping.
 * null when it is too short to mean one person.
 */
export function personPattern(what: string): RegExp | null {
  const words = what.normalize('NFC').trim();
  if ((words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEWEST_SIGNS) return null;
  const digits = words.replace(/\D/g, '');
  const isNumber = digits.length >= FEWEST_DIGITS && /^[\d\s().+/-]+$/.test(words);
  const body = isNumber
    ? `${words.startsWith('+') ? '\\+?' : ''}${[...digits].join('[\\s().\\u2010-\\u2013-]{0,3}')}`
    : words
        .split(/\s+/)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('-', HYPHEN))
        .join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?=['’]?s?(?![\\p{L}\\p{N}]))`, 'giu');
}
