import { createHash } from 'node:crypto';
import type { LedgerGap } from '../../ports/ledger.ts';

/** Ids that are kept of a gap; so many tell it again. */
const MOST_ASKS = 400;

/**
 * Gives each cluster (ids of its questions) the gap that it was before: the one with which it shares most questions; a new
 * one otherwise. In the order of the clusters; what was known and is no longer there is left out.
 */
export function sameGaps(clusters: string[][], known: LedgerGap[], at: string): LedgerGap[] {
  const places = new Map<string, LedgerGap>();
  for (const gap of known) for (const ask of gap.asks) places.set(ask, gap);
  const shared = clusters.flatMap((asks, cluster) => {
    const counts = new Map<LedgerGap, number>();
    for (const ask of asks) {
      const gap = places.get(ask);
      if (gap) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
    return [...counts].map(([gap, count]) => ({ cluster, gap, count }));
  });
  const byCluster = new Map<number, LedgerGap>();
  const taken = new Set<string>();
  for (const { cluster, gap } of shared.sort((a, b) => b.count - a.count || (a.gap.id < b.gap.id ? -1 : 1))) {
    if (byCluster.has(cluster) || taken.has(gap.id)) continue;
    byCluster.set(cluster, gap);
    taken.add(gap.id);
  }
  return clusters.map((asks, cluster) => {
    const kept = asks.slice(-MOST_ASKS);
    const before = byCluster.get(cluster);
    if (before) return before.asks.join() === kept.join() ? before : { ...before, asks: kept, at };
    return { id: newId(asks, taken), silenced: false, asks: kept, at };
  });
}

/** Made of its first question, so that who looks for gaps at the same time finds the same ones. */
function newId(asks: string[], taken: Set<string>): string {
  for (let turn = 0; ; turn += 1) {
    const id = createHash('sha256').update(`${asks[0]} ${turn}`).digest('hex').slice(0, 16);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
