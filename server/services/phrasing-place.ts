import { textIn } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Lang } from '../domain/language.ts';
import { questionKey } from '../domain/passage.ts';
import type { Ctx } from '../domain/principal.ts';
import type { TextPlace } from '../ports/article-writer.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';

/**
 * The text of an article to which a phrasing in `lang` belongs.
 * @throws ErfaraError `not-found`; `missing-scope` where only the owner changes it; `bad-request` where there is no text in
 * the language, or it says itself that this question is not its own.
 */
export function phrasingPlace(
  articleId: string,
  lang: Lang,
  question: string,
  { bank, ctx }: { bank: LiveBank; ctx: Ctx },
): TextPlace {
  const article = bank.byId.get(articleId);
  const texts = article ? readableTexts(article, ctx) : [];
  if (!article || texts.length === 0) throw new ErfaraError('not-found');
  const text = textIn({ ...article, texts }, lang);
  if (!text) {
    const message = `"${article.id}" has no text in ${lang}, only in ${texts.map((each) => each.lang).join(', ')}. Save a case of your own instead.`;
    throw new ErfaraError('bad-request', { details: [{ path: 'addPhrasingTo', rule: 'language', message }] });
  }
  if (text.governance === 'compliance' && !ctx.principal.scopes.includes('edit')) {
    const message = 'Only its owner changes this article. Flag it instead, with the phrasing.';
    throw new ErfaraError('missing-scope', { details: [{ path: 'addPhrasingTo', rule: 'governance', message }] });
  }
  if (text.notFor.some((other) => questionKey(other) === questionKey(question))) {
    const message = 'The article says itself that this question is not for it (not_for). Choose another, or flag it.';
    throw new ErfaraError('bad-request', { details: [{ path: 'addPhrasingTo', rule: 'not-for', message }] });
  }
  return { path: text.path, id: text.id, lang: text.lang };
}
