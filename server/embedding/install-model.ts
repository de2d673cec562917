import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fetchFile } from './fetch-file.ts';
import { mannerOf } from './model-families.ts';
import { type ModelCard, modelPath, onnxFile, openModelFolder, sha256, unusable } from './model-folder.ts';
import { TransformersEmbedder } from './transformers-embedder.ts';
import { type Verdict, verifyModel } from './verify-model.ts';

export interface FetchOptions {
  dtype: ModelCard['dtype'];
  /** Where the hub is, for example `https://huggingface.co`. */
  endpoint: string;
  token?: string | undefined;
  /** Patience with a slow connection: see FileToFetch. */
  stallMs?: number;
  pauseMs?: number;
  progress: (file: string, done: number, total: number | null) => void;
}

const HUB_ID = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/;
/** What a hub's folder may hold beside the model; what it says of itself is used. */
const POOLING = '1_Pooling/config.json';
const PROMPTS = 'config_sentence_transformers.json';
/** Models whose configuration names no longest input read at least this. */
const LONGEST_INPUT = 512;

/**
 * Fetches a hub id's files into the cache, writes its `erfara.json` and verifies it. It is built in a folder of its own
 * and renamed at the end: killed anywhere, the next run goes on, and nothing half is ever found under the model's name.
 * @returns the model's folder
 * @throws ErfaraError `bad-model`, `disk-full`
 */
export async function fetchModel(id: string, cache: string, options: FetchOptions): Promise<string> {
  if (!HUB_ID.test(id) || id.includes('..')) {
    throw unusable(id, 'This is no hub id. One looks like Xenova/multilingual-e5-base; a folder begins with ./ or /.');
  }
  const target = modelPath(id, cache);
  const draft = join(cache, '.fetching', `${id.replace('/', '--')}-${options.dtype}`);
  const get = async (file: string) => {
    const url = `${options.endpoint.replace(/\/+$/, '')}/${id}/resolve/main/${file}`;
    const path = join(draft, file);
    const progress = (done: number, total: number | null) => options.progress(file, done, total);
    const came = await fetchFile({ ...options, url, path, progress });
    if (came && file.endsWith('.json')) await refuseOtherThanJson(path, url);
    return came;
  };
  if (!(await get('config.json'))) {
    const message = `There is no such model at ${options.endpoint}, or it is private (HF_TOKEN opens those). Check the id.`;
    throw unusable(id, message);
  }
  await get('tokenizer_config.json');
  for (const file of [POOLING, PROMPTS]) await get(file);
  for (const file of ['tokenizer.json', onnxFile(options.dtype), ...(await externalData(draft, options.dtype))]) {
    if (await get(file)) continue;
    const message = `It has no ${file}. Try another --dtype (q8, fp32, fp16, int8), or a model with ONNX files, such as Xenova/multilingual-e5-base.`;
    throw unusable(id, message);
  }
  try {
    await describeFolder(draft, id, options.dtype);
  } catch (error) {
    // Whole files that do not work are fetched anew, not gone on with.
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  await replaceFolder(draft, target);
  return target;
}

/**
 * Writes the `erfara.json` of a folder that holds a model's files: how it is called, what it measures, its checksums.
 * @throws ErfaraError `bad-model` when files are missing or the model fails its verification.
 */
export async function describeFolder(folder: string, name: string, dtype: ModelCard['dtype']): Promise<void> {
  for (const file of ['config.json', 'tokenizer.json', onnxFile(dtype)]) {
    if (existsSync(join(folder, file))) continue;
    const message = `A model's folder holds config.json, tokenizer.json and ${onnxFile(dtype)}; this one is missing.`;
    throw unusable(join(folder, file), message);
  }
  const config = await readJson(folder, 'config.json');
  const tokenizer = await readJson(folder, 'tokenizer_config.json');
  const card: ModelCard = {
    name,
    task: 'feature-extraction',
    dtype,
    ...mannerOf(name, { pooling: await readJson(folder, POOLING), prompts: await readJson(folder, PROMPTS) }),
    normalize: true,
    maxTokens: longestInput(Number(tokenizer?.model_max_length), Number(config?.max_position_embeddings)),
    dimensions: 0,
    sha256: {},
  };
  for (const file of (await readdir(folder, { recursive: true })).sort()) {
    const path = file.replaceAll('\\', '/');
    if (/\.(json|onnx|onnx_data(_\d+)?)$/.test(path) && path !== 'erfara.json')
      card.sha256[path] = await sha256(join(folder, file));
  }
  const cardPath = join(folder, 'erfara.json');
  await writeFile(cardPath, JSON.stringify(card));
  try {
    const { dimensions, verdict } = await tryModel(folder);
    if (verdict.fault)
      throw unusable(folder, `${verdict.fault} It is not a model for this purpose, or its files are damaged.`);
    await writeFile(cardPath, `${JSON.stringify({ ...card, dimensions }, null, 2)}\n`);
  } catch (error) {
    await rm(cardPath, { force: true });
    throw error;
  }
}

/** Loads the model in `folder` and embeds known sentences. */
export async function tryModel(folder: string): Promise<{ dimensions: number; verdict: Verdict }> {
  const embedder = await TransformersEmbedder.open(folder);
  try {
    return { dimensions: embedder.dimensions, verdict: await verifyModel(embedder) };
  } finally {
    await embedder.dispose();
  }
}

/** True when the model is there, whole, and of this dtype. */
export async function isInstalled(folder: string, dtype: ModelCard['dtype']): Promise<boolean> {
  return openModelFolder(folder).then(
    ({ card }) => card.dtype === dtype,
    () => false,
  );
}

function longestInput(tokenizers: number, positions: number): number {
  // XLM-R counts two positions more than it reads; a tokenizer without a limit says 1e30.
  const limits = [tokenizers, positions === 514 ? 512 : positions].filter((limit) => limit > 0 && limit < 1_000_000);
  return limits.length > 0 ? Math.min(...limits) : LONGEST_INPUT;
}

/** Large models keep their weights beside the graph, in one or several files. */
async function externalData(folder: string, dtype: ModelCard['dtype']): Promise<string[]> {
  const config = await readJson(folder, 'config.json');
  const own = config?.['transformers.js_config'] as Record<string, unknown> | undefined;
  const setting = own?.use_external_data_format;
  const file = onnxFile(dtype);
  const table = typeof setting === 'object' && setting !== null ? (setting as Record<string, unknown>) : null;
  const chunks = Number(table ? (table[file.replace('onnx/', '')] ?? table.model ?? 0) : (setting ?? 0));
  return Array.from({ length: chunks || 0 }, (_, i) => `${file}_data${i === 0 ? '' : `_${i}`}`);
}

async function readJson(folder: string, file: string): Promise<Record<string, unknown> | null> {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw unusable(path, 'This is not JSON. Restore the file.', cause);
  }
}

/** Portals and proxies like to answer everything with a page of their own. */
async function refuseOtherThanJson(path: string, url: string): Promise<void> {
  try {
    JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    await rm(path, { force: true });
    throw unusable(
      url,
      'The server answered with something that is not JSON. Check the network and HF_ENDPOINT.',
      cause,
    );
  }
}

async function replaceFolder(draft: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const old = `${draft}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, old);
  await rename(draft, target);
  await rm(old, { recursive: true, force: true });
}
