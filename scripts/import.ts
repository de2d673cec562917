import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { FileArticleStore } from '../server/content/file-article-store.ts';
import { FileImportedTextWriter } from '../server/content/import/file-imported-text-writer.ts';
import { IMPORT_FORMATS } from '../server/content/import/formats.ts';
import { openDataFolder } from '../server/data-folder.ts';
import { ErfaraError } from '../server/domain/errors.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { EldLanguageDetector } from '../server/language/detect.ts';
import { personalDataFinder } from '../server/privacy/find-personal-data.ts';
import { redactor } from '../server/privacy/redact.ts';
import { projectRoot } from '../server/project-root.ts';
import { describeImport } from '../server/services/describe-import.ts';
import { type ImportReport, importArticles, type Voice } from '../server/services/import-articles.ts';
import { readSettings } from '../server/settings.ts';
import { showProgress } from '../server/show-progress.ts';

const names = IMPORT_FORMATS.map(({ name }) => name);
const command = new Command('npm run import --')
  .description('Brings what another system exported into the bank: not validated, internal, without personal data.')
  .argument('<format>', names.join(', '))
  .argument('<path>', 'the exported file, or a folder of them')
  .option('--dry-run', 'say what would be written, and write nothing')
  .option('--lang <code>', 'the language of what names none; otherwise it is told from the words')
  .option('--market <code>', 'the market in which it holds; otherwise all')
  .option('--json', 'print the report as JSON, and nothing else')
  .addHelpText(
    'after',
    `\nFormats:\n${IMPORT_FORMATS.map(({ name, takes }) => `  ${name.padEnd(17)} ${takes}`).join('\n')}\n
Done again it updates what nobody changed here since; a run that was killed is done again the same way.
Exit codes: 0 done, also when records were skipped; 1 it ended early; 78 a setting is wrong.`,
  )
  .parse();
const options = command.opts<{ dryRun?: boolean; lang?: string; market?: string; json?: boolean }>();
const [formatName = '', path = ''] = command.args;

async function main(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  const format = IMPORT_FORMATS.find(({ name }) => name === formatName);
  if (!format) throw wrong('format', `There is no "${formatName}". There is ${names.join(', ')}.`);
  const bank = await new FileArticleStore(settings.content).load();
  const finder = personalDataFinder(bank.settings.orderNumbers, { ourselves: [bank.settings.name] });
  const records = await format.read(resolve(process.env.INIT_CWD ?? process.cwd(), path));
  const progress = options.json ? null : showProgress(process.stdout);
  const run = importArticles({
    bank,
    writer: new FileImportedTextWriter(settings.content),
    detector: new EldLanguageDetector(Object.keys(bank.settings.languages)),
    find: finder,
    redact: redactor(finder),
  });
  const report = await run({
    system: format.name,
    records,
    dryRun: options.dryRun ?? false,
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    ...(options.market === undefined ? {} : { market: options.market }),
    ...(progress ? { progress: progress.update } : {}),
  }).finally(() => progress?.stop());
  const list = options.dryRun ? null : keepVoices(report.voices, settings.data, format.name);
  process.stdout.write(options.json ? `${JSON.stringify({ ...report, list }, null, 2)}\n` : describe(report, list));
  if (report.stopped !== null) process.exitCode = 1;
}

function describe(report: ImportReport, list: string | null): string {
  return `${describeImport(report)}${list === null ? '' : `Ideas and praise are in ${list}.\n`}`;
}

/** Ideas and praise by what the other system calls them; a later export adds to them. Answers where they are. */
function keepVoices(voices: Voice[], data: string, system: string): string | null {
  if (voices.length === 0) return null;
  openDataFolder(data);
  const path = join(data, 'imports', `${system}-ideas-and-praise.json`);
  const kept = new Map<string, Voice>();
  try {
    for (const voice of JSON.parse(readFileSync(path, 'utf8')) as Voice[]) kept.set(voice.ref, voice);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw wrong(path, `It is damaged (${error}). Move it away.`);
  }
  for (const voice of voices) kept.set(voice.ref, voice);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify([...kept.values()], null, 2)}\n`);
  return path;
}

function wrong(place: string, message: string): ErfaraError {
  return new ErfaraError('bad-setting', { details: [{ path: place, rule: 'import', message }] });
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
