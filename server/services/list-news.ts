import type { Article, Text } from '../domain/article.ts';
import type { Lang } from '../domain/language.ts';
import type { NewsInput, NewsItem, NewsKind, NewsOutput } from '../domain/news.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger, TextNote } from '../ports/ledger.ts';
import { textToRead } from '../retrieval/choose.ts';
import { endedSince } from './describe-incident.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { requireScope } from './scope.ts';

/** Nobody reads what happened longer ago as news. */
const LONGEST_MS = 30 * 86_400_000;
const DEFAULT_LIMIT = 20;
/** The reader's flags that are looked through, newest first. */
const FLAGS = 100;

export interface ListNewsDeps {
  ledger: Pick<Ledger, 'textNotes' | 'flags'>;
  bank: () => LiveBank;
  /** The name under which a principal flagged. */
  author: (principalId: string) => string;
  /** Notes what became of the texts, so that what was just saved is told. */
  note: () => Promise<unknown>;
}

/** What an agent who was away since a moment should know, of what they may read. */
export function listNews(deps: ListNewsDeps) {
  return async (input: NewsInput, ctx: Ctx): Promise<NewsOutput> => {
    requireScope(ctx, 'search');
    const bank = deps.bank();
    const asked = Math.max(Date.parse(input.since), ctx.now.getTime() - LONGEST_MS);
    const since = new Date(Math.min(asked, ctx.now.getTime())).toISOString();
    const reading = { input, bank, ctx, since };
    await deps.note();
    const notes = await deps.ledger.textNotes(since);
    const flags = await deps.ledger.flags({ author: deps.author(ctx.principal.id), state: 'answered', limit: FLAGS });
    const answered = flags.filter(({ answeredAt }) => (answeredAt ?? '') > since);
    const ended = endedSince(new Date(since), input, { bank, ctx });
    const items: NewsItem[] = [
      ...articleNews(notes, reading),
      ...answered.map(({ id, comment, answer, answeredAt, article }) => ({
        kind: 'flag-answered' as const,
        at: answeredAt ?? '',
        article: describeArticle(article, reading),
        flag: { id, comment, answer: answer ?? '' },
      })),
      ...ended.map(({ id, line, lang, endedAt }) => ({
        kind: 'incident-ended' as const,
        at: endedAt,
        article: { id, lang, title: line, state: null },
      })),
    ].sort((a, b) => b.at.localeCompare(a.at) || a.article.id.localeCompare(b.article.id));
    const shown = items.slice(0, input.limit ?? DEFAULT_LIMIT);
    return { requestId: ctx.requestId, since, until: ctx.now.toISOString(), items: shown, total: items.length };
  };
}

interface Reading {
  input: NewsInput;
  bank: LiveBank;
  ctx: Ctx;
  since: string;
}

/** One item for each article: what happened to the texts in the languages the agent reads. */
function articleNews(notes: TextNote[], reading: Reading): NewsItem[] {
  const byArticle = new Map<string, TextNote[]>();
  for (const note of notes) byArticle.set(note.article.id, [...(byArticle.get(note.article.id) ?? []), note]);
  return [...byArticle].flatMap(([id, own]) => {
    const article = reading.bank.articles.find((each) => each.id === id);
    const texts = article ? textsTold(article, reading) : [];
    const text = texts.length > 0 ? readFirst(id, texts, reading) : undefined;
    const noted = own.filter(({ article: { lang } }) => texts.some((each) => each.lang === lang));
    const news = text && newsOf(noted, texts.length, reading.since);
    return text && news ? [{ ...news, article: { id, lang: text.lang, title: text.title, state: text.state } }] : [];
  });
}

/** The texts the agent would be shown: in their languages where there are any. */
function textsTold(article: Article, { input, ctx }: Reading): Text[] {
  const { market, reads } = input;
  const texts = readableTexts(article, ctx).filter(
    ({ state, markets }) => state !== 'archived' && (!market || markets === null || markets.includes(market)),
  );
  const read = texts.filter(({ lang }) => reads?.includes(lang));
  return read.length > 0 ? read : texts;
}

/** An article is new where all its texts are; another language of an old one is a change. */
function newsOf(notes: TextNote[], texts: number, since: string): { kind: NewsKind; at: string } | null {
  const after = (moments: (string | null)[]) => moments.filter((at): at is string => at !== null && at > since);
  const added = after(notes.map(({ newAt }) => newAt));
  const changed = after(notes.map(({ changedAt }) => changedAt));
  const validated = after(notes.map(({ validatedAt }) => validatedAt));
  const at = [...added, ...changed, ...validated].sort().at(-1);
  if (at === undefined) return null;
  if (added.length === texts) return { kind: 'new', at };
  return { kind: added.length + changed.length > 0 ? 'changed' : 'validated', at };
}

function readFirst(id: string, texts: Text[], { input, bank, ctx }: Reading): Text | undefined {
  return textToRead({ id, texts }, input.reads ?? [ctx.locale], bank.settings);
}

function describeArticle({ id, lang }: { id: string; lang: Lang }, reading: Reading): NewsItem['article'] {
  const article = reading.bank.byId.get(id);
  const texts = article ? readableTexts(article, reading.ctx) : [];
  const text = texts.find((each) => each.lang === lang) ?? texts[0];
  return { id: text?.id ?? id, lang: text?.lang ?? lang, title: text?.title ?? null, state: text?.state ?? null };
}
