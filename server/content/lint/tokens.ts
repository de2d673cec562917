/** `{{fact.bag_fee}}` as it stands in a text. */
export interface Token {
  name: string;
  token: string;
  at: number;
}

/** Everything in double braces. */
export function tokensIn(markdown: string): Token[] {
  return [...markdown.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => ({
    name: (match[1] ?? '').trim(),
    token: match[0],
    at: match.index,
  }));
}
