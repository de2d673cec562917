/** The first suggestion for a message: how sure it was, and whether it was right. */
export interface First {
  relevance: number;
  y: 0 | 1;
}

/** Messages that nothing answers, and what part they are of all such. */
export interface Outside {
  firsts: First[];
  share: number;
}

/**
 * The lowest bar at which the wanted share of first suggestions is right, half of the messages having no answer. The
 * shares of `outside` add up to 1.
 */
export function barFor(wanted: number, inside: First[], outside: Outside[]): number {
  const all = [...inside, ...outside.flatMap(({ firsts }) => firsts)];
  const bars = all.map((first) => first.relevance).sort((a, b) => a - b);
  for (const bar of bars) {
    const shown = (firsts: First[]) => firsts.filter((first) => first.relevance >= bar).length / firsts.length;
    const right = inside.filter((first) => first.relevance >= bar && first.y === 1).length / inside.length;
    const wrongly = outside.reduce((sum, { firsts, share }) => sum + share * shown(firsts), 0);
    const offered = shown(inside) + wrongly;
    if (offered > 0 && right / offered >= wanted) return bar;
  }
  return bars.at(-1) ?? 1;
}
