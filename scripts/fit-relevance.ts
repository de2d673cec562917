import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { ErfaraError } from '../server/domain/errors.ts';
import { embeddedModel, openModelFolder } from '../server/embedding/model-folder.ts';
import type { QueryOutcome } from '../server/evaluation/evaluate-set.ts';
import { asDefault, crossValidate, fitOn } from '../server/evaluation/fit-default.ts';
import { mean } from '../server/evaluation/metrics.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { projectRoot } from '../server/project-root.ts';
import { readSettings } from '../server/settings.ts';

const RUNS = ['whole', 'left-out-0.3'];

const options = new Command('npm run fit-relevance --')
  .description(
    'Learns relevance for the embedded model from the newest two runs of "npm run eval -- --sets <folder>", one of them ' +
      'with --leave-out 0.3, and says how a fit does on banks it did not see.',
  )
  .option('--dry-run', 'only say, write nothing')
  .parse()
  .opts<{ dryRun?: boolean }>();

async function main(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  const runs = RUNS.map((run) => newest(join(settings.data, 'eval', run, 'history')));
  // The bank itself is what is shipped to be replaced: what is learned for other banks comes from other banks.
  const outcomes = runs.flat().filter(({ set }) => set !== 'content');
  const held = crossValidate(outcomes);
  const figure = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3));
  process.stdout.write('Each family of sets judged by a fit on the others:\n');
  for (const { family, ...figures } of held) say(family, figures);
  const over = (measure: (entry: (typeof held)[number]) => number) =>
    mean(held.map(measure).filter((value) => !Number.isNaN(value)));
  say('mean', {
    auroc: over((entry) => entry.auroc),
    coverage: over((entry) => entry.coverage),
    calibrationError: over((entry) => entry.calibrationError),
  });
  if (options.dryRun) return;
  const { hash } = await openModelFolder(embeddedModel(join(projectRoot(), 'models')));
  const path = join(projectRoot(), 'server', 'retrieval', 'default-relevance.json');
  writeFileSync(path, `${JSON.stringify(asDefault(fitOn(outcomes), hash, outcomes), null, 2)}\n`);
  process.stdout.write(`\nWritten to ${relative(process.cwd(), path)}.\n`);

  function say(name: string, figures: { auroc: number; coverage: number; calibrationError: number }): void {
    const { auroc, coverage, calibrationError } = figures;
    process.stdout.write(
      `  ${name.padEnd(10)} AUROC ${figure(auroc)}, coverage at 90 % precision ${figure(coverage)}, calibration error ${figure(calibrationError)}\n`,
    );
  }
}

function newest(folder: string): QueryOutcome[] {
  try {
    const name = readdirSync(folder).sort().at(-1) ?? '';
    return JSON.parse(readFileSync(join(folder, name), 'utf8')).outcomes as QueryOutcome[];
  } catch (cause) {
    const message = 'There is no run here. Run "npm run eval -- --sets <folder>" first, then with --leave-out 0.3.';
    throw new ErfaraError('bad-setting', { cause, details: [{ path: folder, rule: 'missing', message }] });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
