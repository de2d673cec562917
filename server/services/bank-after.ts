import type { Article, SectionName, Text } from '../domain/article.ts';
import type { CheckInput } from '../domain/check.ts';
import { ErfaraError } from '../domain/errors.ts';
import { normaliseLang } from '../domain/language.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Problem } from '../domain/problem.ts';
import { type LiveBank, liveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';

/** Reads one file's Markdown; a broken one is null and its problems. */
export type ReadText = (
  markdown: string,
  path: string,
  headings: Record<string, SectionName>,
) => { text: Text | null; problems: Problem[] };

/** The bank as a change would leave it. Texts that cannot be read are left as they were. */
export interface BankAfter {
  bank: LiveBank;
  /** Ids of articles with a text that changed, came or went. */
  changed: Set<string>;
  texts: { text: Text; markdown: string }[];
  problems: Problem[];
  /** False when a text could not be read. */
  whole: boolean;
}

/**
 * @throws ErfaraError `not-found` for an article that the principal may not read, or a removed text that is not there;
 * `bad-request` when one text comes twice.
 */
export function bankAfter(bank: LiveBank, input: CheckInput, readText: ReadText, ctx: Ctx): BankAfter {
  const after: BankAfter = { bank, changed: new Set(), texts: [], problems: [], whole: true };
  const articles = new Map(bank.articles.map((article) => [article.id, article]));
  const textAt = (id: string, lang: string) => articles.get(id)?.texts.find((text) => text.lang === lang);
  for (const [i, { id, lang }] of (input.removed ?? []).entries()) {
    const article = articles.get(id);
    const text = textAt(id, lang);
    if (!article || !text || !readableTexts(article, ctx).includes(text)) throw hidden(`removed.${i}`);
    replace(articles, id, lang, null);
    after.changed.add(id);
  }
  const seen = new Set<string>();
  for (const [i, { markdown, ...named }] of input.texts.entries()) {
    const own = named.id && named.lang ? textAt(named.id, named.lang) : undefined;
    const path = own?.path ?? `articles/${named.id ?? `new-${i + 1}`}.${named.lang ?? 'md'}.md`;
    const { text, problems } = readText(markdown, path, bank.settings.headings);
    after.problems.push(...problems, ...(text ? misnamed(text, named, path) : []));
    if (!text) {
      after.whole = false;
      continue;
    }
    const key = `${text.id}.${text.lang}`;
    if (seen.has(key)) throw twice(`texts.${i}`, key);
    seen.add(key);
    const article = bank.byId.get(text.id);
    if (article && readableTexts(article, ctx).length === 0) throw hidden(`texts.${i}`);
    const placed = { ...text, path: textAt(text.id, text.lang)?.path ?? `articles/${key}.md` };
    replace(articles, text.id, text.lang, placed);
    after.changed.add(text.id);
    after.texts.push({ text: placed, markdown });
  }
  after.bank = liveBank({ ...bank, articles: [...articles.values()].filter(({ texts }) => texts.length > 0) });
  return after;
}

function replace(articles: Map<string, Article>, id: string, lang: string, text: Text | null): void {
  const texts = articles.get(id)?.texts ?? [];
  const place = texts.findIndex((other) => other.lang === lang);
  const next = place === -1 ? [...texts, ...(text ? [text] : [])] : texts.with(place, text ?? (texts[place] as Text));
  articles.set(id, { id, texts: text ? next : next.filter((other) => other.lang !== lang) });
}

function misnamed(text: Text, named: { id?: string; lang?: string }, path: string): Problem[] {
  const place = { path, line: 2, column: 1, rule: 'other-text', severity: 'error' as const };
  const fix = 'Save it as a text of its own, or set the field back.';
  const wrong = (field: string, is: string, was: string) => ({
    ...place,
    message: `The ${field} was ${was} and now is ${is}: that is another text.`,
    fix,
  });
  return [
    ...(named.id !== undefined && named.id !== text.id ? [wrong('id', text.id, named.id)] : []),
    ...(named.lang !== undefined && normaliseLang(named.lang) !== text.lang
      ? [wrong('language', text.lang, named.lang)]
      : []),
  ];
}

function hidden(path: string): ErfaraError {
  const message = 'There is no such text that you may change.';
  return new ErfaraError('not-found', { details: [{ path, rule: 'text', message }] });
}

function twice(path: string, key: string): ErfaraError {
  const message = `${key} comes twice; send each text once.`;
  return new ErfaraError('bad-request', { details: [{ path, rule: 'twice', message }] });
}
