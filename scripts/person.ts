import { appendFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { FolderWords } from '../server/content/folder-words.ts';
import { commitsHolding } from '../server/content/git-memory.ts';
import { openDataFolder } from '../server/data-folder.ts';
import { ErfaraError } from '../server/domain/errors.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { keptWords } from '../server/history/kept-words.ts';
import { AgentPseudonyms } from '../server/ledger/agent-pseudonyms.ts';
import { ledgerPlace } from '../server/ledger/ledger-place.ts';
import { openLedger } from '../server/open-adapters.ts';
import type { PersonPlace } from '../server/ports/person-place.ts';
import { projectRoot } from '../server/project-root.ts';
import { findPerson, type PersonReport } from '../server/services/person.ts';
import { readSettings } from '../server/settings.ts';

const ACTIONS = ['find', 'export', 'erase'];
const command = new Command('npm run person --')
  .description(
    'Finds, hands out or erases what is kept about a person, by name, address, number, or the host’s reference of a case or a customer.',
  )
  .argument(
    '<action>',
    'find: where; export: with every word, as JSON; erase: what would go, and with --yes takes it out',
  )
  .argument('<what>', 'in quotes: "Anna Karlsson", anna@example.com, 070-123 45 67, CASE-1, customer-17')
  .option('--yes', 'erase: do it')
  .option('--out <file>', 'export: where to; otherwise it is printed')
  .addHelpText('after', '\nExit codes: 0 done, 1 something could not be erased and is named, 78 a setting is wrong.')
  .parse();
const options = command.opts<{ yes?: boolean; out?: string }>();
const [action = '', what = ''] = command.args;

async function main(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  if (!ACTIONS.includes(action)) {
    const message = `There is no "${action}". There is ${ACTIONS.join(', ')}.`;
    throw new ErfaraError('bad-setting', { details: [{ path: 'action', rule: 'unknown', message }] });
  }
  const data = openDataFolder(settings.data);
  const ledger = await openLedger(settings);
  try {
    const places: PersonPlace[] = [
      ledgerPlace(ledger),
      ...['drafts', 'imports'].map((name) => new FolderWords(name, join(data.root, name))),
      keptWords(data.history),
      ...['articles', 'incidents'].map((name) => new FolderWords(name, join(settings.content, name))),
    ];
    const erase = action === 'erase' && options.yes === true;
    const customer = new AgentPseudonyms(data.ledger).customer(what);
    const report = await findPerson(places, what, { erase, customer });
    const commits = await commitsHolding(settings.content, what);
    if (action === 'export') handOut(report);
    else process.stdout.write(describe(report, commits, erase));
    if (erase) {
      // Who was erased is what must not be kept: the entry says when, and how much.
      const entry = {
        at: new Date().toISOString(),
        action: 'erase',
        erased: report.erased,
        left: report.refused.length,
      };
      appendFileSync(join(data.ledger, 'erasures.jsonl'), `${JSON.stringify(entry)}\n`);
    }
    if (report.refused.length > 0) process.exitCode = 1;
  } finally {
    await ledger.close();
  }
}

function handOut({ found }: PersonReport): void {
  const json = `${JSON.stringify({ at: new Date().toISOString(), found }, null, 2)}\n`;
  if (options.out === undefined) process.stdout.write(json);
  else writeFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), options.out), json, { mode: 0o600 });
}

function describe(report: PersonReport, commits: { hash: string; day: string }[] | null, erased: boolean): string {
  const lines = report.found.map((one) => `  ${one.in}: ${one.place}`);
  const done = Object.values(report.erased).reduce((sum, count) => sum + count, 0);
  return `${[
    `Found in ${report.found.length} places${report.found.length > 0 ? ':' : '.'}`,
    ...lines,
    ...(action !== 'erase' || report.found.length === 0
      ? []
      : erased
        ? [
            `Erased in ${done}. Run "npm run sync -- --full" (a running server follows by itself), so that the index forgets too.`,
          ]
        : ['Nothing was changed. Add --yes to erase.']),
    ...report.refused.map(({ place, reason }) => `Not erased: ${place}: ${reason}`),
    ...historyOf(commits),
  ].join('\n')}\n`;
}

function historyOf(commits: { hash: string; day: string }[] | null): string[] {
  if (commits === null) return ['The content is in no git repository.'];
  if (commits.length === 0) return ['No commit of the content holds it.'];
  return [
    `Git history still holds it: ${commits.length} commits, the first ${commits.at(-1)?.day}, the last ${commits[0]?.day}:`,
    ...commits.slice(0, 20).map(({ hash, day }) => `  ${hash} ${day}`),
    'Only rewriting history takes it out (git filter-repo --replace-text), in every clone; back-ups hold it until they expire.',
  ];
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
