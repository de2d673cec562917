import { ErfaraError } from '../domain/errors.ts';
import type { Lang } from '../domain/language.ts';
import type { Ctx } from '../domain/principal.ts';
import { textToRead } from '../retrieval/choose.ts';
import { findArticles } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { show } from '../retrieval/show.ts';
import { reasons } from './describe-suggestion.ts';
import { readableTexts } from './may-read.ts';
import { readable } from './scope.ts';
import type { SearchDeps } from './search.ts';
import { searched } from './search-scope.ts';

const MOST = 5;

export type SimilarDeps = Omit<SearchDeps, 'ledger'>;

/** Articles that may already say what a new one would, best first: those that the words would bring up as suggestions. */
export async function similarArticles(words: string, lang: Lang, { deps, ctx }: { deps: SimilarDeps; ctx: Ctx }) {
  const reader = await deps.index.current();
  if (!reader) throw new ErfaraError('no-index', { retryAfter: 5 });
  const bank = deps.bank();
  const query = prepareQuery(words, deps, lang);
  const ranked = await findArticles(query, {
    reader,
    embedder: deps.embedder(),
    analyser: deps.analyser,
    audience: readable(ctx),
    scope: searched({}, ctx),
  });
  const { shown } = show(ranked, reader.version.calibration?.bar ?? 1, MOST);
  return shown.flatMap(({ articleId, relevance, hits }) => {
    const article = bank.byId.get(articleId);
    const texts = article ? readableTexts(article, ctx).filter((text) => !text.incident?.template) : [];
    const text = textToRead({ id: articleId, texts }, [lang, ctx.locale], bank.settings);
    if (!text) return [];
    const { id, title, kind, state, audience, tags, verifiedAt } = text;
    const why = reasons(hits, query, { ctx, analyser: deps.analyser });
    const languages = texts.map((each) => each.lang);
    return [{ id, lang: text.lang, title, kind, state, audience, tags, languages, verifiedAt, relevance, why }];
  });
}
