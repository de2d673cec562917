import { v7 as uuidv7 } from 'uuid';
import { ErfaraError } from '../domain/errors.ts';
import type { Flag, FlagInput } from '../domain/flag.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger, LedgerFlag } from '../ports/ledger.ts';
import { describeFlag } from './describe-flag.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { rateLimit } from './rate-limit.ts';
import { requireScope } from './scope.ts';

/** Flags by one principal: [how many, in seconds]. */
const RATE = [30, 60] as const;

export interface FlagArticleDeps {
  ledger: Pick<Ledger, 'addFlag' | 'flag'>;
  bank: () => LiveBank;
  /** Takes personal data out of what a person wrote. */
  redact: (text: string) => string;
  /** The name under which an answer finds whoever flagged; it stays the same. */
  author: (principalId: string) => string;
}

/**
 * Keeps an agent's remark that an article is wrong, for the editors. The same id sent again answers with what is kept.
 * @throws ErfaraError `not-found` when the principal may not read the article in that language.
 */
export function flagArticle(deps: FlagArticleDeps) {
  const limit = rateLimit(...RATE);
  return async (input: FlagInput, ctx: Ctx): Promise<Flag> => {
    requireScope(ctx, 'feedback');
    const article = deps.bank().byId.get(input.article.id);
    const text = article && readableTexts(article, ctx).find(({ lang }) => lang === input.article.lang);
    if (!text) throw new ErfaraError('not-found');
    const comment = deps.redact(input.comment).trim();
    if (comment === '' && (input.problem ?? 'other') === 'other') {
      const message = 'What is wrong with it? A few words, or the kind of problem, are enough.';
      throw new ErfaraError('bad-request', { details: [{ path: 'comment', rule: 'empty', message }] });
    }
    limit(ctx);
    const author = deps.author(ctx.principal.id);
    const flag: LedgerFlag = {
      id: input.id ?? uuidv7({ msecs: ctx.now.getTime() }),
      at: ctx.now.toISOString(),
      author,
      article: { id: text.id, lang: text.lang, etag: input.article.etag ?? null },
      comment,
      problem: input.problem ?? null,
      phrasing: input.keep === false ? null : deps.redact(input.phrasing ?? '').trim() || null,
      answer: null,
      answeredAt: null,
    };
    const kept = (await deps.ledger.addFlag(flag)) ? flag : await deps.ledger.flag(flag.id);
    if (kept?.author !== author) throw new ErfaraError('not-found');
    return describeFlag(kept, author);
  };
}
