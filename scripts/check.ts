import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { FileArticleStore } from '../server/content/file-article-store.ts';
import { KeptFindings, worldOf } from '../server/content/lint/kept-findings.ts';
import { byPlace, lint } from '../server/content/lint/lint.ts';
import type { Problem, Severity } from '../server/domain/problem.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { type Adapters, openAdapters, openFiles } from '../server/open-adapters.ts';
import type { Bank } from '../server/ports/article-store.ts';
import { personalDataFinder } from '../server/privacy/find-personal-data.ts';
import { projectRoot } from '../server/project-root.ts';
import { competingPairs } from '../server/services/competing-pairs.ts';
import { describePairs } from '../server/services/describe-pairs.ts';
import { describeTests } from '../server/services/describe-tests.ts';
import { syncWhenChanged } from '../server/services/sync-when-changed.ts';
import { type Published, readPublished, testFiles } from '../server/services/test-files.ts';
import { type TestReport, testReport } from '../server/services/test-report.ts';
import { readSettings, type Settings } from '../server/settings.ts';
import { showProgress } from '../server/show-progress.ts';

interface Options {
  json?: boolean;
  quiet?: boolean;
  hints?: boolean;
  retrieval: boolean;
  competing?: boolean;
  out?: string;
}

const SEVERITIES: Severity[] = ['error', 'warning', 'hint'];
const COLOURS: Record<Severity, string> = { error: '31', warning: '33', hint: '36' };

const options = new Command('npm run check --')
  .description(
    'Reads every article and says, with file and line, what is wrong and how to put it right. Then it asks every question of the bank, itself left out, and says which articles lose theirs to which.',
  )
  .option('--json', 'print what was found as JSON, and nothing else')
  .option('--quiet', 'show errors only')
  .option('--hints', 'show hints and questions that pass by little too; otherwise they are only counted')
  .option('--no-retrieval', 'read the articles only, and ask nothing')
  .option('--competing', 'write a report, in Markdown, of articles that compete and the wording that separates them')
  .option('--out <file>', 'where the report of --competing goes; otherwise it is printed')
  .addHelpText(
    'after',
    '\nExit codes: 0 all is well, 1 errors in the content or a floor of erfara.yaml not reached, 75 another process held the\nwriter lock for 30 s, 78 a setting is wrong.',
  )
  .parse()
  .opts<Options>();

async function main(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  const { content } = settings;
  const adapters = options.retrieval ? await openWithPublished(settings) : null;
  try {
    await check(content, adapters);
  } finally {
    await adapters?.close();
  }
}

type Opened = Adapters & { published: Published };

/** What is published is read while the model loads in its own thread. */
async function openWithPublished(settings: Settings): Promise<Opened> {
  const files = openFiles(settings);
  const [adapters, published] = await Promise.all([
    openAdapters(settings, undefined, files),
    readPublished({ ...files, memory: files.testMemory })(),
  ]);
  return { ...adapters, published };
}

async function check(content: string, adapters: Opened | null): Promise<void> {
  const store = adapters?.store ?? new FileArticleStore(content);
  const bank = adapters?.bank ?? (await store.load());
  const on = new Date().toISOString().slice(0, 10);
  const files = readdirSync(content, { recursive: true }).map(String).sort();
  const kept = adapters && new KeptFindings(adapters.lintPath, worldOf(bank, { build: adapters.build, on, files }));
  const found = lint({
    bank,
    sources: store.sources(),
    findPersonalData: personalDataFinder(bank.settings.orderNumbers),
    fileExists: (path) => existsSync(join(content, path)),
    on,
    ...(kept ? { kept } : {}),
  });
  await kept?.write();
  const problems = [...bank.problems, ...found].sort(byPlace);
  const shown = problems.filter(({ severity }) => isShown(severity));
  const texts = bank.articles.reduce((sum, article) => sum + article.texts.length, 0);
  const counts = { articles: bank.articles.length, texts, ...countBySeverity(problems) };
  if (!options.json && !options.competing) process.stdout.write(asText(shown, counts, content));
  const tests = adapters && bank.articles.length > 0 ? await testContent(adapters, bank) : null;
  if (options.json) {
    const retrieval = tests && { ...tests.report, run: tests.run, notice: tests.notice };
    process.stdout.write(`${JSON.stringify({ ...counts, problems: shown, retrieval }, null, 2)}\n`);
  } else if (tests && options.competing) writeReport(tests.competing ?? `${tests.notice}\n`);
  else if (tests) process.stdout.write(`${asLines(tests).join('\n')}\n`);
  process.exitCode = counts.errors > 0 || (tests?.report?.below.length ?? 0) > 0 ? 1 : 0;
}

