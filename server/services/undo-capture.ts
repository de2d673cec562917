import { textIn } from '../domain/article.ts';
import type { UndoneCapture } from '../domain/capture.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger } from '../ports/ledger.ts';
import { type CaptureDeps, UNDO_MS } from './capture-case.ts';
import { requireScope } from './scope.ts';

export interface UndoCaptureDeps extends Pick<CaptureDeps, 'writer' | 'bank' | 'author' | 'makeVisible'> {
  ledger: Pick<Ledger, 'capture' | 'removeCapture'>;
}

/**
 * Takes back what the principal captured: within an hour, and a whole text only as long as nobody has changed it.
 * @throws ErfaraError `not-found` for what they did not capture; `too-late`; `changed-since`.
 */
export function undoCapture(deps: UndoCaptureDeps) {
  return async (id: string, ctx: Ctx): Promise<UndoneCapture> => {
    requireScope(ctx, 'capture');
    const capture = await deps.ledger.capture(id);
    if (!capture || capture.author !== deps.author(ctx.principal.id)) throw new ErfaraError('not-found');
    if (ctx.now.getTime() >= Date.parse(capture.at) + UNDO_MS) throw new ErfaraError('too-late');
    const { article, etag, question } = capture;
    const known = deps.bank().byId.get(article.id);
    const path = (known && textIn(known, article.lang)?.path) ?? capture.path;
    if (question === null) await deps.writer.remove({ ...article, path, etag });
    else await deps.writer.removeQuestion({ ...article, path }, question);
    await deps.ledger.removeCapture(id);
    return { ...article, visibleAt: await deps.makeVisible().version };
  };
}
