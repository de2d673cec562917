import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { SourceOutput } from '../domain/saving.ts';
import type { ArticleWriter } from '../ports/article-writer.ts';
import { readableText } from './article-history.ts';
import type { LiveBank } from './live-bank.ts';
import { mayChange } from './may-change.ts';
import { requireScope } from './scope.ts';

export interface ReadSourceDeps {
  bank: () => LiveBank;
  writer: Pick<ArticleWriter, 'read'>;
}

/** A text's file as it is on disk now, for an editor to open. @throws ErfaraError `not-found`. */
export function readSource({ bank, writer }: ReadSourceDeps) {
  return async (name: { id: string; lang: string }, ctx: Ctx): Promise<SourceOutput> => {
    requireScope(ctx, 'edit');
    const { article, text } = readableText(name, bank(), ctx);
    const file = await writer.read(text.path);
    if (!file) throw new ErfaraError('not-found');
    const { requestId } = ctx;
    const markdown = Buffer.from(file.bytes).toString('utf8');
    const { lang, path } = text;
    return { requestId, id: article.id, lang, path, markdown, etag: file.etag, mayPublish: mayChange(article, ctx) };
  };
}
