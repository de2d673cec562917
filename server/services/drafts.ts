import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Draft, DraftInput, DraftsOutput } from '../domain/saving.ts';
import type { DraftStore, StoredDraft } from '../ports/draft-store.ts';
import type { LiveBank } from './live-bank.ts';
import { authorOf, owns } from './may-change.ts';
import { readableTexts } from './may-read.ts';
import { requireInside, requireScope } from './scope.ts';

/** Of one editor; nobody has more open. */
const MOST = 500;

export interface DraftDeps {
  drafts: DraftStore;
  bank: () => LiveBank;
  /** The name under which a principal's drafts are kept. */
  author: (principalId: string) => string;
}

export interface TextName {
  id: string;
  lang: string;
}

/** Keeps an editor's text that is not saved yet. @throws ErfaraError `not-found`, `too-many`. */
export function keepDraft({ drafts, bank, author }: DraftDeps) {
  return async ({ id, lang, ...input }: TextName & DraftInput, ctx: Ctx): Promise<Draft> => {
    requireEditor({ id }, bank(), ctx);
    const own = author(ctx.principal.id);
    const mine = (await drafts.list()).filter((draft) => draft.author === own);
    if (mine.length >= MOST && !mine.some((draft) => draft.id === id && draft.lang === lang)) {
      const message = `You have ${MOST} drafts. Save some of them, or discard them.`;
      throw new ErfaraError('too-many', { details: [{ path: 'drafts', rule: 'too-many', message }], retryAfter: 60 });
    }
    const { markdown, base = null, proposal = false } = input;
    const by = authorOf(ctx).name;
    const draft = { id, lang, markdown, base, at: ctx.now.toISOString(), by, proposal };
    await drafts.keep({ ...draft, author: own });
    return { ...draft, mine: true };
  };
}

/** The caller's own draft of a text, or else the newest proposal for it that the caller decides on. */
export function readDraft(deps: DraftDeps) {
  return async (name: TextName, ctx: Ctx): Promise<Draft> => {
    requireEditor(name, deps.bank(), ctx);
    return described(await find(name, { deps, ctx }), { deps, ctx });
  };
}

/** Discards what reading it shows. */
export function discardDraft(deps: DraftDeps) {
  return async (name: TextName, ctx: Ctx): Promise<void> => {
    requireEditor(name, deps.bank(), ctx);
    const { author } = await find(name, { deps, ctx });
    await deps.drafts.discard(author, name.id, name.lang);
  };
}

/** The caller's own drafts, and proposals that the caller decides on; newest first, without their texts. */
export function listDrafts(deps: DraftDeps) {
  return async (ctx: Ctx): Promise<DraftsOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const shown = (await deps.drafts.list()).filter((draft) => isShown(draft, { deps, ctx }));
    const drafts = shown.map((draft) => {
      const { markdown: _, ...rest } = described(draft, { deps, ctx });
      return rest;
    });
    return { requestId: ctx.requestId, drafts };
  };
}

interface Asking {
  deps: DraftDeps;
  ctx: Ctx;
}

async function find({ id, lang }: TextName, { deps, ctx }: Asking): Promise<StoredDraft> {
  const own = await deps.drafts.read(deps.author(ctx.principal.id), id, lang);
  if (own) return own;
  const all = await deps.drafts.list();
  const proposed = all.find((draft) => draft.id === id && draft.lang === lang && isShown(draft, { deps, ctx }));
  if (!proposed) throw new ErfaraError('not-found');
  return proposed;
}

function isShown(draft: StoredDraft, { deps, ctx }: Asking): boolean {
  if (draft.author === deps.author(ctx.principal.id)) return true;
  const article = deps.bank().byId.get(draft.id);
  if (!draft.proposal || !article || readableTexts(article, ctx).length === 0) return false;
  return article.texts.some(({ owner }) => owns(owner, ctx));
}

function described({ author, ...draft }: StoredDraft, { deps, ctx }: Asking): Draft {
  return { ...draft, mine: author === deps.author(ctx.principal.id) };
}

/** Articles that the principal may not read have no drafts; ids of none may have one. */
function requireEditor({ id }: { id: string }, bank: LiveBank, ctx: Ctx): void {
  requireScope(ctx, 'edit');
  requireInside(ctx);
  const article = bank.byId.get(id);
  if (article && readableTexts(article, ctx).length === 0) throw new ErfaraError('not-found');
}
