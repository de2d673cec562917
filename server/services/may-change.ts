import type { Article } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Author } from '../domain/history.ts';
import type { Ctx } from '../domain/principal.ts';

/** Whether the principal may publish a change: of a `compliance` article only its owner, of any other every editor. */
export function mayChange(article: Article | undefined, ctx: Ctx): boolean {
  const ruled = article?.texts.filter(({ governance }) => governance === 'compliance') ?? [];
  return ruled.every(({ owner }) => owns(owner, ctx));
}

/** Whether the principal decides for an owner. */
export function owns(owner: string | null, ctx: Ctx): boolean {
  const own = ctx.principal.editor?.owns;
  return own === null || (own !== undefined && owner !== null && own.includes(owner));
}

/** @throws ErfaraError `owner-only` that names the articles which the principal may not change. */
export function requireOwners(articles: Article[], ctx: Ctx): void {
  const details = articles
    .filter((article) => !mayChange(article, ctx))
    .map(({ id, texts }) => ({
      path: id,
      rule: 'governance',
      message: `"${id}" is changed by its owner (${texts[0]?.owner ?? 'nobody is named'}) only.`,
    }));
  if (details.length > 0) throw new ErfaraError('owner-only', { details });
}

/** Who a change is by. */
export function authorOf(ctx: Ctx): Author {
  const { editor, id } = ctx.principal;
  return { name: editor?.name ?? id, email: editor?.email ?? null };
}
