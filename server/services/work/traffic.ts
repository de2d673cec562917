import type { Ctx } from '../../domain/principal.ts';
import type { Ledger } from '../../ports/ledger.ts';

const DAY_MS = 86_400_000;
const DAYS = 14;

/** How much an article met customers lately. */
export interface Traffic {
  /** The days that it counts. */
  days: number;
  /** Times an answer of the article went to a customer, a week. */
  usesAWeek(articleId: string): number;
  /** The same in all the days, of several. */
  count(articleIds: string[]): number;
}

/** What was used lately; counted once for each request. */
export function trafficOf({ ledger }: { ledger: Pick<Ledger, 'uses'> }): (ctx: Ctx) => Promise<Traffic> {
  const counted = new WeakMap<Ctx, Promise<Traffic>>();
  return (ctx) => {
    const known = counted.get(ctx) ?? count(ledger, ctx);
    counted.set(ctx, known);
    return known;
  };
}

async function count(ledger: Pick<Ledger, 'uses'>, { now }: Ctx): Promise<Traffic> {
  const uses = await ledger.uses(new Date(now.getTime() - DAYS * DAY_MS).toISOString());
  return {
    days: DAYS,
    usesAWeek: (id) => ((uses.get(id) ?? 0) * 7) / DAYS,
    count: (ids) => ids.reduce((sum, id) => sum + (uses.get(id) ?? 0), 0),
  };
}
