/** What still has to be filled in: `[order number]`, `[SE 349 kr / FI 35 €]`. A link's words are no blank. */
export function blanksIn(text: string): string[] {
  return [...new Set(text.match(/\[\p{L}[^[\]\n]{1,58}\](?!\()/gu) ?? [])];
}
