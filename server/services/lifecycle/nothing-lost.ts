import type { CheckInput, CheckOutput } from '../../domain/check.ts';
import type { Ctx } from '../../domain/principal.ts';

/** For changes of a text's state and dates: what it is found by stays, so that there is nothing to try. */
export async function nothingLost(_: CheckInput, ctx: Ctx): Promise<CheckOutput> {
  return {
    requestId: ctx.requestId,
    ...{ problems: [], gained: [], lost: [], shaken: [], failing: [], messages: [] },
    tests: { total: 0, run: 0 },
    index: { version: 0 },
    token: null,
  };
}