interface ContentTests {
  /** null where nothing could be asked; `notice` says why. */
  report: TestReport | null;
  run: number;
  notice: string | null;
  competing: string | null;
}

/** Asks the bank's questions. Without a model ranks say little, so nothing is asked. */
async function testContent(adapters: Opened, bank: Bank): Promise<ContentTests> {
  const progress = options.json ? null : showProgress(process.stderr);
  try {
    const silent = (notice: string): ContentTests => ({ report: null, run: 0, notice, competing: null });
    if (!adapters.embedder) return silent(`Retrieval was not tested. ${adapters.notices.join(' ')}`);
    const tools = adapters.toolsFor(bank.settings);
    const deps = adapters.syncDeps(tools);
    const done = await testFiles({
      ...deps,
      build: adapters.build,
      memory: adapters.testMemory,
      sync: syncWhenChanged(deps, adapters.memory),
    })({
      bank,
      ...adapters.published,
      ...(progress
        ? { sync: progress.update, progress: (now, total) => progress.update({ phase: 'test', done: now, total }) }
        : {}),
    });
    progress?.stop();
    if (!done) return silent('Retrieval was not tested: nothing in the bank is indexed.');
    const outcomes = [...done.tested.tried.values()].map(({ outcome }) => outcome);
    const pairs = () => competingPairs(bank, done.passages, { outcomes, analyser: tools.analyser });
    return {
      report: testReport(outcomes, bank.settings.floors),
      run: done.again,
      notice: null,
      competing: options.competing ? describePairs(pairs(), bank) : null,
    };
  } finally {
    progress?.stop();
  }
}

function writeReport(markdown: string): void {
  if (!options.out) process.stdout.write(markdown);
  else {
    writeFileSync(options.out, markdown);
    process.stdout.write(`The report is in ${options.out}.\n`);
  }
}

function asLines({ report, run, notice }: ContentTests): string[] {
  if (!report) return [`Notice: ${notice}`];
  return [...describeTests(report, options.hints === true), `${run} lines asked; the others are as they were.`];
}

function isShown(severity: Severity): boolean {
  if (options.quiet) return severity === 'error';
  return severity !== 'hint' || options.hints === true || options.json === true;
}

function countBySeverity(problems: Problem[]) {
  const [errors = 0, warnings = 0, hints = 0] = SEVERITIES.map(
    (severity) => problems.filter((problem) => problem.severity === severity).length,
  );
  return { errors, warnings, hints };
}

type Counts = ReturnType<typeof countBySeverity> & { articles: number; texts: number };

function asText(problems: Problem[], counts: Counts, content: string): string {
  const lines = problems.flatMap(({ path, line, column, severity, rule, message, fix }) => [
    `${relative(process.cwd(), join(content, path))}:${line}:${column} ${paint(COLOURS[severity], rule)} ${message}${
      severity === 'error' ? '' : ` (${severity})`
    }`,
    `  ${paint('2', fix)}`,
  ]);
  const some = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  const hidden = counts.hints > 0 && !options.hints && !options.quiet ? ' (npm run check -- --hints shows them)' : '';
  const found = `${some(counts.errors, 'error')}, ${some(counts.warnings, 'warning')}, ${some(counts.hints, 'hint')}${hidden}`;
  return [...lines, `${some(counts.articles, 'article')} in ${some(counts.texts, 'text')}: ${found}.`, ''].join('\n');
}

function paint(code: string, words: string): string {
  const colours = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return colours ? `\u001b[${code}m${words}\u001b[0m` : words;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
