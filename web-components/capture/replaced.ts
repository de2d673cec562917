/** What stands for personal data in a text, and what it was where that is known. */
export interface Replaced {
  /** `{{order.number}}`, `[e-mail]` ... */
  text: string;
  was: string | null;
}

/**
 * What stood where tokens stand now: the stretches between them are found again in what was written. Null for those that
 * were there already, or that cannot be told.
 */
export function originals(written: string, draft: string, spans: [number, number][]): Replaced[] {
  const found: Replaced[] = [];
  let at = 0;
  let from = 0;
  for (const [place, [start, end]] of spans.entries()) {
    const before = draft.slice(from, start);
    const found0 = written.indexOf(before, at);
    const behind = draft.slice(end, spans[place + 1]?.[0] ?? draft.length);
    const text = draft.slice(start, end);
    from = end;
    if (found0 < 0) {
      found.push({ text, was: null });
      continue;
    }
    const begins = found0 + before.length;
    const ends =
      behind.trim() === '' ? endOf(written, begins, place === spans.length - 1) : written.indexOf(behind, begins);
    const was = ends < begins ? null : written.slice(begins, ends).trim();
    found.push({ text, was: was === '' || was === text ? null : was });
    at = Math.max(begins, ends);
  }
  return found;
}

function endOf(written: string, begins: number, last: boolean): number {
  if (last) return written.trimEnd().length;
  const space = written.slice(begins).search(/\s/);
  return space < 0 ? written.length : begins + space;
}

/** A text cut where tokens stand, so that they can be shown as such. */
export function cutAtTokens(text: string, tokens: string[]): { text: string; token: boolean }[] {
  if (tokens.length === 0) return [{ text, token: false }];
  const pattern = new RegExp(`(${tokens.map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return text.split(pattern).map((part, place) => ({ text: part, token: place % 2 === 1 }));
}
