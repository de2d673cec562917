import type { Text } from '../../domain/article.ts';
import { ErfaraError } from '../../domain/errors.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerFlag } from '../../ports/ledger.ts';
import type { SetField } from '../bulk-edits.ts';
import { type SaveDeps, saveArticle } from '../save-article.ts';
import { isLasting } from '../work/about.ts';
import { doubtsAbout } from '../work/doubts.ts';
import { nothingLost } from './nothing-lost.ts';

export interface DemoteDeps extends SaveDeps {
  ledger: Pick<Ledger, 'flags' | 'addDecision'>;
  setField: SetField;
}

const DAY_MS = 86_400_000;
/** Different people. */
const FLAGGED_BY = 2;
/** Days that an editor has, from when the second one spoke. */
const PATIENCE = 7;
const MOST_FLAGS = 2_000;
/** Whose name stands on what nobody decided. */
const ERFARA = { name: 'Erfara', email: null, owns: null };

/**
 * Takes the mark "checked" from texts that two different people flagged since they were last checked, when nobody answered
 * or changed anything for a week: agents see it as not checked, customers' own pages do not see it any more. Never what only
 * its owner changes (`compliance`). Each decision is in the history under Erfara's own name, and in the log of decisions.
 * Answers how many were taken.
 */
export function demoteFlagged(deps: DemoteDeps) {
  const save = saveArticle({ ...deps, check: nothingLost });
  return async ({ now, signal }: Pick<Ctx, 'now' | 'signal'>): Promise<number> => {
    const flags = await deps.ledger.flags({ state: 'open', limit: MOST_FLAGS });
    if (flags.length === 0) return 0;
    let demoted = 0;
    for (const text of deps.bank().articles.flatMap(({ texts }) => texts)) {
      const doubts = patienceIsOver(text, flags, now);
      if (!doubts) continue;
      const ctx = erfara(now, signal, text);
      const revision = await demote(text, doubts, { deps, save, ctx }).catch((error: unknown) => {
        // Somebody saved it just now: then somebody acted.
        if (error instanceof ErfaraError) return undefined;
        throw error;
      });
      if (revision !== undefined) demoted += 1;
    }
    return demoted;
  };
}

interface Demoting {
  deps: DemoteDeps;
  save: ReturnType<typeof saveArticle>;
  ctx: Ctx;
}

/** The flags that decide it; null where it is not decided yet. */
function patienceIsOver(text: Text, flags: LedgerFlag[], now: Date): LedgerFlag[] | null {
  if (text.state !== 'validated' || text.governance === 'compliance' || !isLasting(text)) return null;
  const doubts = doubtsAbout(text, flags)
    .filter(({ article }) => article.etag === null || article.etag === text.etag)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const authors = new Set<string>();
  const second = doubts.find(({ author }) => authors.add(author).size === FLAGGED_BY);
  return second && Date.parse(second.at) <= now.getTime() - PATIENCE * DAY_MS ? doubts : null;
}

async function demote(text: Text, doubts: LedgerFlag[], { deps, save, ctx }: Demoting): Promise<string | null> {
  const file = await deps.writer.read(text.path);
  if (file?.etag !== text.etag) throw new ErfaraError('changed-since');
  const markdown = deps.setField(Buffer.from(file.bytes).toString('utf8'), ['state'], 'not-validated');
  const people = new Set(doubts.map(({ author }) => author)).size;
  const since = doubts[0]?.at.slice(0, 10) ?? '';
  const reason = `Not checked any more: ${people} people flagged it since ${since}, and nobody acted for ${PATIENCE} days.`;
  const { id, lang, etag } = text;
  const { revision } = await save({ id, lang, etag, markdown, reason }, ctx);
  const article = { id, lang };
  const decision = { id: `demoted ${id} ${lang} ${etag.slice(0, 16)}`, at: ctx.now.toISOString(), what: 'demoted' };
  await deps.ledger.addDecision({ ...decision, article, reason, because: { people, since, days: PATIENCE }, revision });
  return revision;
}

function erfara(now: Date, signal: AbortSignal | null, { id, lang }: Text): Ctx {
  const principal = {
    id: 'erfara',
    scopes: ['edit' as const],
    audience: 'internal' as const,
    filter: null,
    editor: ERFARA,
  };
  return { principal, now, requestId: `demote ${id}.${lang}`, signal, locale: 'en' };
}
