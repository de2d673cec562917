import type { Article, Text } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import { and, type Filter, not } from '../domain/filter.ts';
import { runningIncidents, supersededIds, validityOf } from '../domain/incident.ts';
import type { Lang } from '../domain/language.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Why } from '../domain/suggestion.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { IndexReader, PassageIndex } from '../ports/passage-index.ts';
import { textToRead } from '../retrieval/choose.ts';
import { findArticles, JUDGED } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { reasons } from './describe-suggestion.ts';
import type { LiveBank } from './live-bank.ts';
import { holdsFor, readableTexts } from './may-read.ts';
import type { AskedQuery, RecordQuery } from './record-query.ts';
import { readable, requireScope } from './scope.ts';
import { type SearchFilters, searched } from './search-scope.ts';

const DEFAULT_LIMIT = 10;
/** An empty search lists what was most used in this many days. */
const USES_DAYS = 30;

export interface SearchDeps {
  index: Pick<PassageIndex, 'current'>;
  bank: () => LiveBank;
  /** null = keyword mode. */
  embedder: () => Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
  ledger: Pick<Ledger, 'uses'>;
  record: RecordQuery;
}

export interface SearchInput extends SearchFilters {
  q: string;
  /** Languages the searcher reads, best first. */
  reads?: Lang[];
  limit?: number;
  cursor?: string;
  /** False: the words are not kept, for people whose identity is protected. */
  keep?: boolean;
}

/** An article that was found, before it is described. */
interface Found {
  article: Article;
  relevance: number | null;
  why: Why[];
}

interface Search {
  deps: SearchDeps;
  input: SearchInput;
  ctx: Ctx;
  scope: Filter;
}

/**
 * An agent's or editor's words to articles, a page at a time. An article's id or exact title finds it first; no words
 * list the most used articles, then those checked last.
 */
export function search(deps: SearchDeps) {
  return async (input: SearchInput, ctx: Ctx) => {
    requireScope(ctx, 'search');
    const reader = await deps.index.current();
    if (!reader) throw new ErfaraError('no-index', { retryAfter: 5 });
    const offset = offsetOf(input.cursor);
    const limit = input.limit ?? DEFAULT_LIMIT;
    const asked: Search = { deps, input, ctx, scope: searched(input, ctx) };
    const words = input.q.trim();
    const named = words === '' ? [] : findNamed(words, asked);
    const others = words === '' ? await mostUsed(asked) : await findByWords(words, asked);
    const known = new Set(named.map(({ article }) => article.id));
    const all = [...named, ...others.filter(({ article }) => !known.has(article.id))];
    const described = all.flatMap((found) => describe(found, asked));
    if (words !== '' && offset === 0 && input.keep !== false)
      deps.record(kept(words, described[0], { input, reader }), ctx);
    const end = offset + limit;
    return {
      requestId: ctx.requestId,
      results: described.slice(offset, end),
      total: described.length,
      ...(words !== '' && others.length >= JUDGED ? { atLeast: true } : {}),
      next: end < described.length ? cursorAt(end) : null,
      mode: deps.embedder() === null || reader.version.model === null ? ('keyword' as const) : ('hybrid' as const),
    };
  };
}

/** What is kept of a search: an article by its name is an answer; another when it is as likely as one that is suggested. */
function kept(
  text: string,
  first: { id: string; lang: Lang; relevance: number | null } | undefined,
  { input, reader }: { input: SearchInput; reader: IndexReader },
): AskedQuery {
  const relevance = first?.relevance ?? null;
  const likely = first !== undefined && (relevance === null || relevance >= (reader.version.calibration?.bar ?? 1));
  const reason = likely ? null : first ? ('below-bar' as const) : ('nothing-in-scope' as const);
  const article = first && likely ? { id: first.id, lang: first.lang } : null;
  const asks = [{ text, reason, article, relevance: likely ? relevance : null }];
  return { by: 'search', text, asks, lang: input.lang ?? null, market: input.market };
}

function findNamed(words: string, asked: Search): Found[] {
  const { byId, articles } = asked.deps.bank();
  const title = words.toLowerCase();
  const titled = articles.filter((article) =>
    readableTexts(article, asked.ctx).some((text) => text.title.toLowerCase() === title),
  );
  const withId = byId.get(title);
  return [...new Set([...(withId ? [withId] : []), ...titled])].map((article) => ({
    article,
    relevance: null,
    why: [],
  }));
}

async function findByWords(words: string, { deps, ctx, scope, input }: Search): Promise<Found[]> {
  const reader = await deps.index.current();
  if (!reader) return [];
  const bank = deps.bank();
  const withheld = supersededIds(bank.articles, runningIncidents(bank.articles, ctx.now), input.market ?? null);
  const current: Filter =
    withheld.size > 0 ? and(scope, not({ op: 'in', field: 'articleId', values: [...withheld] })) : scope;
  const query = prepareQuery(words, deps, input.reads?.[0]);
  const ranked = await findArticles(query, {
    reader,
    embedder: deps.embedder(),
    analyser: deps.analyser,
    audience: readable(ctx),
    scope: current,
  });
  return ranked.flatMap(({ articleId, relevance, hits }) => {
    const article = bank.byId.get(articleId);
    return article ? [{ article, relevance, why: reasons(hits, query, { ctx, analyser: deps.analyser }) }] : [];
  });
}

async function mostUsed({ deps, ctx }: Search): Promise<Found[]> {
  const since = new Date(ctx.now.getTime() - USES_DAYS * 86_400_000).toISOString();
  const uses = await deps.ledger.uses(since);
  const checked = (article: Article) =>
    article.texts
      .map((text) => text.verifiedAt ?? '')
      .sort()
      .at(-1) ?? '';
  return [...deps.bank().articles]
    .sort(
      (a, b) =>
        (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) ||
        checked(b).localeCompare(checked(a)) ||
        a.id.localeCompare(b.id),
    )
    .map((article) => ({ article, relevance: null, why: [] }));
}

/** The article in the best language for the searcher; nothing when no text of it may be read or fits the filters. */
function describe({ article, relevance, why }: Found, { deps, input, ctx, scope }: Search) {
  const bank = deps.bank();
  const validity = validityOf(article, bank.byId);
  const readableNow = readableTexts(article, ctx);
  const texts: Text[] = readableNow.filter((text) => !text.incident?.template && holdsFor(scope, text, validity));
  const reads = input.reads ?? (input.lang ? [input.lang] : [ctx.locale]);
  const text = textToRead({ ...article, texts }, reads, bank.settings);
  if (!text) return [];
  const { id, lang, title, kind, state, audience, tags, verifiedAt } = text;
  const named: Why[] = [{ kind: 'title', lang, text: title, highlights: [] }];
  const languages = readableNow.map((readableText) => readableText.lang);
  const reason = why.length > 0 || input.q.trim() === '' ? why : named;
  return [{ id, lang, title, kind, state, audience, tags, languages, verifiedAt, relevance, why: reason }];
}

function cursorAt(offset: number): string {
  return Buffer.from(`o${offset}`).toString('base64url');
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = /^o(\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (offset === undefined) {
    const message = 'This cursor is not one that a search gave. Start without one.';
    throw new ErfaraError('bad-request', { details: [{ path: 'cursor', rule: 'cursor', message }] });
  }
  return Number(offset);
}
