const SPECIAL: Record<string, string> = { æ: 'a', ø: 'o', ß: 'ss', ς: 'σ', '-': '', "'": '', '’': '', '.': '' };

/** A word in lower case without accents and signs, as people type when the keyboard lacks them. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æøßς'’.-]/g, (letter) => SPECIAL[letter] ?? letter);
}
