/**
 * Finder of the order numbers that a bank's settings describe. A pattern that is no regular expression finds nothing.
 * Customers write in small letters too: where a match holds a digit, the letter case does not matter.
 */
export function orderNumberFinder(patterns: readonly string[]): (text: string) => [number, number][] {
  const compiled = patterns.flatMap((pattern) => compile(pattern) ?? []);
  return (text) =>
    compiled.flatMap(({ asWritten, anyCase }) => [
      ...[...text.matchAll(anyCase)].filter(([match]) => /\d/.test(match)).map(span),
      ...[...text.matchAll(asWritten)].filter(([match]) => match.length > 0).map(span),
    ]);
}

const span = (match: RegExpExecArray): [number, number] => [match.index, match.index + match[0].length];

function compile(pattern: string): { asWritten: RegExp; anyCase: RegExp } | null {
  const whole = `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
  try {
    new RegExp(pattern, 'u');
    return { asWritten: new RegExp(whole, 'gu'), anyCase: new RegExp(whole, 'giu') };
  } catch {
    return null;
  }
}
