import type { Ctx } from '../../domain/principal.ts';
import type { SuggestInput, SuggestOutput } from '../../domain/suggestion.ts';
import type { AskedInVain } from './asked-in-vain.ts';

/** Answers that are kept for one version of the index. */
const MOST = 5_000;
/** An article that did not fit is an answer once it is this much likelier than it was. */
const LIKELIER = 0.1;

export interface AskAgainDeps {
  suggest: (input: SuggestInput, ctx: Ctx) => Promise<SuggestOutput>;
}

/** What the bank says now to a question that was asked in vain. */
export interface AskedAgain {
  answered: boolean;
  /** The article that comes nearest. */
  nearest: string | null;
}

/** Asks the bank again, and remembers the answer as long as the index stays the same. */
export function askAgain({ suggest }: AskAgainDeps) {
  const known = new Map<string, SuggestOutput>();
  let version: number | null = null;
  return async ({ text, market, channel, shown }: AskedInVain, now: number, ctx: Ctx): Promise<AskedAgain> => {
    if (now !== version) known.clear();
    version = now;
    const key = JSON.stringify([text, market]);
    let output = known.get(key);
    if (!output) {
      if (known.size >= MOST) known.clear();
      const input = { message: text, market, limit: 1, keep: false, ...(channel === null ? {} : { channel }) };
      output = await suggest(input, askingAs(ctx));
      known.set(key, output);
    }
    const [first] = output.suggestions;
    const nearest = first?.article.id ?? output.abstentions.find((each) => each.nearest)?.nearest?.id ?? null;
    const inVain = first !== undefined && first.article.id === shown?.id;
    const likelier = (first?.relevance ?? 0) >= Math.min(0.99, (shown?.relevance ?? 0) + LIKELIER);
    return { answered: first !== undefined && (!inVain || likelier), nearest };
  };
}

/** As an agent would, who is told besides what came nearest. */
function askingAs(ctx: Ctx): Ctx {
  return {
    ...ctx,
    principal: { ...ctx.principal, scopes: [...new Set([...ctx.principal.scopes, 'suggest' as const])] },
  };
}
