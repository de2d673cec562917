import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { FileArticleStore } from '../server/content/file-article-store.ts';
import { byPlace, lint } from '../server/content/lint/lint.ts';
import type { Problem, Severity } from '../server/domain/problem.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { personalDataFinder } from '../server/privacy/find-personal-data.ts';
import { projectRoot } from '../server/project-root.ts';
import { readSettings } from '../server/settings.ts';

interface Options {
  json?: boolean;
  quiet?: boolean;
  hints?: boolean;
}

const SEVERITIES: Severity[] = ['error', 'warning', 'hint'];
const COLOURS: Record<Severity, string> = { error: '31', warning: '33', hint: '36' };

const options = new Command('npm run check --')
  .description('Reads every article and says, with file and line, what is wrong and how to put it right.')
  .option('--json', 'print the problems as JSON, and nothing else')
  .option('--quiet', 'show errors only')
  .option('--hints', 'show hints too; otherwise they are only counted')
  .addHelpText('after', '\nExit codes: 0 no errors, 1 errors in the content, 78 a setting is wrong.')
  .parse()
  .opts<Options>();

async function main(): Promise<void> {
  const { content } = readSettings(process.env, projectRoot());
  const store = new FileArticleStore(content);
  const bank = await store.load();
  const found = lint({
    bank,
    sources: store.sources(),
    findPersonalData: personalDataFinder(bank.settings.orderNumbers),
    fileExists: (path) => existsSync(join(content, path)),
  });
  const problems = [...bank.problems, ...found].sort(byPlace);
  const shown = problems.filter(({ severity }) => isShown(severity));
  const texts = bank.articles.reduce((sum, article) => sum + article.texts.length, 0);
  const counts = { articles: bank.articles.length, texts, ...countBySeverity(problems) };
  process.stdout.write(
    options.json ? `${JSON.stringify({ ...counts, problems: shown }, null, 2)}\n` : asText(shown, counts, content),
  );
  process.exitCode = counts.errors > 0 ? 1 : 0;
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
