import type { CheckInput, CheckOutput, JudgmentChange } from '../domain/check.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Problem } from '../domain/problem.ts';
import { OverlayReader } from '../evaluation/overlay-reader.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Bank } from '../ports/article-store.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { PassageIndex } from '../ports/passage-index.ts';
import { type BankAfter, bankAfter, type ReadText } from './bank-after.ts';
import { type CheckTokens, textsHash } from './check-token.ts';
import { type Compared, judgmentChanges } from './judgment-changes.ts';
import type { KeptTested } from './keep-tested.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { corpusAfter, overlayChange } from './overlay-change.ts';
import { retest } from './retest.ts';
import { requireScope } from './scope.ts';
import type { SyncDeps } from './sync-index.ts';
import { type RetrievalOutcome, testsOf } from './test-retrieval.ts';
import { searched, tryMessages } from './try-messages.ts';

/** Of each kind of change; the least sure are named. */
const NAMED = 200;

export interface CheckChangeDeps extends Pick<SyncDeps, 'splitter' | 'audience'> {
  index: Pick<PassageIndex, 'current'>;
  bank: () => LiveBank;
  /** null = keyword mode. */
  embedder: () => Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
  readText: ReadText;
  /** What is wrong in some texts of a bank, by path. */
  lint: (bank: Bank, sources: { path: string; source: string }[]) => Problem[];
  tested: KeptTested;
  tokens: CheckTokens;
  /** Names the code that judges. */
  build: string;
}

/**
 * What a change would do, before anybody saves it: lint of its texts, the bank's judgments it would gain, lose and shake,
 * and how messages would rank. Its passages are embedded and searched beside the published index; nothing is saved.
 */
export function checkChange(deps: CheckChangeDeps) {
  return async (input: CheckInput, ctx: Ctx): Promise<CheckOutput> => {
    requireScope(ctx, 'edit');
    const reader = await deps.index.current();
    if (!reader) throw new ErfaraError('no-index', { retryAfter: 5 });
    const { analyser, detector, splitter, audience } = deps;
    const embedder = reader.version.model === null ? null : deps.embedder();
    const before = await searched(deps.bank(), reader);
    const change = bankAfter(before.bank, input, deps.readText, ctx);
    const tested = await deps.tested.of(reader, before.bank);
    const published = { analyser, splitter, audience, embedder, reader, corpus: before.corpus };
    const passages = await overlayChange(published)(change.bank.articles, change.changed);
    const corpus = corpusAfter(before.corpus, passages);
    const overlay = new OverlayReader(reader, passages, corpus.counts);
    const judging = { analyser, detector, embedder, reader: overlay, build: deps.build, lanes: 2 };
    const { after, again } = await retest(judging)({
      tests: testsOf(change.bank, [...corpus.passages.values()]),
      corpus,
      hashes: tested.passages,
      before: tested,
      change: passages,
      ...(ctx.signal ? { signal: ctx.signal } : {}),
    });
    const changes = judgmentChanges(outcomes(tested.tried), outcomes(after.tried));
    const told = teller(before.bank, change, ctx);
    const lost = told(changes.lost);
    const states = { before, after: { bank: change.bank, reader: overlay, corpus } };
    const messages = await tryMessages({ analyser, detector, embedder }, ctx)(
      input.messages ?? [],
      states,
      change.changed,
    );
    return {
      requestId: ctx.requestId,
      problems: problemsIn(change, deps),
      gained: told(changes.gained).slice(0, NAMED),
      lost,
      shaken: told(changes.shaken).slice(0, NAMED),
      failing: told(changes.failing).slice(0, NAMED),
      messages,
      tests: { total: after.tried.size, run: again },
      index: { version: reader.version.version },
      token: change.whole
        ? tokenFor(change, input, { lost, version: reader.version.version, tokens: deps.tokens })
        : null,
    };
  };
}

function outcomes(tried: Map<string, { outcome: RetrievalOutcome }>): RetrievalOutcome[] {
  return [...tried.values()].map(({ outcome }) => outcome);
}

/** Lines as a principal is told of them: only those of articles it may read. */
function teller(before: LiveBank, { bank: after, changed }: BankAfter, ctx: Ctx) {
  const mayRead = (id: string) => {
    const article = after.byId.get(id) ?? before.byId.get(id);
    return article !== undefined && readableTexts(article, ctx).length > 0;
  };
  return (compared: Compared[]): JudgmentChange[] =>
    compared
      .filter(({ after: { articleId } }) => mayRead(articleId))
      .map(({ id, before: was, after: is }) => {
        const ahead = is.rivals.filter(({ rank }) => is.rank === null || rank < is.rank);
        const taker =
          is.kind === 'question' ? (ahead.find((rival) => changed.has(rival.articleId)) ?? ahead[0]) : undefined;
        return {
          id,
          kind: is.kind,
          articleId: is.articleId,
          lang: is.lang,
          question: is.question,
          rankBefore: was?.rank ?? null,
          rankAfter: is.rank,
          lead: is.lead,
          lostTo: taker && mayRead(taker.articleId) ? taker.articleId : null,
        };
      });
}

function problemsIn(change: BankAfter, deps: CheckChangeDeps): Problem[] {
  const sources = change.texts.map(({ text, markdown }) => ({ path: text.path, source: markdown }));
  return [...change.problems, ...deps.lint(change.bank, sources)];
}

function tokenFor(
  change: BankAfter,
  input: CheckInput,
  found: { lost: JudgmentChange[]; version: number; tokens: CheckTokens },
): string {
  const texts = change.texts.map(({ text, markdown }) => ({ id: text.id, lang: text.lang, markdown }));
  return found.tokens.issue({
    texts: textsHash(texts, input.removed ?? []),
    version: found.version,
    lost: found.lost.map(({ id }) => id),
  });
}
