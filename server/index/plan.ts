import type { IndexablePassage } from '../domain/passage.ts';
import type { SyncPlan } from '../ports/passage-index.ts';
import { rowOf } from './rows.ts';

/** What is known of a row that is already there. */
export interface KnownRow {
  id: string;
  contentHash: string;
  rowHash: string;
}

/**
 * Compares what is wanted with what is there. Pure.
 * - add: a new passage, to be embedded
 * - change: a known passage with other words, to be embedded
 * - move: the words are known, under this id or another; their vector is kept
 * - remove: ids that nobody wants
 *
 * `vectors` holds the content hashes whose vectors are at hand.
 */
export function planSync(
  wanted: IndexablePassage[],
  present: KnownRow[],
  vectors: Set<string>,
  rebuild: boolean,
): SyncPlan {
  const known = new Map(present.map((row) => [row.id, row]));
  const plan: SyncPlan = { add: [], change: [], move: [], remove: [], unchanged: 0, rebuild };
  for (const passage of wanted) {
    const row = rowOf(passage);
    const before = known.get(passage.id);
    known.delete(passage.id);
    if (before?.rowHash === row.rowHash) plan.unchanged += 1;
    else if (vectors.has(row.contentHash)) plan.move.push(passage);
    else if (before) plan.change.push(passage);
    else plan.add.push(passage);
  }
  plan.remove.push(...known.keys());
  return plan;
}
