import { RE2JS } from 're2js';

/**
 * Finder of the order numbers that a bank's settings describe. A pattern that is no regular expression finds nothing.
 * Customers write in small letters too: where a match holds a digit, the letter case does not matter. Searching takes time in
 * proportion to the text whatever the pattern is, so that no pattern and no message can make the server stand still.
 */
export function orderNumberFinder(patterns: readonly string[]): (text: string) => [number, number][] {
  const compiled = patterns.flatMap((pattern) => compile(pattern) ?? []);
  return (text) =>
    compiled.flatMap(({ asWritten, anyCase }) => {
      const inAnyCase = spans(anyCase, text);
      if (inAnyCase.length === 0) return [];
      return [...inAnyCase.filter((span) => /\d/.test(text.slice(...span))), ...spans(asWritten, text)];
    });
}

/**
 * Matches that are no part of a longer word or number. What stands around one is read with it, as this engine cannot look
 * behind; the sign after it may be the one that the next begins after.
 */
function spans(pattern: RE2JS, text: string): [number, number][] {
  const found: [number, number][] = [];
  const matcher = pattern.matcher(text);
  for (let from = 0; from < text.length && matcher.find(from); ) {
    const [start, end] = [matcher.start(1), matcher.end(1)];
    if (end > start) found.push([start, end]);
    from = Math.max(end, matcher.start() + 1);
  }
  return found;
}

function compile(pattern: string): { asWritten: RE2JS; anyCase: RE2JS } | null {
  const whole = `(?:^|[^\\p{L}\\p{N}])(${pattern})(?:$|[^\\p{L}\\p{N}])`;
  try {
    const translated = RE2JS.translateRegExp(whole);
    return { asWritten: RE2JS.compile(translated), anyCase: RE2JS.compile(translated, RE2JS.CASE_INSENSITIVE) };
  } catch {
    return null;
  }
}
