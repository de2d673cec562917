import type { Kind, State } from '../domain/article.ts';
import type { Audience } from '../domain/audience.ts';
import { and, type Filter } from '../domain/filter.ts';
import type { Lang } from '../domain/language.ts';
import type { Ctx } from '../domain/principal.ts';

/** What narrows a search. */
export interface SearchFilters {
  lang?: Lang;
  tag?: string;
  state?: State;
  audience?: Audience;
  kind?: Kind;
  market?: string;
}

/**
 * What a search looks through: what holds now, in the states the searcher works with (archived only when asked for, work
 * in progress only for editors), narrowed by the filters given.
 */
export function searched(filters: SearchFilters, ctx: Ctx): Filter {
  const permitted = statesFor(ctx);
  const wanted = filters.state ? [filters.state] : permitted.filter((state) => state !== 'archived');
  const conditions: Filter[] = [
    { op: 'in', field: 'state', values: wanted.filter((state) => permitted.includes(state)) },
    { op: 'valid-at', at: ctx.now.getTime() },
  ];
  if (filters.lang) conditions.push({ op: 'eq', field: 'lang', value: filters.lang });
  if (filters.audience) conditions.push({ op: 'eq', field: 'audience', value: filters.audience });
  if (filters.kind) conditions.push({ op: 'eq', field: 'articleKind', value: filters.kind });
  if (filters.tag) conditions.push({ op: 'has', field: 'tag', value: filters.tag });
  if (filters.market) conditions.push({ op: 'has', field: 'market', value: filters.market });
  return and(...conditions);
}

function statesFor(ctx: Ctx): State[] {
  if (ctx.principal.audience !== 'internal') return ['validated'];
  const working: State[] = ['validated', 'not-validated', 'archived'];
  return ctx.principal.scopes.includes('edit') ? [...working, 'wip'] : working;
}
