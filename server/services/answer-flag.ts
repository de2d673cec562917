import { ErfaraError } from '../domain/errors.ts';
import type { Flag } from '../domain/flag.ts';
import type { Ctx } from '../domain/principal.ts';
import type { EventBus } from '../ports/event-bus.ts';
import type { Ledger } from '../ports/ledger.ts';
import { describeFlag } from './describe-flag.ts';
import type { FlagArticleDeps } from './flag-article.ts';
import { requireInside, requireScope } from './scope.ts';

export interface AnswerFlagDeps extends Pick<FlagArticleDeps, 'redact' | 'author'> {
  ledger: Pick<Ledger, 'answerFlag' | 'flag'>;
  events: Pick<EventBus, 'publish'>;
}

/** An editor's answer to a flag; whoever flagged is told. @throws ErfaraError `not-found`. */
export function answerFlag(deps: AnswerFlagDeps) {
  return async (input: { id: string; answer: string }, ctx: Ctx): Promise<Flag> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const answer = { answer: deps.redact(input.answer).trim(), answeredAt: ctx.now.toISOString() };
    const kept = (await deps.ledger.answerFlag(input.id, answer)) ? await deps.ledger.flag(input.id) : null;
    if (!kept) throw new ErfaraError('not-found');
    const article = { id: kept.article.id, lang: kept.article.lang };
    deps.events.publish({ type: 'flag-answered', flag: kept.id, article }, { to: 'author', author: kept.author });
    return describeFlag(kept, deps.author(ctx.principal.id));
  };
}
