import type { ReplyField } from './reply-field.ts';

/** Selects the next of `tokens` from `from`, or the previous one before it; false when there is none. */
export function selectToken(field: ReplyField, tokens: string[], from: number, backwards = false): boolean {
  const text = field.text();
  const places = [...new Set(tokens)].flatMap((token) => placesOf(text, token));
  const ahead = backwards
    ? places.filter(([, end]) => end <= from).sort(([, a], [, b]) => b - a)
    : places.filter(([start]) => start >= from).sort(([a], [b]) => a - b);
  const [place] = ahead;
  if (!place) return false;
  field.focus();
  field.select(place[0], place[1]);
  return true;
}

function placesOf(text: string, token: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + token.length)) {
    places.push([at, at + token.length]);
  }
  return places;
}
