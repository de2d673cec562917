import { ErfaraError } from '../domain/errors.ts';
import type { Flag, ListFlagsInput } from '../domain/flag.ts';
import type { Ctx } from '../domain/principal.ts';
import type { FlagQuery, Ledger, LedgerFlag } from '../ports/ledger.ts';
import { describeFlag } from './describe-flag.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { requireScope } from './scope.ts';

const DEFAULT_LIMIT = 20;

export interface ListFlagsDeps {
  ledger: Pick<Ledger, 'flags'>;
  bank: () => LiveBank;
  author: (principalId: string) => string;
}

/** Flags, newest first, a page at a time: an editor's of all articles they may read, anybody else's own. */
export function listFlags(deps: ListFlagsDeps) {
  return async (
    input: ListFlagsInput,
    ctx: Ctx,
  ): Promise<{ requestId: string; flags: Flag[]; next: string | null }> => {
    requireScope(ctx, 'feedback');
    const author = deps.author(ctx.principal.id);
    const own = input.mine === true || !ctx.principal.scopes.includes('edit');
    const limit = input.limit ?? DEFAULT_LIMIT;
    const query: FlagQuery = {
      limit: limit + 1,
      ...(own ? { author } : {}),
      ...(input.state === undefined ? {} : { state: input.state }),
      ...(input.article === undefined ? {} : { articleId: input.article }),
      ...(input.cursor === undefined ? {} : { before: placeAt(input.cursor) }),
    };
    const found = await deps.ledger.flags(query);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const shown = page.filter((flag) => flag.author === author || mayRead(flag, deps.bank(), ctx));
    return {
      requestId: ctx.requestId,
      flags: shown.map((flag) => describeFlag(flag, author)),
      next: last && found.length > limit ? cursorAfter(last) : null,
    };
  };
}

/** A flag of an article that is gone is for colleagues alone. */
function mayRead({ article }: LedgerFlag, bank: LiveBank, ctx: Ctx): boolean {
  const known = bank.byId.get(article.id);
  return known ? readableTexts(known, ctx).length > 0 : ctx.principal.audience === 'internal';
}

function cursorAfter({ at, id }: LedgerFlag): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function placeAt(cursor: string): { at: string; id: string } {
  const [, at, id] = /^(\S{10,40}) (\S{1,60})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) {
    const message = 'This cursor is not one that a list gave. Start without one.';
    throw new ErfaraError('bad-request', { details: [{ path: 'cursor', rule: 'cursor', message }] });
  }
  return { at, id };
}
