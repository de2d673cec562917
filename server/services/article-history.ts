import { createHash } from 'node:crypto';
import { diffOf } from '../diff/lines.ts';
import type { Article, Text } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type {
  BlameOutput,
  CompareOutput,
  HistoryOutput,
  Revision,
  RevisionOfText,
  VersionOutput,
} from '../domain/history.ts';
import type { Ctx } from '../domain/principal.ts';
import type { ArticleWriter } from '../ports/article-writer.ts';
import type { History } from '../ports/history.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { requireInside, requireScope } from './scope.ts';

const USUAL = 50;
/** A version further back than this is not looked for. */
const FURTHEST = 2_000;

export interface HistoryDeps {
  bank: () => LiveBank;
  history: Pick<History, 'kind' | 'log' | 'read' | 'blame'>;
  writer: Pick<ArticleWriter, 'read'>;
}

/** Who changed an article when, newest first: of one language, or of all. For colleagues only. */
export function articleHistory({ bank, history }: HistoryDeps) {
  return async (input: { id: string; lang?: string; limit?: number }, ctx: Ctx): Promise<HistoryOutput> => {
    const { article, texts } = readableArticle(input.id, bank(), ctx);
    const limit = input.limit ?? USUAL;
    const wanted = input.lang === undefined ? texts : texts.filter(({ lang }) => lang === input.lang);
    const logs = await Promise.all(
      wanted.map(async ({ lang, path }) =>
        (await history.log(path, limit + 1)).map((revision): RevisionOfText => ({ ...revision, lang })),
      ),
    );
    const revisions = newestFirst(logs);
    const { requestId } = ctx;
    const more = revisions.length > limit;
    return { requestId, id: article.id, kept: history.kind, revisions: revisions.slice(0, limit), more };
  };
}

/** Each log keeps its order, whatever the clocks of those who wrote it said. */
function newestFirst(logs: RevisionOfText[][]): RevisionOfText[] {
  const left = logs.filter((log) => log.length > 0).map((log) => [...log]);
  const merged: RevisionOfText[] = [];
  while (left.length > 0) {
    const first = (log: RevisionOfText[]) => `${log[0]?.at} ${log[0]?.id}`;
    const next = left.reduce((best, log) => (first(log) > first(best) ? log : best));
    merged.push(...next.splice(0, 1));
    if (next.length === 0) left.splice(left.indexOf(next), 1);
  }
  return merged;
}

/** One version of a text, as its file was. @throws ErfaraError `not-found`. */
export function articleVersion(deps: HistoryDeps) {
  return async (input: { id: string; lang: string; revision: string }, ctx: Ctx): Promise<VersionOutput> => {
    const { article, text } = readableText(input, deps.bank(), ctx);
    const { revision, bytes } = await versionOf(deps.history, text, input.revision);
    const etag = createHash('sha256').update(bytes).digest('hex');
    const markdown = Buffer.from(bytes).toString('utf8');
    return { requestId: ctx.requestId, id: article.id, lang: text.lang, revision, markdown, etag };
  };
}

/** What tells two versions of a text apart, or one and what is saved now. @throws ErfaraError `not-found`. */
export function compareVersions(deps: HistoryDeps) {
  return async (input: { id: string; lang: string; from: string; to?: string }, ctx: Ctx): Promise<CompareOutput> => {
    const { article, text } = readableText(input, deps.bank(), ctx);
    const before = await versionOf(deps.history, text, input.from);
    const after = input.to === undefined ? null : await versionOf(deps.history, text, input.to);
    const now = after ? after.bytes : ((await deps.writer.read(text.path))?.bytes ?? new Uint8Array());
    const diff = diffOf(Buffer.from(before.bytes).toString('utf8'), Buffer.from(now).toString('utf8'));
    const { requestId } = ctx;
    const to = after?.revision.id ?? null;
    return { requestId, id: article.id, lang: text.lang, from: before.revision.id, to, diff };
  };
}

/** Who wrote which lines of a text, as it was last recorded. */
export function articleBlame({ bank, history }: HistoryDeps) {
  return async (input: { id: string; lang: string }, ctx: Ctx): Promise<BlameOutput> => {
    const { article, text } = readableText(input, bank(), ctx);
    const [revisions, runs] = await Promise.all([history.log(text.path, FURTHEST), history.blame(text.path)]);
    const known = new Map(revisions.map((revision) => [revision.id, revision]));
    let line = 1;
    const parts = runs.flatMap((run) => {
      const revision = known.get(run.revision);
      const at = line;
      line += run.lines.length;
      return revision ? [{ revision, line: at, lines: run.lines }] : [];
    });
    return { requestId: ctx.requestId, id: article.id, lang: text.lang, parts };
  };
}

/** A version among those of this text: a revision of another file shows nothing. */
export async function versionOf(
  history: Pick<History, 'log' | 'read'>,
  text: Text,
  id: string,
): Promise<{ revision: Revision; bytes: Uint8Array }> {
  const revision = (await history.log(text.path, FURTHEST)).find((each) => each.id === id);
  const bytes = revision ? await history.read(revision.id, revision.path) : null;
  if (revision && bytes) return { revision, bytes };
  const message = revision ? 'The text was removed in this version.' : 'The text has no such version.';
  throw new ErfaraError('not-found', { details: [{ path: 'revision', rule: 'revision', message }] });
}

/** The article and its text in a language, for colleagues who may read it. */
export function readableText(
  { id, lang }: { id: string; lang: string },
  bank: LiveBank,
  ctx: Ctx,
): { article: Article; text: Text } {
  const { article, texts } = readableArticle(id, bank, ctx);
  const text = texts.find((each) => each.lang === lang);
  if (!text) throw new ErfaraError('not-found');
  return { article, text };
}

function readableArticle(id: string, bank: LiveBank, ctx: Ctx): { article: Article; texts: Text[] } {
  requireScope(ctx, 'search');
  requireInside(ctx);
  const article = bank.byId.get(id);
  const texts = article ? readableTexts(article, ctx) : [];
  if (!article || texts.length === 0) throw new ErfaraError('not-found');
  return { article, texts };
}
