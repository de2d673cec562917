import type { HealthInput, HealthOutput, WorkItem, WorkKind } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { owns } from '../may-change.ts';
import { readableTexts } from '../may-read.ts';
import { requireInside, requireScope } from '../scope.ts';
import type { WorkSource } from './work-source.ts';

const USUAL = 50;

export interface ListWorkDeps {
  bank: () => LiveBank;
  sources: WorkSource[];
}

/**
 * The editors' work queue: what every source found in articles that the caller may read, what hurts most customers first.
 * Counts are of everything under the filters but `kind`, so that the other kinds can be offered.
 */
export function listWork({ bank, sources }: ListWorkDeps) {
  return async (input: HealthInput, ctx: Ctx): Promise<HealthOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const found = (await Promise.all(sources.map((source) => source(ctx)))).flat();
    const now = bank();
    const matching = found.filter((item) => isReadable(item, now, ctx) && isWanted(item, input, ctx));
    const items = once(matching).sort(byHarm);
    const shown = input.kind === undefined ? items : items.filter(({ kind }) => kind === input.kind);
    return { requestId: ctx.requestId, items: shown.slice(0, input.limit ?? USUAL), counts: countsOf(items) };
  };
}

/** An item names nothing that the caller may not read, in its articles or in its sides. */
function isReadable({ articles, evidence }: WorkItem, bank: LiveBank, ctx: Ctx): boolean {
  const sides = evidence.flatMap((each) => (each.kind === 'side' ? [each.article] : []));
  return [...articles, ...sides].every(({ id }) => {
    const article = bank.byId.get(id);
    // A draft may be of an article that is not there yet; its source looked at whose it is.
    return article === undefined || readableTexts(article, ctx).length > 0;
  });
}

function isWanted({ owner, languages }: WorkItem, input: HealthInput, ctx: Ctx): boolean {
  if (input.owner !== undefined && owner !== input.owner) return false;
  if (input.lang !== undefined && !languages.includes(input.lang)) return false;
  return !input.mine || owner === null || owns(owner, ctx);
}

function once(items: WorkItem[]): WorkItem[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function byHarm(a: WorkItem, b: WorkItem): number {
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

function countsOf(items: WorkItem[]): HealthOutput['counts'] {
  const counts = new Map<WorkKind, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
