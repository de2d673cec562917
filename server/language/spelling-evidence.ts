import type { Lang } from '../domain/language.ts';
import { TELLING_SPELLINGS } from './telling-spellings.ts';

const PATTERNS = TELLING_SPELLINGS.map(([langs, words]): [Lang[], RegExp] => {
  const any = words
    .trim()
    .split(/ +/)
    .map((word) =>
      word
        .replaceAll('_', ' ')
        .replaceAll('---', '\\p{L}{3,}')
        .replaceAll('--', '\\p{L}{2,}')
        .replaceAll('-', '\\p{L}*'),
    );
  return [langs, new RegExp(`(?<!\\p{L})(?:${any.join('|')})(?!\\p{L})`, 'giu')];
});

/** How many spellings in `text` speak for each language. */
export function spellingEvidence(text: string): Map<Lang, number> {
  const found = new Map<Lang, number>();
  for (const [langs, pattern] of PATTERNS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) for (const lang of langs) found.set(lang, (found.get(lang) ?? 0) + count);
  }
  return found;
}
