import type { Article, Text } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';

export interface PlacedText {
  /** undefined for a new article. */
  article: Article | undefined;
  /** null for a new text. */
  text: Text | null;
  /** Below the content folder. */
  path: string;
}

/**
 * Where a text lies, or will: beside the article's other texts, or in `folder`.
 * @throws ErfaraError `not-found` for what the principal may not read; `exists` for an id that leads to another article.
 */
export function textToSave(
  bank: LiveBank,
  { id, lang, folder }: { id: string; lang: string; folder?: string },
  ctx: Ctx,
): PlacedText {
  const article = bank.byId.get(id);
  if (!article) return { article, text: null, path: `${folder ?? 'articles'}/${id}.${lang}.md` };
  const readable = readableTexts(article, ctx);
  if (readable.length === 0) throw new ErfaraError('not-found');
  if (article.id !== id) {
    const message = `"${id}" leads to "${article.id}", for ever. Change that one, or choose another id.`;
    throw new ErfaraError('exists', { details: [{ path: 'id', rule: 'redirect', message }] });
  }
  const text = article.texts.find((each) => each.lang === lang) ?? null;
  if (text && !readable.includes(text)) throw new ErfaraError('not-found');
  const beside = article.texts[0]?.path.replace(/\/[^/]*$/, '');
  return { article, text, path: text?.path ?? `${folder ?? beside ?? 'articles'}/${id}.${lang}.md` };
}
