import { Command } from 'commander';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { openAdapters } from '../server/open-adapters.ts';
import { projectRoot } from '../server/project-root.ts';
import { syncWhenChanged } from '../server/services/sync-when-changed.ts';
import { readSettings } from '../server/settings.ts';
import { showProgress } from '../server/show-progress.ts';

const options = new Command('npm run sync --')
  .description('Brings the index to what the content says. A running server takes the new version up by itself.')
  .option('--dry-run', 'say what would be done, and do nothing')
  .option('--full', 'build the whole index anew beside the old one, then swap')
  .option('--json', 'print the result as JSON, and nothing else')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 75 another process held the writer lock for 30 s, 78 a setting is wrong.',
  )
  .parse()
  .opts<{ dryRun?: boolean; full?: boolean; json?: boolean }>();

async function main(): Promise<void> {
  const adapters = await openAdapters(readSettings(process.env, projectRoot()));
  const progress = options.json ? null : showProgress(process.stdout);
  try {
    const bank = await adapters.store.load();
    const input = { bank, full: options.full ?? false, dryRun: options.dryRun ?? false };
    const output = await syncWhenChanged(
      adapters.syncDeps(adapters.toolsFor(bank.settings)),
      adapters.memory,
    )({
      ...input,
      ...(progress ? { progress: progress.update } : {}),
    });
    progress?.stop();
    const errors = bank.problems.filter((problem) => problem.severity === 'error').length;
    if (options.json) {
      process.stdout.write(`${JSON.stringify({ ...output, errors, notices: adapters.notices }, null, 2)}\n`);
      return;
    }
    for (const notice of adapters.notices) process.stdout.write(`Notice: ${notice}\n`);
    const { add, change, move, remove, unchanged, rebuild } = output.plan;
    const counts = `${add} new, ${change} changed, ${move} moved, ${remove} removed, ${unchanged} unchanged`;
    const done = input.dryRun ? 'Would be done' : output.published ? 'Done' : 'Nothing to do';
    process.stdout.write(`${done}: ${counts} passages${rebuild ? ' (a new index)' : ''}.\n`);
    if (output.version)
      process.stdout.write(`Version ${output.version.version}, ${output.version.articles} articles.\n`);
    if (errors > 0) process.stdout.write(`${errors} errors in the content; npm run check shows them.\n`);
  } finally {
    progress?.stop();
    await adapters.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
