import type { ConfirmOutput } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import { dayOf } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import { readableText } from '../article-history.ts';
import type { SetField } from '../bulk-edits.ts';
import { requireOwners } from '../may-change.ts';
import { type SaveDeps, saveArticle } from '../save-article.ts';
import { requireInside, requireScope } from '../scope.ts';
import type { TrafficSource } from '../work/work-source.ts';
import { nothingLost } from './nothing-lost.ts';

export interface ConfirmDeps extends SaveDeps {
  setField: SetField;
  traffic: TrafficSource;
}

/**
 * "Still correct": the text is checked as of today, by the caller; one that was not checked is. The history says what that
 * stands on. `etag` is of what the caller read.
 * @throws ErfaraError `not-found`, `owner-only`, `changed-since`, `bad-request` for a text that is not offered.
 */
export function confirmArticle(deps: ConfirmDeps) {
  const save = saveArticle({ ...deps, check: nothingLost });
  return async ({ id, lang, etag }: { id: string; lang: string; etag: string }, ctx: Ctx): Promise<ConfirmOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const { article, text } = readableText({ id, lang }, deps.bank(), ctx);
    requireOwners([article], ctx);
    if (text.state !== 'validated' && text.state !== 'not-validated') {
      const message = `The text is ${text.state}; only an answer that is offered can still be correct.`;
      throw new ErfaraError('bad-request', { details: [{ path: 'state', rule: 'state', message }] });
    }
    const file = await deps.writer.read(text.path);
    if (file?.etag !== etag) {
      const message = 'It was saved since you looked. Read it again before you confirm it.';
      throw new ErfaraError('changed-since', { details: [{ path: 'If-Match', rule: 'changed', message }] });
    }
    const verifiedAt = dayOf(ctx.now, deps.bank().settings.timeZone);
    const checked = deps.setField(Buffer.from(file.bytes).toString('utf8'), ['verified_at'], verifiedAt);
    const markdown = text.state === 'validated' ? checked : deps.setField(checked, ['state'], 'validated');
    const { uses, days } = await deps.traffic(ctx);
    const count = uses(article.id, text.lang);
    const reason = `Still correct${count > 0 ? `: used ${count} times in ${days} days` : ''}.`;
    const saved = await save({ id: article.id, lang: text.lang, etag, markdown, reason }, ctx);
    const { requestId, visibleAt, revision } = saved;
    return {
      requestId,
      ...{ id: article.id, lang: text.lang, etag: saved.etag, visibleAt, verifiedAt, revision },
      uses: { count, days },
    };
  };
}
