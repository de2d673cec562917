/** The first suggestion for a message: how sure it was, and whether it was right. */
export interface First {
  relevance: number;
  y: 0 | 1;
}

/** The lowest bar at which the wanted share of first suggestions is right, half of the messages having no answer. */
export function barFor(wanted: number, inside: First[], outside: First[]): number {
  const bars = [...inside, ...outside].map((first) => first.relevance).sort((a, b) => a - b);
  for (const bar of bars) {
    const shown = (firsts: First[]) => firsts.filter((first) => first.relevance >= bar).length / firsts.length;
    const right = inside.filter((first) => first.relevance >= bar && first.y === 1).length / inside.length;
    const all = shown(inside) + shown(outside);
    if (all > 0 && right / all >= wanted) return bar;
  }
  return bars.at(-1) ?? 1;
}
