/** "se" -> "Sweden", in the interface's language; a market that is no country keeps its code. */
export function marketName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' }).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}
