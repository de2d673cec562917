import type { Article, State } from '../domain/article.ts';
import { maySee, visibleTo } from '../domain/audience.ts';
import { ErfaraError } from '../domain/errors.ts';
import { and, type Filter, not } from '../domain/filter.ts';
import type { Ctx, Scope } from '../domain/principal.ts';

/** @throws ErfaraError `missing-scope` when the principal may not do this. */
export function requireScope(ctx: Ctx, scope: Scope): void {
  if (!ctx.principal.scopes.includes(scope)) {
    const message = `This needs the scope "${scope}".`;
    throw new ErfaraError('missing-scope', { details: [{ path: 'principal', rule: 'scope', message }] });
  }
}

/** @throws ErfaraError `missing-scope` when the principal does not read what only colleagues read. */
export function requireInside(ctx: Ctx): void {
  if (ctx.principal.audience !== 'internal') {
    const message = 'Only colleagues, who read what is internal, may do this.';
    throw new ErfaraError('missing-scope', { details: [{ path: 'principal', rule: 'audience', message }] });
  }
}

/** Whether the principal leads colleagues. */
export function isLead({ principal }: Ctx): boolean {
  return principal.audience === 'internal' && principal.scopes.includes('lead');
}

/** What the principal may read: its audience, and its own filter. */
export function readable(ctx: Ctx): Filter {
  const audience: Filter = { op: 'in', field: 'audience', values: visibleTo(ctx.principal.audience) };
  return ctx.principal.filter ? and(audience, ctx.principal.filter) : audience;
}

/** What is offered as a suggestion: checked or (inside) unchecked answers that hold now, here, and are not withheld. */
export function offered(
  ctx: Ctx,
  where: { market: string | null; brand: string | null; withheld: Set<string> },
): Filter {
  const conditions: Filter[] = [
    { op: 'in', field: 'state', values: offeredStates(ctx) },
    { op: 'valid-at', at: ctx.now.getTime() },
  ];
  if (where.market !== null) conditions.push({ op: 'has', field: 'market', value: where.market });
  if (where.brand !== null) conditions.push({ op: 'has', field: 'brand', value: where.brand });
  if (where.withheld.size > 0) conditions.push(not({ op: 'in', field: 'articleId', values: [...where.withheld] }));
  return and(...conditions);
}

/** The same of an article at hand that is known to hold now and here. */
export function isOffered(article: Article | undefined, ctx: Ctx): boolean {
  const states = offeredStates(ctx);
  return (article?.texts ?? []).some(
    ({ audience, state }) => maySee(ctx.principal.audience, audience) && states.includes(state),
  );
}

function offeredStates(ctx: Ctx): State[] {
  return ctx.principal.audience === 'internal' ? ['validated', 'not-validated'] : ['validated'];
}
