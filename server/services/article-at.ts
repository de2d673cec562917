import type { Article, Text } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Facts } from '../domain/facts.ts';
import type { RevisionOfText } from '../domain/history.ts';
import { dayOf, endOfDay } from '../domain/moments.ts';
import type { Ctx } from '../domain/principal.ts';
import type { History } from '../ports/history.ts';
import type { ReadText } from './bank-after.ts';
import type { LiveBank } from './live-bank.ts';
import { requireInside } from './scope.ts';

const FURTHEST = 2_000;
/** Files are named by their articles; so many are read for one that is not. */
const MOST = 100;

export interface ArticleAtDeps {
  bank: () => LiveBank;
  history: Pick<History, 'filesAt' | 'read' | 'log'>;
  readText: ReadText;
  parseFacts: (source: string) => Facts;
}

/** An article as it was, with the facts in force then. */
export interface PastArticle {
  article: Article;
  facts: Facts;
  /** The day on which facts hold. */
  on: string;
  moment: string;
  revisions: RevisionOfText[];
}

/**
 * What an article said on a day (its end, in the bank's time zone) or at a moment (ISO 8601), from the history. An id that
 * was merged away since is found as it was. For colleagues only.
 * @throws ErfaraError `not-found` when there was none, or the history does not go back that far.
 */
export function articleAt(deps: ArticleAtDeps) {
  return async (id: string, at: string, ctx: Ctx): Promise<PastArticle> => {
    requireInside(ctx);
    const { byId, settings } = deps.bank();
    const wanted = at.length === 10 ? endOfDay(at, settings.timeZone) : new Date(at);
    const moment = new Date(Math.min(wanted.getTime(), ctx.now.getTime()));
    const { since, files } = await deps.history.filesAt(moment);
    if (since === null || moment < new Date(since)) throw tooFarBack(since);
    const now = new Set((byId.get(id)?.texts ?? []).map(({ path }) => path));
    const likely = files.filter(({ path }) => now.has(path) || path.split('/').at(-1)?.startsWith(`${id}.`));
    const known = (await textsIn(likely, id, deps)) ?? (await textsIn(files.slice(0, MOST), id, deps)) ?? [];
    if (known.length === 0) throw new ErfaraError('not-found');
    const revisions = await Promise.all(
      known.map(async ({ lang, path }) => {
        const log = await deps.history.log(path, FURTHEST);
        const revision = log.find((each) => Date.parse(each.at) <= moment.getTime());
        return revision ? [{ ...revision, lang }] : [];
      }),
    );
    const factsFile = files.find(({ path }) => path === 'facts.yaml');
    const facts = factsFile ? await deps.history.read(factsFile.revision, factsFile.path) : null;
    return {
      article: { id: known[0]?.id ?? id, texts: known },
      facts: facts ? deps.parseFacts(Buffer.from(facts).toString('utf8')) : {},
      on: dayOf(moment, settings.timeZone),
      moment: moment.toISOString(),
      revisions: revisions.flat(),
    };
  };
}

/** The texts of an article, or of the one that its id led to, among files of the past; null when none of them is one. */
async function textsIn(
  files: { path: string; revision: string }[],
  id: string,
  { bank, history, readText }: ArticleAtDeps,
): Promise<Text[] | null> {
  const { headings } = bank().settings;
  const texts: Text[] = [];
  for (const { path, revision } of files) {
    if (!/^(?:articles|incidents)\/.*\.md$/.test(path)) continue;
    const bytes = await history.read(revision, path);
    const source = bytes && Buffer.from(bytes).toString('utf8');
    if (!source?.includes(id)) continue;
    const { text } = readText(source, path, headings);
    if (text && (text.id === id || text.redirects.includes(id))) texts.push(text);
  }
  const own = texts.filter((text) => text.id === id);
  const found = own.length > 0 ? own : texts.filter((text) => text.id === texts[0]?.id);
  const each = [...new Map(found.toReversed().map((text) => [text.lang, text])).values()].reverse();
  return each.length > 0 ? each : null;
}

function tooFarBack(since: string | null): ErfaraError {
  const message = since
    ? `The history begins ${since.slice(0, 10)}; what was said before is not known.`
    : 'There is no history yet.';
  return new ErfaraError('not-found', { details: [{ path: 'at', rule: 'history', message }] });
}
