import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { ErfaraError } from '../server/domain/errors.ts';
import { incidentOf } from '../server/domain/incident.ts';
import { type EvalQuery, evaluateQuery, type QueryOutcome } from '../server/evaluation/evaluate-set.ts';
import { explain } from '../server/evaluation/explain.ts';
import { reliabilityDiagram } from '../server/evaluation/reliability-diagram.ts';
import { report } from '../server/evaluation/report.ts';
import { binsOf, keyOf, moves } from '../server/evaluation/summary.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { type Adapters, openAdapters } from '../server/open-adapters.ts';
import { type EvalSet, evalSetsIn, keepingVectors, openEvalSet, readEvalSet } from '../server/open-eval-set.ts';
import type { Bank } from '../server/ports/article-store.ts';
import type { IndexReader } from '../server/ports/passage-index.ts';
import { projectRoot } from '../server/project-root.ts';
import { testsOf } from '../server/services/test-retrieval.ts';
import { readSettings } from '../server/settings.ts';
import { showProgress } from '../server/show-progress.ts';

interface Options {
  sets?: string;
  only?: string;
  leaveOut: string;
  model?: string;
  compare?: string;
  explain?: string;
  json?: boolean;
}

/** Queries asked at once: while one is searched, the next is analysed. */
const AT_ONCE = 4;

const options = new Command('npm run eval --')
  .description(
    'Asks the real pipeline every question of the bank (itself left out) and of evaluation sets, and measures the answers.',
  )
  .option(
    '--sets <folder>',
    'also every set in this folder: articles.jsonl and queries.jsonl, empty "relevant" = nothing',
  )
  .option('--only <names>', 'only these sets, with commas between; "content" is the bank itself')
  .option('--leave-out <share>', 'take this share of each set away: its messages must then get nothing', '0')
  .option('--model <id>', 'another embedding model than ERFARA_MODEL')
  .option('--compare <run>', 'say what moved since this run: "last", or a file of the history')
  .option('--explain <message>', 'show every candidate for a message, with its scores and the decision')
  .option('--json', 'print the figures as JSON, and nothing else')
  .parse()
  .opts<Options>();

async function main(): Promise<void> {
  const leaveOut = Number(options.leaveOut);
  if (!(leaveOut >= 0 && leaveOut < 1)) throw wrong('--leave-out', 'takes a share such as 0.3');
  const settings = readSettings(
    options.model ? { ...process.env, ERFARA_MODEL: options.model } : process.env,
    projectRoot(),
  );
  const adapters = await openAdapters(settings);
  const progress = showProgress(options.json ? process.stderr : process.stdout);
  try {
    const bank = await adapters.store.load();
    const embedder = needed(adapters);
    const folder = join(settings.data, 'eval', leaveOut > 0 ? `left-out-${leaveOut}` : 'whole');
    const kept = keepingVectors(embedder, join(settings.data, 'eval'));
    const tools = { ...adapters.toolsFor(bank.settings), embedder: kept, folder };
    const before = options.compare ? earlier(folder, options.compare) : new Map<string, boolean>();
    const outcomes: QueryOutcome[] = [];
    for (const set of await chosenSets(bank, leaveOut)) {
      const search = await openEvalSet(set, tools, progress.update);
      if (options.explain !== undefined) {
        progress.stop();
        process.stdout.write(await explain(options.explain, search));
        return;
      }
      const queries = set.name === 'content' ? await ownQueries(bank, search.reader) : set.queries;
      process.stderr.write(`${set.name}\n`);
      let done = 0;
      const queue = [...queries];
      const worker = async () => {
        for (let query = queue.shift(); query; query = queue.shift()) {
          outcomes.push(await evaluateQuery(set.name, query, search));
          progress.update({ phase: 'test', done: ++done, total: queries.length });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      await search.close();
    }
    progress.stop();
    keep(folder, outcomes, before, { leaveOut, model: embedder.model });
  } finally {
    progress.stop();
    await adapters.close();
  }
}

/** The bank itself first, then the folder's sets. */
async function chosenSets(bank: Bank, leaveOut: number): Promise<EvalSet[]> {
  const only = options.only?.split(',').map((name) => name.trim());
  const folders = options.sets ? await evalSetsIn(resolve(options.sets)) : [];
  const content: EvalSet = { name: 'content', bank, queries: [] };
  const sets = await Promise.all(folders.map((folder) => readEvalSet(folder, bank, leaveOut)));
  // What the bank itself lacks is measured by its own messages in test/, not by taking its articles away.
  const all = leaveOut > 0 ? sets : [content, ...sets];
  const chosen = only ? all.filter((set) => only.includes(set.name)) : all;
  if (chosen.length === 0) throw wrong('--only', `names no set. There are: ${all.map((set) => set.name).join(', ')}`);
  return chosen;
}

/** The bank's own questions as its retrieval tests ask them, but an incident's: each left out of the search it tests. */
async function ownQueries(bank: Bank, reader: IndexReader): Promise<EvalQuery[]> {
  const passages = (await reader.scan(null, { vectors: false })).map((row) => row.passage);
  const incidents = new Set(bank.articles.filter((article) => incidentOf(article) !== null).map(({ id }) => id));
  return testsOf(bank, passages)
    .filter((test) => test.kind === 'question' && !incidents.has(test.articleId))
    .map(({ articleId, lang, question, scope }) => ({
      ...{ id: `${articleId} ${lang} ${question}`, lang, text: question },
      ...{ relevant: [articleId], kind: 'question', scope },
    }));
}

/** Writes report, diagram and history, and prints the report. */
function keep(
  folder: string,
  outcomes: QueryOutcome[],
  before: Map<string, boolean>,
  about: { leaveOut: number; model: string },
): void {
  const at = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  const left = about.leaveOut > 0 ? `, ${about.leaveOut * 100} % of the articles taken away` : '';
  const text = report(outcomes, {
    title: `Retrieval with ${about.model}${left}, ${at.slice(0, 10)}`,
    moved: moves(before, outcomes),
  });
  mkdirSync(join(folder, 'history'), { recursive: true });
  const history = join(folder, 'history', `${at}.json`);
  writeFileSync(history, JSON.stringify({ at, ...about, outcomes }));
  writeFileSync(join(folder, 'report.md'), text);
  writeFileSync(join(folder, 'reliability.svg'), reliabilityDiagram(binsOf(outcomes), 'Relevance promised and held'));
  if (options.json) process.stdout.write(`${JSON.stringify({ at, ...about, outcomes })}\n`);
  else
    process.stdout.write(
      `\n${text}\nWritten to ${relative(process.cwd(), folder)}: report.md, reliability.svg, history/\n`,
    );
}

/** Which queries an earlier run of this folder had right. */
function earlier(folder: string, run: string): Map<string, boolean> {
  const history = join(folder, 'history');
  let name = run;
  if (run === 'last') name = join(history, readNames(history).at(-1) ?? '');
  try {
    const { outcomes } = JSON.parse(readFileSync(name, 'utf8')) as { outcomes: QueryOutcome[] };
    return new Map(outcomes.map((outcome) => [keyOf(outcome), outcome.ranks.pipeline === 1]));
  } catch {
    throw wrong('--compare', `${name} is no earlier run. "last" takes the newest in ${history}, if there is one`);
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function needed({ embedder, notices }: Adapters) {
  if (!embedder)
    throw new ErfaraError('bad-model', {
      details: notices.map((message) => ({ path: 'model', rule: 'missing', message })),
    });
  return embedder;
}

function wrong(path: string, message: string): ErfaraError {
  return new ErfaraError('bad-setting', { details: [{ path, rule: 'value', message }] });
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
