import { ErfaraError } from '../domain/errors.ts';
import type { WithdrawnFlag } from '../domain/flag.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { FlagArticleDeps } from './flag-article.ts';
import { requireScope } from './scope.ts';

/** How long whoever flagged may take it back. */
const WITHDRAW_MS = 3_600_000;

export interface WithdrawFlagDeps extends Pick<FlagArticleDeps, 'author'> {
  ledger: Pick<Ledger, 'flag' | 'removeFlag'>;
}

/**
 * Takes back the principal's own flag: within an hour, and before an editor has answered it.
 * @throws ErfaraError `not-found` for what they did not flag; `too-late`.
 */
export function withdrawFlag(deps: WithdrawFlagDeps) {
  return async (id: string, ctx: Ctx): Promise<WithdrawnFlag> => {
    requireScope(ctx, 'feedback');
    const flag = await deps.ledger.flag(id);
    if (!flag || flag.author !== deps.author(ctx.principal.id)) throw new ErfaraError('not-found');
    const late = ctx.now.getTime() >= Date.parse(flag.at) + WITHDRAW_MS;
    if (late || flag.answeredAt !== null) throw new ErfaraError('too-late');
    await deps.ledger.removeFlag(id);
    return { id };
  };
}
