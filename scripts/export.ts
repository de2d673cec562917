import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { writeExport } from '../server/content/export-folder.ts';
import { FileArticleStore } from '../server/content/file-article-store.ts';
import { renderHtml } from '../server/content/render-html.ts';
import { ErfaraError } from '../server/domain/errors.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { projectRoot } from '../server/project-root.ts';
import { publicAnswers } from '../server/services/public-answers.ts';
import { publicPages } from '../server/services/public-pages.ts';
import { readSettings } from '../server/settings.ts';

const FOLDER_MODE = 0o755;
const command = new Command('npm run export --')
  .description('Writes the public answers as static pages, or the whole bank as JSON.')
  .argument('<what>', 'public: pages for anybody, in a folder; json: everything, internal too, in a file')
  .argument('<path>', 'the folder or the file')
  .option('--base <address>', 'public: where the pages will stand, for hreflang and canonical addresses')
  .option('--market <code>', 'public: values and articles of one market; otherwise of each')
  .addHelpText('after', '\nExit codes: 0 done, 78 a setting is wrong.')
  .parse();
const options = command.opts<{ base?: string; market?: string }>();
const [what = '', path = ''] = command.args;

async function main(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  const bank = await new FileArticleStore(settings.content).load();
  const to = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  const broken = bank.problems.filter(({ severity }) => severity === 'error').length;
  if (broken > 0)
    process.stderr.write(`${broken} errors in the content; npm run check names them. Broken texts are left out.\n`);
  if (what === 'json') {
    const beside = `${to}.${process.pid}.tmp`;
    writeFileSync(beside, `${JSON.stringify({ format: 1, articles: bank.articles, facts: bank.facts }, null, 2)}\n`);
    renameSync(beside, to);
    process.stdout.write(`${bank.articles.length} articles, internal ones too, are in ${to}.\n`);
    return;
  }
  if (what !== 'public') throw wrong('what', `There is no "${what}". There is public and json.`);
  if (options.base !== undefined && !URL.canParse(options.base)) throw wrong('--base', 'It takes https://... .');
  if (options.market !== undefined && !Object.hasOwn(bank.settings.markets, options.market)) {
    throw wrong('--market', `The bank has ${Object.keys(bank.settings.markets).join(', ')}.`);
  }
  const { answers, left } = publicAnswers(bank, { now: new Date(), market: options.market ?? null });
  const { name, languages } = bank.settings;
  const base = options.base === undefined ? null : options.base.replace(/\/?$/, '/');
  writeExport(to, publicPages({ answers, name, languages, base, renderHtml }));
  chmodSync(to, FOLDER_MODE);
  const reasons = left.map((one) => `  ${one.path}: ${one.reason}\n`).join('');
  process.stdout.write(`${answers.length} public answers are in ${to}.\n`);
  if (left.length > 0) process.stdout.write(`${left.length} public texts were left out:\n${reasons}`);
}

function wrong(place: string, message: string): ErfaraError {
  return new ErfaraError('bad-setting', { details: [{ path: place, rule: 'export', message }] });
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
