import type { RoomWords } from './strings/strings.ts';

/** The word for a code of the contract: a state, a kind, an audience. A code that is not known stands for itself. */
export function wordFor(code: string, words: RoomWords): string {
  return (words as Record<string, string>)[code] ?? code;
}
