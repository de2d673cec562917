import { createHash } from 'node:crypto';
import { mergeTexts } from '../diff/lines.ts';
import type { Text } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { SaveInput, SaveOutput } from '../domain/saving.ts';
import type { ArticleWriter } from '../ports/article-writer.ts';
import type { DraftStore } from '../ports/draft-store.ts';
import type { History } from '../ports/history.ts';
import { type ApproveDeps, accepted, withoutErrors } from './approve-change.ts';
import type { Visibility } from './capture-case.ts';
import { describeChange } from './describe-change.ts';
import { authorOf, mayChange } from './may-change.ts';
import { requireInside, requireScope } from './scope.ts';
import { type PlacedText, textToSave } from './text-to-save.ts';

/** Others may save between reading and writing this often. */
const TRIES = 3;

export interface SaveDeps extends ApproveDeps {
  writer: Pick<ArticleWriter, 'read' | 'write'>;
  history: History;
  drafts: DraftStore;
  /** Takes personal data out of what goes into the history for good. */
  redact: (text: string) => string;
  /** The name under which a principal's drafts are kept. */
  author: (principalId: string) => string;
  makeVisible: () => Visibility;
}

export interface SaveRequest extends SaveInput {
  id: string;
  lang: string;
  /** The etag of what it was made from; null for a text that is not there yet. */
  etag: string | null;
  /** For a new text. */
  folder?: string;
}

/**
 * An editor's save of one text: nothing of it lands unless it has no errors, loses no judgment that was not accepted, and
 * takes nobody's words away. What somebody else saved meanwhile is merged, or all three texts are answered.
 * @throws ErfaraError `not-found`, `needs-etag`, `exists`, `conflict`, `has-errors`, `would-lose`, `disk-full`.
 */
export function saveArticle(deps: SaveDeps) {
  return async (request: SaveRequest, ctx: Ctx): Promise<SaveOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await saveOnce(request, { deps, ctx });
      } catch (error) {
        const raced = error instanceof ErfaraError && error.code === 'changed-since';
        if (!raced || attempt === TRIES) throw error;
      }
    }
  };
}

interface Saving {
  deps: SaveDeps;
  ctx: Ctx;
}

async function saveOnce(request: SaveRequest, { deps, ctx }: Saving): Promise<SaveOutput> {
  const place = textToSave(deps.bank(), request, ctx);
  const there = await deps.writer.read(place.path);
  const theirs = there && Buffer.from(there.bytes).toString('utf8');
  const yours = theirs === null ? request.markdown : asWritten(request.markdown, theirs);
  const { markdown, merged } = await together(request, { yours, theirs, etag: there?.etag ?? null }, { deps, place });
  const change = { texts: [{ id: request.id, lang: request.lang, markdown }], removed: [] };
  const { problems, texts } = withoutErrors(deps)(change, ctx);
  const kept = problems.filter(({ severity }) => severity !== 'error');
  const about = { requestId: ctx.requestId, id: request.id, lang: request.lang, problems: kept };
  const differs = markdown === request.markdown ? null : markdown;
  if (there && markdown === theirs) {
    const visibleAt = (await deps.index.current())?.version.version ?? 0;
    return {
      ...about,
      etag: there.etag,
      visibleAt,
      what: merged ? 'merged' : 'unchanged',
      markdown: differs,
      revision: null,
    };
  }
  if (!mayChange(place.article, ctx)) return { ...about, ...(await propose(request, { deps, ctx })) };
  await accepted(deps)(change, request, ctx).catch((error: unknown) => {
    if (!merged || !(error instanceof ErfaraError) || error.code !== 'would-lose' || !there) throw error;
    const { details } = error;
    throw new ErfaraError('would-lose', { details, about: { ...error.about, merged: { markdown, etag: there.etag } } });
  });
  const bytes = Buffer.from(markdown);
  const message = withReason(describeChange(place.text, texts[0]?.text ?? null), request.reason, deps);
  const { path } = place;
  await deps.history.settle([{ path }], { at: ctx.now });
  const revision = await deps.history.record(
    { author: authorOf(ctx), message, at: ctx.now, files: [{ path, bytes }] },
    async () => {
      await deps.writer.write(path, bytes, there?.etag ?? null);
    },
  );
  await forgetDrafts(request, markdown, { deps, ctx });
  const visibleAt = await deps.makeVisible().version;
  const what = there === null ? 'created' : merged ? 'merged' : 'changed';
  return { ...about, etag: hashOf(bytes), visibleAt, what, markdown: differs, revision };
}

interface Versions {
  yours: string;
  /** null = there is none. */
  theirs: string | null;
  etag: string | null;
}

/** What is to be saved: the editor's text, put together with what somebody else saved since. */
async function together(
  { id, lang, etag: from }: SaveRequest,
  { yours, theirs, etag }: Versions,
  { deps, place }: { deps: SaveDeps; place: PlacedText },
): Promise<{ markdown: string; merged: boolean }> {
  if (from === etag || yours === theirs) return { markdown: yours, merged: false };
  if (from === null && place.text) throw new ErfaraError('needs-etag', { details: [needed(place.text)] });
  // A file that is there but cannot be read as a text is shown to whoever writes one of its name.
  const known = from === null ? null : await deps.history.withHash(place.path, from);
  const base = known && Buffer.from(known).toString('utf8');
  const both = base === null || theirs === null ? null : mergeTexts(base, yours, theirs);
  if (both === null)
    throw new ErfaraError('conflict', { about: { conflict: { id, lang, etag, base, theirs, yours } } });
  return { markdown: both, merged: true };
}

function needed({ title }: Text) {
  const message = `This text is there already ("${title}"). Read it first, then change it.`;
  return { path: 'If-Match', rule: 'required', message };
}

/** Kept for the owner, who alone may publish it. */
async function propose({ id, lang, markdown, etag }: SaveRequest, { deps, ctx }: Saving) {
  const visibleAt = (await deps.index.current())?.version.version ?? 0;
  const by = authorOf(ctx).name;
  const at = ctx.now.toISOString();
  const author = deps.author(ctx.principal.id);
  await deps.drafts.keep({ id, lang, markdown, base: etag, at, by, author, proposal: true });
  return { etag: etag ?? '', visibleAt, what: 'proposed' as const, markdown: null, revision: null };
}

/** The editor's own draft of what is now saved, and a proposal that says the same. */
async function forgetDrafts({ id, lang, markdown: sent }: SaveRequest, saved: string, { deps, ctx }: Saving) {
  const own = deps.author(ctx.principal.id);
  const drafts = (await deps.drafts.list()).filter((draft) => draft.id === id && draft.lang === lang);
  const over = drafts.filter(
    ({ author, proposal, markdown }) => (author === own && !proposal) || markdown === sent || markdown === saved,
  );
  await Promise.all(over.map(({ author }) => deps.drafts.discard(author, id, lang)));
}

/** An editor in a browser writes other line ends and no byte order mark: what the file has stays. */
export function asWritten(markdown: string, there: string): string {
  const marked = there.startsWith('\uFEFF') && !markdown.startsWith('\uFEFF') ? `\uFEFF${markdown}` : markdown;
  const windows = there.includes('\r\n') && !/[^\r]\n/.test(there) && !markdown.includes('\r');
  return windows ? marked.replaceAll('\n', '\r\n') : marked;
}

/** The message of a version: what changed, and below it why. */
export function withReason(message: string, reason: string | undefined, { redact }: Pick<SaveDeps, 'redact'>): string {
  return reason?.trim() ? `${message}\n\n${redact(reason.trim())}` : message;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
