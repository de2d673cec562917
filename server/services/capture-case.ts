import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { textIn } from '../domain/article.ts';
import type { CaptureDraft, CaptureInput, CaptureSaved } from '../domain/capture.ts';
import { ErfaraError, type ErrorDetail } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import { readableId } from '../domain/readable-id.ts';
import type { ArticleWriter, TextPlace } from '../ports/article-writer.ts';
import type { EventBus } from '../ports/event-bus.ts';
import type { Ledger } from '../ports/ledger.ts';
import { draftCase, fieldWords } from './draft-case.ts';
import type { LiveBank } from './live-bank.ts';
import { newCase } from './new-case.ts';
import { phrasingPlace } from './phrasing-place.ts';
import { rateLimit } from './rate-limit.ts';
import { requireInside, requireScope } from './scope.ts';
import { type SimilarDeps, similarArticles } from './similar-articles.ts';

/** How long whoever captured may take it back. */
export const UNDO_MS = 3_600_000;
const FOLDER = 'articles/cases';
/** Saved by one principal: [how many, in seconds]. Nobody solves cases faster. */
const RATE = [30, 60] as const;

export interface CaptureDeps {
  /** Where near duplicates are looked for. */
  search: SimilarDeps;
  bank: () => LiveBank;
  writer: ArticleWriter;
  ledger: Pick<Ledger, 'addCapture' | 'capture'>;
  events: Pick<EventBus, 'publish'>;
  /** Takes personal data out of what a person wrote. */
  redact: (text: string) => string;
  /** The name under which a principal may undo; it stays the same. */
  author: (principalId: string) => string;
  /** Brings the index to what was written. */
  makeVisible: () => Visibility;
}

export interface Visibility {
  /** The index version from which it is found; known soon. */
  version: Promise<number>;
  /** Resolves once it is found. */
  done: Promise<unknown>;
}

/**
 * A solved case to knowledge for all colleagues: a new text, not validated and internal, or one more question of an article
 * that is there. Near duplicates come first, and nothing is saved until the agent has seen them. The same case sent twice is
 * saved once.
 */
export function captureCase(deps: CaptureDeps) {
  const limit = rateLimit(...RATE);
  return async (input: CaptureInput, ctx: Ctx) => {
    requireScope(ctx, 'capture');
    requireInside(ctx);
    const bank = deps.bank();
    const draft = draftCase(input, { bank, redact: deps.redact });
    refuseWrong(input, draft, deps);
    const preview = input.preview === true || input.keep === false;
    const about = { requestId: ctx.requestId, draft };
    if (input.addPhrasingTo !== undefined) {
      const place = phrasingPlace(input.addPhrasingTo, input.lang, draft.question, { bank, ctx });
      if (preview) return { ...about, saved: null, similar: [] };
      limit(ctx);
      return { ...about, saved: await savePhrasing(place, fieldWords(draft.question), { deps, ctx }), similar: [] };
    }
    const similar = input.acceptNew
      ? []
      : await similarArticles(draft.question, input.lang, { deps: deps.search, ctx });
    if (preview || similar.length > 0) return { ...about, saved: null, similar };
    limit(ctx);
    return { ...about, saved: await saveCase(input, draft, { deps, ctx }), similar };
  };
}

interface Saving {
  deps: CaptureDeps;
  ctx: Ctx;
}

