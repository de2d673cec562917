import type { Limits } from './length.ts';
import type { ReplyField } from './reply-field.ts';

const known = new WeakMap<HTMLElement, Limits>();
const watchers = new Map<HTMLElement, Set<() => void>>();

/** Tells whoever measures a reply box what its channel allows; null when that is not known. */
export function setLimits(box: HTMLElement, limits: Limits | null): void {
  if (limits) known.set(box, limits);
  else known.delete(box);
  for (const changed of watchers.get(box) ?? []) changed();
}

/** What a reply box with a `maxlength` allows of its channel's limits. */
export function limitsIn(field: ReplyField, limits: Limits | null): Limits | null {
  const { most } = field;
  if (most === undefined) return limits;
  if (limits === null) return { unit: 'chars', good: most, limit: most };
  if (limits.unit !== 'chars') return limits;
  return { unit: 'chars', good: Math.min(limits.good, most), limit: Math.min(limits.limit ?? most, most) };
}

export function limitsOf(box: HTMLElement): Limits | null {
  return known.get(box) ?? null;
}

/** Calls back when the limits of a reply box change; returns how to stop. */
export function watchLimits(box: HTMLElement, changed: () => void): () => void {
  const own = watchers.get(box) ?? new Set();
  own.add(changed);
  watchers.set(box, own);
  return () => {
    own.delete(changed);
    if (own.size === 0) watchers.delete(box);
  };
}

/** True when something else on the page already measures this reply box. */
export function isMeasured(box: HTMLElement): boolean {
  return watchers.has(box);
}
