import { Command } from 'commander';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { openAdapters } from '../server/open-adapters.ts';
import type { Bank } from '../server/ports/article-store.ts';
import type { IndexReader } from '../server/ports/passage-index.ts';
import { projectRoot } from '../server/project-root.ts';
import { findArticles } from '../server/retrieval/find-articles.ts';
import { prepareQuery } from '../server/retrieval/prepare-query.ts';
import { syncIndex } from '../server/services/sync-index.ts';
import { type RetrievalOutcome, type RetrievalTestDeps, testRetrieval } from '../server/services/test-retrieval.ts';
import { readSettings } from '../server/settings.ts';
import { showProgress } from '../server/show-progress.ts';

const command = new Command('npm run eval --')
  .description('Asks every question of the bank with itself left out, and says which articles come up.')
  .argument('[ids...]', 'only these articles, with every line that fails')
  .option('--explain <message>', 'show every candidate for a message, with its scores and the decision')
  .option('--json', 'print the outcomes as JSON, and nothing else')
  .parse();
const options = command.opts<{ explain?: string; json?: boolean }>();

async function main(): Promise<void> {
  const adapters = await openAdapters(readSettings(process.env, projectRoot()));
  const progress = options.json ? null : showProgress(process.stdout);
  try {
    const bank = await adapters.store.load();
    const tools = adapters.toolsFor(bank.settings);
    await syncIndex(adapters.syncDeps(tools))({ bank, ...(progress ? { progress: progress.update } : {}) });
    progress?.stop();
    const reader = await adapters.index.current();
    if (!reader) throw new Error('The bank is empty: there is nothing to ask.');
    const deps = { ...tools, reader, embedder: adapters.embedder };
    if (options.explain !== undefined) await explain(options.explain, deps);
    else await judge(bank, deps);
  } finally {
    progress?.stop();
    await adapters.close();
  }
}

async function judge(bank: Bank, deps: RetrievalTestDeps): Promise<void> {
  const ids = command.args.length > 0 ? new Set(command.args) : undefined;
  const outcomes = await testRetrieval(deps)({ bank, ...(ids ? { ids } : {}) });
  if (options.json) {
    process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    return;
  }
  for (const [id, own] of [...byArticle(outcomes)].sort(([a], [b]) => a.localeCompare(b))) {
    const failed = own.filter((outcome) => !outcome.passes);
    if (failed.length === 0 && !ids) continue;
    process.stdout.write(`${id}: ${line(own)}\n`);
    for (const { kind, lang, rank, first, question } of failed) {
      const what = kind === 'question' ? `rank ${rank ?? '-'}, lost to ${first}` : 'shown, but it is not for';
      process.stdout.write(`  ${lang} ${what}: ${question}\n`);
    }
  }
  process.stdout.write(`\nAll: ${line(outcomes)}\n`);
  for (const lang of Object.keys(bank.settings.languages)) {
    process.stdout.write(`${lang}: ${line(outcomes.filter((outcome) => outcome.lang === lang))}\n`);
  }
}

function byArticle(outcomes: RetrievalOutcome[]): Map<string, RetrievalOutcome[]> {
  const groups = new Map<string, RetrievalOutcome[]>();
  for (const outcome of outcomes) groups.set(outcome.articleId, [...(groups.get(outcome.articleId) ?? []), outcome]);
  return groups;
}

function line(outcomes: RetrievalOutcome[]): string {
  const questions = outcomes.filter((outcome) => outcome.kind === 'question');
  const nearMisses = outcomes.filter((outcome) => outcome.kind === 'not-for');
  const share = (some: number, all: number) => (all === 0 ? '-' : `${((100 * some) / all).toFixed(1)} %`);
  const first = questions.filter((outcome) => outcome.rank === 1).length;
  const three = questions.filter((outcome) => outcome.passes).length;
  const held = nearMisses.filter((outcome) => outcome.passes).length;
  return (
    `${questions.length} questions, first ${share(first, questions.length)}, among three ${share(three, questions.length)}; ` +
    `${nearMisses.length} near misses, held ${share(held, nearMisses.length)}`
  );
}

async function explain(message: string, deps: RetrievalTestDeps & { reader: IndexReader }): Promise<void> {
  const query = prepareQuery(message, deps);
  const ranked = await findArticles(query, { ...deps, audience: { op: 'and', of: [] }, scope: null });
  const { calibration } = deps.reader.version;
  process.stdout.write(
    `language ${query.lang} (${query.langConfidence.toFixed(2)}); searched: ${query.parts.join(' | ')}\n`,
  );
  process.stdout.write(`terms: ${query.terms.join(' ')}\n\n`);
  for (const { articleId, relevance, cosine, together, denseRank, lexicalRank, coverage, hits } of ranked) {
    const number = (value: number | null) => (value === null ? '   -' : value.toFixed(3));
    process.stdout.write(
      `${number(relevance)}  ${articleId}\n       cosine ${number(cosine)}, together ${number(together)}, ` +
        `dense ${denseRank ?? '-'}, lexical ${lexicalRank ?? '-'}, covered ${number(coverage)}\n       ${hits[0]?.passage.text}\n`,
    );
  }
  const shown = calibration !== null && (ranked[0]?.relevance ?? 0) >= calibration.bar;
  process.stdout.write(`\nbar ${calibration?.bar.toFixed(3) ?? '-'}: ${shown ? 'shown' : 'nothing shown'}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
