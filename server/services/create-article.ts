import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { NewArticleInput, SaveOutput } from '../domain/saving.ts';
import { type SaveDeps, saveArticle } from './save-article.ts';
import { requireScope } from './scope.ts';

/**
 * A new text, whose id and language stand in the file: of a new article, or of one that lacks the language.
 * @throws ErfaraError `has-errors` when it cannot be read; `exists`; and as saving does.
 */
export function createArticle(deps: SaveDeps) {
  const save = saveArticle(deps);
  return async (input: NewArticleInput, ctx: Ctx): Promise<SaveOutput> => {
    requireScope(ctx, 'edit');
    const { text, problems } = deps.readText(input.markdown, 'articles/new.md', deps.bank().settings.headings);
    if (!text) {
      const details = problems.map(({ line, column, rule, message, fix }) => ({
        path: `${line}:${column}`,
        rule,
        message: `${message} ${fix}`,
      }));
      throw new ErfaraError('has-errors', { details, about: { problems } });
    }
    const { id, lang } = text;
    return save({ ...input, id, lang, etag: null }, ctx).catch((error: unknown) => {
      if (!(error instanceof ErfaraError) || error.code !== 'needs-etag') throw error;
      const message = `There is a text "${id}" in ${lang} already. Open that one, or choose another id.`;
      throw new ErfaraError('exists', { details: [{ path: 'id', rule: 'exists', message }] });
    });
  };
}
