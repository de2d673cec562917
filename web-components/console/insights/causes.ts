import type { BulkOutput, Cause } from '../../../server/http/contract.ts';
import type { Desk } from '../../client/desk.ts';

/** In the order in which they come. */
export const STEPS = ['told', 'accepted', 'fixed'] as const;
export type CauseStep = (typeof STEPS)[number];

/** What is told of a cause; null takes it away, left out it stays. */
export type CauseChange = { [step in CauseStep]?: string | null } & { owner?: string | null };

/** What comes after the last step that was taken; null when it is fixed. */
export function nextStep(cause: Pick<Cause, CauseStep>): CauseStep | null {
  return STEPS[STEPS.findLastIndex((step) => cause[step] !== null) + 1] ?? null;
}

/** The mean number of cases in the steps before the one of the fix, and in those after; null where none may be told. */
export function around(points: (number | null)[], steps: string[], fixed: string) {
  const at = steps.findLastIndex((day) => day <= fixed);
  if (at < 0) return null;
  const [before, after] = [points.slice(0, at), points.slice(at + 1)].map(mean) as [number | null, number | null];
  return before === null && after === null ? null : { before, after };
}

function mean(points: (number | null)[]): number | null {
  const told = points.filter((point) => point !== null);
  return told.length === 0 ? null : told.reduce((sum, point) => sum + point, 0) / told.length;
}

/** Tells it of the whole article, in all its languages. */
export function changeCause(desk: Pick<Desk, 'bulk'>, id: string, change: CauseChange): Promise<BulkOutput> {
  return desk.bulk({ action: 'cause', ids: [id], ...change });
}
