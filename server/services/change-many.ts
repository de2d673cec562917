import { createHash } from 'node:crypto';
import { diffOf } from '../diff/lines.ts';
import type { Article } from '../domain/article.ts';
import type { BulkInput, BulkOutput } from '../domain/bulk.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { ArticleWriter } from '../ports/article-writer.ts';
import type { FileVersion, History } from '../ports/history.ts';
import { type ApproveDeps, accepted } from './approve-change.ts';
import { bankAfter } from './bank-after.ts';
import { bulkEdits, type FileEdit, type SetField, type SourceText } from './bulk-edits.ts';
import type { Visibility } from './capture-case.ts';
import { authorOf, requireOwners } from './may-change.ts';
import { readableTexts } from './may-read.ts';
import { withReason } from './save-article.ts';
import { requireInside, requireScope } from './scope.ts';

const NAMED = 5;

export interface ChangeManyDeps extends ApproveDeps {
  writer: Pick<ArticleWriter, 'read' | 'write' | 'move' | 'remove'>;
  history: History;
  setField: SetField;
  /** Takes personal data out of what goes into the history for good. */
  redact: (text: string) => string;
  makeVisible: () => Visibility;
}

/**
 * Moves, tags, archives or merges articles, or tells of their causes, as one change in the history. A dry run answers every file's diff and what would
 * be lost, and writes nothing.
 * @throws ErfaraError `not-found`, `owner-only`, `bad-request`, `would-lose`; `changed-since` when somebody saves meanwhile.
 */
export function changeMany(deps: ChangeManyDeps) {
  return async (input: BulkInput, ctx: Ctx): Promise<BulkOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const bank = deps.bank();
    const articles = named(input, deps, ctx);
    const sources = (article: Article) => sourcesOf(article, deps);
    const edits = (await bulkEdits(input, articles, { bank, setField: deps.setField, sources })).filter(isChange);
    requireOwners(touched(edits, deps), ctx);
    const checked = await check(edits, input, { deps, ctx });
    const files = edits.map(({ text, before, after, to }) => ({
      id: text.id,
      lang: text.lang,
      path: text.path,
      to: after === null ? null : to,
      diff: diffOf(before, after ?? ''),
    }));
    const about = { requestId: ctx.requestId, files };
    if (input.dryRun || edits.length === 0) {
      return { ...about, dryRun: input.dryRun ?? false, revision: null, visibleAt: null, ...checked };
    }
    const revision = await write(edits, withReason(describe(input, articles), input.reason, deps), { deps, ctx });
    const visibleAt = await deps.makeVisible().version;
    return { ...about, dryRun: false, revision, visibleAt, token: null, lost: [] };
  };
}

interface Changing {
  deps: ChangeManyDeps;
  ctx: Ctx;
}

function named({ ids }: BulkInput, { bank }: ChangeManyDeps, ctx: Ctx): Article[] {
  const { byId } = bank();
  const details = ids
    .filter((id) => {
      const article = byId.get(id);
      return article?.id !== id || readableTexts(article, ctx).length < article.texts.length;
    })
    .map((id) => ({ path: 'ids', rule: 'article', message: `There is no article "${id}" that you may change.` }));
  if (details.length > 0) throw new ErfaraError('not-found', { details });
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

function touched(edits: FileEdit[], { bank }: ChangeManyDeps): Article[] {
  const { byId } = bank();
  return [...new Set(edits.map(({ text }) => text.id))].flatMap((id) => byId.get(id) ?? []);
}

async function sourcesOf(article: Article, { writer }: ChangeManyDeps): Promise<SourceText[]> {
  return Promise.all(
    article.texts.map(async (text) => {
      const file = await writer.read(text.path);
      if (file?.etag === text.etag) return { text, source: Buffer.from(file.bytes).toString('utf8') };
      const message = 'It was saved by somebody else just now. Try again.';
      throw new ErfaraError('changed-since', { details: [{ path: text.path, rule: 'changed', message }] });
    }),
  );
}

function isChange({ before, after, to, text }: FileEdit): boolean {
  return before !== after || to !== text.path;
}

/** What would be lost; a change that is meant has to accept it. A move, a tag and a cause change nothing that is searched by. */
async function check(edits: FileEdit[], input: BulkInput, { deps, ctx }: Changing) {
  const nothing = { token: null, lost: [] as string[] };
  const texts = edits.flatMap(({ text: { id, lang }, after }) =>
    after === null ? [] : [{ id, lang, markdown: after }],
  );
  const removed = edits.flatMap(({ text: { id, lang }, after }) => (after === null ? [{ id, lang }] : []));
  const { whole, problems } = bankAfter(deps.bank(), { texts, removed }, deps.readText, ctx);
  if (!whole) {
    const details = problems.map(({ path, line, rule, message }) => ({ path: `${path}:${line}`, rule, message }));
    throw new ErfaraError('has-errors', { details, about: { problems } });
  }
  if (edits.length === 0 || !['archive', 'merge'].includes(input.action)) return nothing;
  try {
    await accepted(deps)({ texts, removed }, input, ctx);
    return nothing;
  } catch (error) {
    if (!input.dryRun || !(error instanceof ErfaraError) || error.code !== 'would-lose') throw error;
    return { token: error.about?.token ?? null, lost: (error.about?.lost ?? []).map(({ id }) => id) };
  }
}

/** New names and words first, then what goes: killed between, an article is there twice, never not at all. */
async function write(edits: FileEdit[], message: string, { deps, ctx }: Changing): Promise<string | null> {
  const files = edits.map(({ text: { path }, after, to }): FileVersion => {
    const bytes = after === null ? null : Buffer.from(after);
    return { path: to, bytes, ...(to === path ? {} : { from: path }) };
  });
  await deps.history.settle(
    edits.map(({ text: { path } }) => ({ path })),
    { at: ctx.now },
  );
  return deps.history.record({ author: authorOf(ctx), message, at: ctx.now, files }, async () => {
    for (const { text, before, after, to } of edits) {
      const { id, lang, path, etag } = text;
      if (after === null) await deps.writer.remove({ id, lang, path, etag });
      else if (after !== before) await deps.writer.write(path, Buffer.from(after), etag);
      if (after !== null && to !== path) await deps.writer.move(path, to, hashOf(after));
    }
  });
}

function describe(input: BulkInput, articles: Article[]): string {
  const ids = articles.map(({ id }) => id);
  const some = ids.length > NAMED ? `${ids.slice(0, NAMED).join(', ')} and ${ids.length - NAMED} more` : ids.join(', ');
  switch (input.action) {
    case 'move':
      return `Move to ${input.folder}: ${some}`;
    case 'tag': {
      const tags = [...(input.add ?? []).map((tag) => `+${tag}`), ...(input.remove ?? []).map((tag) => `-${tag}`)];
      return `Tag ${tags.join(' ')}: ${some}`;
    }
    case 'archive':
      return `Archive: ${some}`;
    case 'cause': {
      const { owner, told, accepted, fixed } = input;
      const said = Object.entries({ owner, told, accepted, fixed }).flatMap(([what, is]) =>
        is === undefined ? [] : [is === null ? `${what} taken away` : `${what} ${is}`],
      );
      return `Cause ${said.join(', ')}: ${some}`;
    }
    case 'merge':
      return `Merge into ${input.into}: ${some}`;
  }
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