async function saveCase(input: CaptureInput, draft: CaptureDraft, { deps, ctx }: Saving): Promise<CaptureSaved> {
  const bank = deps.bank();
  const content = JSON.stringify([input.lang, draft.title, draft.question, draft.solution, draft.reply]);
  const id = readableId(draft.title, createHash('sha256').update(content).digest('hex').slice(0, 8));
  const known = bank.byId.get(id);
  const there = known && textIn(known, input.lang);
  const written = there
    ? { path: there.path, etag: there.etag, created: false }
    : await deps.writer.create(newCase(id, input, draft, { bank, at: ctx.now }), {
        folder: FOLDER,
        headings: bank.settings.headings,
      });
  const { path, etag } = written;
  const article = { id, lang: input.lang };
  if (written.created) {
    const at = ctx.now.toISOString();
    const author = deps.author(ctx.principal.id);
    await deps.ledger.addCapture({ id, at, author, article, path, etag, question: null });
  }
  const visible = deps.makeVisible();
  const tell = () => {
    const now = deps.bank().byId.get(id);
    if (!now) return;
    deps.events.publish({ type: 'case-captured', article, title: draft.title }, { to: 'readers', article: now });
  };
  visible.done.then(written.created ? tell : undefined, () => undefined);
  const visibleAt = await visible.version;
  return { ...article, etag, visibleAt, what: 'case', ...(await undoOf(id, { deps, ctx })) };
}

async function savePhrasing(place: TextPlace, question: string, { deps, ctx }: Saving): Promise<CaptureSaved> {
  const { etag, added } = await deps.writer.addQuestion(place, question);
  const article = { id: place.id, lang: place.lang };
  const id = uuidv7({ msecs: ctx.now.getTime() });
  if (added) {
    const at = ctx.now.toISOString();
    const author = deps.author(ctx.principal.id);
    await deps.ledger.addCapture({ id, at, author, article, path: place.path, etag, question });
  }
  const visibleAt = await deps.makeVisible().version;
  const undo = added ? await undoOf(id, { deps, ctx }) : { undo: null, undoUntil: null };
  return { ...article, etag, visibleAt, what: 'phrasing', ...undo };
}

async function undoOf(id: string, { deps, ctx }: Saving): Promise<Pick<CaptureSaved, 'undo' | 'undoUntil'>> {
  const capture = await deps.ledger.capture(id);
  const until = capture ? Date.parse(capture.at) + UNDO_MS : 0;
  const own = capture?.author === deps.author(ctx.principal.id) && ctx.now.getTime() < until;
  return own ? { undo: id, undoUntil: new Date(until).toISOString() } : { undo: null, undoUntil: null };
}

const TOKEN = /\{\{\s*([^{}]*?)\s*\}\}/g;
const FILLED_BY_HOST = /^(?:customer|agent|order|trip)\.[a-z_]+$/;

/** Refuses what the bank does not know, each with what it does. */
function refuseWrong(input: CaptureInput, draft: CaptureDraft, deps: CaptureDeps): void {
  const { settings, facts } = deps.bank();
  const details: ErrorDetail[] = [];
  const oneOf = (path: string, value: string | null | undefined, known: object) => {
    if (value === undefined || value === null || Object.hasOwn(known, value)) return;
    details.push({ path, rule: 'unknown', message: `The bank has ${Object.keys(known).join(', ')}.` });
  };
  oneOf('lang', input.lang, settings.languages);
  oneOf('market', input.market, settings.markets);
  oneOf('channel', input.channel, settings.channels);
  if (!/\p{L}/u.test(draft.question)) {
    details.push({ path: 'question', rule: 'empty', message: 'What the customer asked is needed, in words.' });
  }
  if (input.addPhrasingTo === undefined && !/\p{L}/u.test(draft.solution)) {
    details.push({ path: 'solution', rule: 'empty', message: 'What solved it is needed, in words.' });
  }
  for (const path of ['solution', 'reply'] as const) {
    for (const [token, name = ''] of (draft[path] ?? '').matchAll(TOKEN)) {
      if (FILLED_BY_HOST.test(name) || (name.startsWith('fact.') && Object.hasOwn(facts, name.slice(5)))) continue;
      const message = `Nothing fills in ${token.slice(0, 60)}. Use {{customer.first_name}}, {{order.number}} or a fact.`;
      details.push({ path, rule: 'variable', message });
    }
  }
  if (details.length > 0) throw new ErfaraError('bad-request', { details: details.slice(0, 20) });
}
