import { ErfaraError } from '../domain/errors.ts';
import type { RevertInput } from '../domain/history.ts';
import type { Ctx } from '../domain/principal.ts';
import type { SaveOutput } from '../domain/saving.ts';
import { readableText, versionOf } from './article-history.ts';
import { type SaveDeps, saveArticle } from './save-article.ts';
import { requireScope } from './scope.ts';

/**
 * Saves an older version of a text anew: the history only grows. A text that was saved since `etag` is not reverted.
 * @throws ErfaraError as saving does; `not-found` for a version that is not this text's.
 */
export function revertArticle(deps: SaveDeps) {
  const save = saveArticle(deps);
  return async (
    { id, lang, etag, revision: wanted, ...rest }: RevertInput & { id: string; lang: string; etag: string },
    ctx: Ctx,
  ): Promise<SaveOutput> => {
    requireScope(ctx, 'edit');
    const { article, text } = readableText({ id, lang }, deps.bank(), ctx);
    const there = await deps.writer.read(text.path);
    if (there?.etag !== etag) {
      const message = 'It was saved since you looked. Compare again before you revert.';
      throw new ErfaraError('changed-since', { details: [{ path: 'If-Match', rule: 'changed', message }] });
    }
    const { revision, bytes } = await versionOf(deps.history, text, wanted);
    const reason = `As it was on ${revision.at.slice(0, 10)} (${revision.id.slice(0, 12)})`;
    const markdown = Buffer.from(bytes).toString('utf8');
    return save({ id: article.id, lang, etag, markdown, reason, ...rest }, ctx);
  };
}
