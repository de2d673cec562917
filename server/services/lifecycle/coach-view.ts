import { createHash } from 'node:crypto';
import type { Text } from '../../domain/article.ts';
import type { CoachedText, CoachOutput } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import type { Revision } from '../../domain/history.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Bank } from '../../ports/article-store.ts';
import type { ArticleWriter } from '../../ports/article-writer.ts';
import type { History } from '../../ports/history.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';
import { requireInside, requireScope } from '../scope.ts';

const DAY_MS = 86_400_000;
const RECENT = 90;
const HOW_MANY = 5;
/** Versions of one text that are looked through for the contributor's. */
const VERSIONS = 20;
/** Texts whose history is read; more changed in a quarter only where somebody moved everything. */
const MOST = 400;

export interface CoachDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'textNotes'>;
  history: Pick<History, 'log'>;
  writer: Pick<ArticleWriter, 'read'>;
  lint: (bank: Bank, sources: { path: string; source: string }[]) => Problem[];
}

/**
 * Five of the texts that a contributor wrote or changed lately, with what the content standard says of them. Drawn at random,
 * and the same all week, so that the two who may see them talk about the same five: the contributor, and a coach (`lead`).
 * @throws ErfaraError `not-found` for anybody else.
 */
export function coachView(deps: CoachDeps) {
  return async ({ contributor }: { contributor?: string }, ctx: Ctx): Promise<CoachOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const own = ctx.principal.editor?.name ?? ctx.principal.id;
    const name = contributor ?? own;
    if (name !== own && !ctx.principal.scopes.includes('lead')) throw new ErfaraError('not-found');
    const written = await writtenBy(name, { deps, ctx });
    const week = Math.floor(ctx.now.getTime() / (7 * DAY_MS));
    const drawn = written
      .map((each) => ({ ...each, lot: lotOf(`${week} ${name} ${each.text.id} ${each.text.lang}`) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, HOW_MANY);
    const texts = await Promise.all(drawn.map((each) => judged(each, deps)));
    return { requestId: ctx.requestId, contributor: name, days: RECENT, texts };
  };
}

interface Written {
  text: Text;
  revision: Revision;
}

async function writtenBy(name: string, { deps, ctx }: { deps: CoachDeps; ctx: Ctx }): Promise<Written[]> {
  const since = new Date(ctx.now.getTime() - RECENT * DAY_MS).toISOString();
  const { byId } = deps.bank();
  const notes = (await deps.ledger.textNotes(since)).slice(0, MOST);
  const found: Written[] = [];
  for (const { article: noted } of notes) {
    const article = byId.get(noted.id);
    const text = article && readableTexts(article, ctx).find(({ lang }) => lang === noted.lang);
    if (!text) continue;
    const versions = await deps.history.log(text.path, VERSIONS);
    const revision = versions.find(({ author, at }) => author === name && Date.parse(at) >= Date.parse(since));
    if (revision) found.push({ text, revision });
  }
  return found;
}

async function judged({ text, revision }: Written, { bank, writer, lint }: CoachDeps): Promise<CoachedText> {
  const file = await writer.read(text.path);
  const source = file ? Buffer.from(file.bytes).toString('utf8') : '';
  const problems = file ? lint(bank(), [{ path: text.path, source }]).filter(({ path }) => path === text.path) : [];
  const { id, lang, title } = text;
  return { article: { id, lang, title }, at: revision.at, message: revision.message, problems };
}

function lotOf(of: string): string {
  return createHash('sha256').update(of).digest('hex');
}
