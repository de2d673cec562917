/** Somebody did something at a moment: what a figure is made of. */
export interface Deed {
  /** Rotating pseudonym: it changes with the month. */
  agent: string;
  /** ISO 8601. */
  at: string;
}

/** A number with the deeds that it stands on. */
export interface Figure {
  value: number | null;
  behind: Deed[];
}

/** No figure stands on fewer agents: it would be a figure of somebody. */
export const FEWEST_AGENTS = 5;

/**
 * The number that may be shown: null where fewer than five agents stand behind it. A pseudonym changes with the month, so
 * that across a month's end one agent has two: the month with the most agents counts.
 */
export function shown({ value, behind }: Figure): number | null {
  const months = new Map<string, Set<string>>();
  for (const { agent, at } of behind) {
    const month = at.slice(0, 7);
    months.set(month, (months.get(month) ?? new Set()).add(agent));
  }
  const agents = Math.max(0, ...[...months.values()].map(({ size }) => size));
  return agents < FEWEST_AGENTS ? null : value;
}

/** null where there is nothing to divide by. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The middle value; the mean of both where there are two. null of nothing. */
export function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] as number) + (sorted[Math.ceil(at)] as number)) / 2;
}

/** The items of each key, in their order. */
export function groupedBy<T, K>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
