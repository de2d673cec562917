import type { Article } from '../domain/article.ts';
import type { ArticleRow, ArticlesOutput, DeskSettings } from '../domain/article-list.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { requireScope } from './scope.ts';

/** Uses are counted over this many days. */
const USES_DAYS = 30;

export interface ListArticlesDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'uses'>;
}

/** Every article the editor may read, in order of id, and the settings an editor writes with. */
export function listArticles({ bank, ledger }: ListArticlesDeps) {
  return async (ctx: Ctx): Promise<ArticlesOutput> => {
    requireScope(ctx, 'edit');
    const live = bank();
    const since = new Date(ctx.now.getTime() - USES_DAYS * 86_400_000).toISOString();
    const uses = await ledger.uses(since);
    const articles = live.articles.flatMap((article) => rowOf(article, live, { uses, ctx }));
    articles.sort((a, b) => a.id.localeCompare(b.id));
    return { requestId: ctx.requestId, articles, desk: deskOf(live, ctx) };
  };
}

function rowOf(article: Article, live: LiveBank, by: { uses: Map<string, number>; ctx: Ctx }): ArticleRow[] {
  const texts = readableTexts(article, by.ctx);
  const [first] = texts;
  if (!first) return [];
  const { kind, audience, governance, owner, tags, markets, path } = first;
  return [
    {
      ...{ id: article.id, kind, audience, governance, owner, tags, markets },
      folder: path.split('/').slice(0, -1).join('/'),
      uses: by.uses.get(article.id) ?? 0,
      texts: texts.map(({ lang, title, state, verifiedAt, path: place }) => {
        return { lang, title, state, verifiedAt, stale: live.stale?.has(place) ?? false };
      }),
    },
  ];
}

function deskOf(live: LiveBank, ctx: Ctx): DeskSettings {
  const { name, languages, markets, channels } = live.settings;
  return {
    name,
    languages: Object.entries(languages).map(([code, { name }]) => ({ code, name })),
    markets: Object.entries(markets).map(([code, { name }]) => ({ code, name })),
    channels: Object.entries(channels).map(([code, { setting, unit, good, limit }]) => {
      return { code, setting, unit, good, limit };
    }),
    headings: headingsIn(live, ctx),
  };
}

/** For each language the heading that most texts have for a section. */
function headingsIn(live: LiveBank, ctx: Ctx): DeskSettings['headings'] {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const text of live.articles.flatMap((article) => readableTexts(article, ctx))) {
    const named = counts.get(text.lang) ?? new Map<string, Map<string, number>>();
    counts.set(text.lang, named);
    for (const { name, channel, alternative, heading } of text.sections) {
      const known = live.settings.headings[heading.toLowerCase()] === name || heading.toLowerCase() === name;
      if (channel !== null || alternative !== 1 || !known) continue;
      const written = named.get(name) ?? new Map<string, number>();
      named.set(name, written.set(heading, (written.get(heading) ?? 0) + 1));
    }
  }
  const most = (written: Map<string, number>) => [...written].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return Object.fromEntries(
    [...counts].map(([lang, named]) => [
      lang,
      Object.fromEntries([...named].map(([name, written]) => [name, most(written)])),
    ]),
  );
}
