import type { Limits } from './length.ts';
import type { ReplyField } from './reply-field.ts';

const known = new WeakMap<ReplyField, Limits>();
const watchers = new Map<ReplyField, Set<() => void>>();

/** Tells whoever measures a reply box what its channel allows; null when that is not known. */
export function setLimits(field: ReplyField, limits: Limits | null): void {
  if (limits) known.set(field, limits);
  else known.delete(field);
  for (const changed of watchers.get(field) ?? []) changed();
}

export function limitsOf(field: ReplyField): Limits | null {
  return known.get(field) ?? null;
}

/** Calls back when the limits of a reply box change; returns how to stop. */
export function watchLimits(field: ReplyField, changed: () => void): () => void {
  const own = watchers.get(field) ?? new Set();
  own.add(changed);
  watchers.set(field, own);
  return () => {
    own.delete(changed);
    if (own.size === 0) watchers.delete(field);
  };
}

/** True when something else on the page already measures this reply box. */
export function isMeasured(field: ReplyField): boolean {
  return watchers.has(field);
}
