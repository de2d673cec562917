import type { Decision, DecisionsOutput } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';
import { requireInside, requireScope } from '../scope.ts';

const MOST = 200;

export interface ListDecisionsDeps {
  ledger: Pick<Ledger, 'decisions'>;
  bank: () => LiveBank;
}

/** What Erfara did by itself to articles that the caller may read, newest first. */
export function listDecisions({ ledger, bank }: ListDecisionsDeps) {
  return async ({ limit = 50 }: { limit?: number }, ctx: Ctx): Promise<DecisionsOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const { byId } = bank();
    const decisions = (await ledger.decisions({ limit: MOST })).flatMap(
      ({ article: { id, lang }, ...decision }): Decision[] => {
        const article = byId.get(id);
        const texts = article ? readableTexts(article, ctx) : [];
        const text = texts.find((each) => each.lang === lang) ?? texts[0];
        // Of an article that is gone, only whoever reads everything is told.
        if (!text && (article || ctx.principal.filter !== null)) return [];
        return [{ ...decision, article: { id, lang, title: text?.title ?? id } }];
      },
    );
    return { requestId: ctx.requestId, decisions: decisions.slice(0, limit) };
  };
}
