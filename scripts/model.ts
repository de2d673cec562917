import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { openDataFolder } from '../server/data-folder.ts';
import { describeFolder, fetchModel, isInstalled, tryModel } from '../server/embedding/install-model.ts';
import { DTYPES, isPath, type ModelCard, modelPath, unusable } from '../server/embedding/model-folder.ts';
import { TransformersEmbedder } from '../server/embedding/transformers-embedder.ts';
import { exitCodeOf, explainError } from '../server/explain-error.ts';
import { SqliteWriterLock } from '../server/index/sqlite-writer-lock.ts';
import { openAdapters, SPLITTER } from '../server/open-adapters.ts';
import { projectRoot } from '../server/project-root.ts';
import { syncIndex } from '../server/services/sync-index.ts';
import { readSettings, type Settings } from '../server/settings.ts';

/** Passages that are embedded to learn how long one takes. */
const SAMPLE = 64;

const command = new Command('npm run model --')
  .description('Fetches an embedding model into the data folder, verifies it, and says what an index with it costs.')
  .argument('<model>', 'a hub id, such as Xenova/multilingual-e5-base, or a folder, such as ./my-model')
  .addOption(new Option('--dtype <dtype>', 'which ONNX file').choices(DTYPES).default('q8'))
  .option('--json', 'print the result as JSON, and nothing else')
  .addHelpText(
    'after',
    '\nHF_ENDPOINT names another hub, HF_TOKEN opens private models.\nExit codes: 0 done, 1 no usable model, 75 another process fetches a model, 78 a setting is wrong.',
  )
  .parse();
const [model = ''] = command.args;
const options = command.opts<{ dtype: ModelCard['dtype']; json?: boolean }>();
const say = (line: string) => (options.json ? undefined : process.stdout.write(`${line}\n`));

async function main(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  const { models } = openDataFolder(settings.data);
  const lock = new SqliteWriterLock(join(models, '.fetching.lock'));
  const folder = await lock.hold(`fetching ${model}`, 0, () => (isPath(model) ? describe() : fetchFromHub(models)));
  say('Verifying it with known sentences ...');
  const { dimensions, verdict } = await tryModel(folder);
  if (verdict.fault) throw unusable(folder, verdict.fault);
  const cost = await costOf(folder, settings);
  const result = { model, folder, dtype: options.dtype, dimensions, ...verdict, ...cost };
  if (options.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else explain(result);
}

/** A folder of one's own gets its `erfara.json` where it has none. */
async function describe(): Promise<string> {
  const folder = modelPath(model, '');
  if (await isInstalled(folder, options.dtype)) return folder;
  await describeFolder(folder, folder, options.dtype);
  say(`Wrote ${join(folder, 'erfara.json')}.`);
  return folder;
}

async function fetchFromHub(models: string): Promise<string> {
  const folder = modelPath(model, models);
  if (await isInstalled(folder, options.dtype)) {
    say(`${model} (${options.dtype}) is already here, its checksums right.`);
    return folder;
  }
  const endpoint = process.env.HF_ENDPOINT || 'https://huggingface.co';
  say(`Fetching ${model} (${options.dtype}) from ${endpoint} ...`);
  const bars = options.json ? null : showFiles(process.stdout);
  try {
    const progress = bars?.update ?? (() => undefined);
    return await fetchModel(model, models, { dtype: options.dtype, endpoint, token: process.env.HF_TOKEN, progress });
  } finally {
    bars?.stop();
  }
}

/** Counts what a sync with this model would embed, and times some of it. */
async function costOf(folder: string, settings: Settings) {
  const embedder = await TransformersEmbedder.open(folder, settings.threads ?? undefined);
  const adapters = await openAdapters(settings, embedder);
  try {
    const bank = await adapters.store.load();
    const deps = adapters.syncDeps(adapters.toolsFor(bank.settings));
    const { plan } = await syncIndex(deps)({ bank, dryRun: true });
    const texts = bank.articles
      .flatMap((article) => article.texts.slice(0, 1))
      .flatMap((text) => SPLITTER.passagesOf(text, { from: null, until: null }))
      .map((passage) => passage.embedText);
    const sample = texts.filter((_, i) => i % Math.ceil(texts.length / SAMPLE) === 0);
    const begun = performance.now();
    await embedder.embed(sample, 'passage');
    const msPerPassage = sample.length > 0 ? (performance.now() - begun) / sample.length : 0;
    const toEmbed = plan.add + plan.change;
    return { toEmbed, msPerPassage, secondsToEmbed: (toEmbed * msPerPassage) / 1000 };
  } finally {
    await adapters.close();
    await embedder.dispose();
  }
}

function explain(result: { folder: string; dimensions: number; understands: string[]; others: string[] } & Cost): void {
  const { folder, dimensions, understands, others, toEmbed, msPerPassage, secondsToEmbed } = result;
  say(`It works: ${dimensions} dimensions; understands ${understands.join(', ')}.`);
  if (others.length > 0) say(`Warning: it does not tell like from unlike in ${others.join(', ')}.`);
  say(`It lies in ${folder}.`);
  const time = secondsToEmbed < 90 ? `${Math.ceil(secondsToEmbed)} s` : `${Math.ceil(secondsToEmbed / 60)} min`;
  say(
    toEmbed === 0
      ? 'The index is already built with it.'
      : `An index with it embeds ${toEmbed} passages, ${msPerPassage.toFixed(1)} ms each here: about ${time}.`,
  );
  say(`Use it with: ERFARA_MODEL=${model} npm start`);
}

type Cost = Awaited<ReturnType<typeof costOf>>;

/** A bar for each file on a terminal, a line for each elsewhere. */
function showFiles(out: NodeJS.WriteStream) {
  let file = '';
  let bar: SingleBar | null = null;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    update(name: string, done: number, total: number | null) {
      const payload = { mb: megabytes(done), of: total === null ? '?' : megabytes(total) };
      if (name !== file) {
        stop();
        file = name;
        if (!out.isTTY) out.write(`${name} ...\n`);
        else {
          const format = `${name.padEnd(32)} {bar} {percentage} %  {mb} of {of} MB`;
          bar = new SingleBar({ format, stream: out, hideCursor: true, barsize: 30 }, Presets.shades_classic);
          bar.start(total ?? done, done, payload);
        }
      }
      bar?.setTotal(total ?? done);
      bar?.update(done, payload);
    },
    stop,
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
