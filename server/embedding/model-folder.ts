import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ErfaraError } from '../domain/errors.ts';

/** How a model is called: what `erfara.json` in its folder says. */
export interface ModelCard {
  name: string;
  task: 'feature-extraction';
  /** transformers.js' dtype: which of the ONNX files is loaded. */
  dtype: 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'bnb4' | 'q4f16';
  pooling: 'mean' | 'cls' | 'none';
  normalize: boolean;
  queryPrefix: string;
  passagePrefix: string;
  /** Longest input in tokens; the rest is cut. */
  maxTokens: number;
  /** 0 = not measured yet, while a model is being fetched. */
  dimensions: number;
  /** sha256 (hex) by path within the folder. */
  sha256: Record<string, string>;
}

export interface ModelFolder {
  path: string;
  card: ModelCard;
  /** Changes when anything changes that shapes a vector. */
  hash: string;
}

/** The ONNX file of each dtype, as transformers.js names them. */
const DTYPE_SUFFIX: Record<ModelCard['dtype'], string> = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  int8: '_int8',
  uint8: '_uint8',
  q4: '_q4',
  bnb4: '_bnb4',
  q4f16: '_q4f16',
};
export const DTYPES = Object.keys(DTYPE_SUFFIX) as ModelCard['dtype'][];

export function onnxFile(dtype: ModelCard['dtype']): string {
  return `onnx/model${DTYPE_SUFFIX[dtype]}.onnx`;
}

/** A path starts with `.` or `/` (or a drive letter); anything else is a hub id. */
export function isPath(model: string): boolean {
  return /^(\.|\/|[A-Za-z]:[\\/])/.test(model);
}

/** Where `ERFARA_MODEL` lies: a path as it is, a hub id in the cache that `npm run model` fills. */
export function modelPath(model: string, cache: string): string {
  return isPath(model) ? resolve(model) : join(cache, ...model.split('/'));
}

/** The folder of the model that comes with the project: the only one under `models/` with an `erfara.json`. */
export function embeddedModel(models: string): string {
  const names = existsSync(models) ? readdirSync(models).sort() : [];
  const name = names.find((entry) => existsSync(join(models, entry, 'erfara.json')));
  return join(models, name ?? 'erfara-e5-small');
}

/** What is wrong with a model, where, and the way out. */
export function unusable(path: string, message: string, cause?: unknown): ErfaraError {
  return new ErfaraError('bad-model', { details: [{ path, rule: 'model', message }], cause });
}

/**
 * Reads a model's folder and checks every file against its checksum.
 * @throws ErfaraError `bad-model`, naming the file and the way out.
 */
export async function openModelFolder(path: string): Promise<ModelFolder> {
  const folder = readModelFolder(path);
  await checkModelFiles(folder);
  return folder;
}

/**
 * Reads what a model's folder says about itself.
 * @throws ErfaraError `bad-model` where it says nothing, or too little.
 */
export function readModelFolder(path: string): ModelFolder {
  const cardPath = join(path, 'erfara.json');
  if (!existsSync(cardPath)) {
    throw unusable(cardPath, 'There is no model here. Fetch it with: npm run model -- <id>, or unset ERFARA_MODEL.');
  }
  const card = readCard(cardPath);
  const shape = [card.queryPrefix, card.passagePrefix, card.pooling, card.normalize, card.dtype, card.maxTokens];
  const hash = createHash('sha256')
    .update(JSON.stringify([Object.entries(card.sha256).sort(), shape]))
    .digest('hex')
    .slice(0, 16);
  return { path, card, hash };
}

/** @throws ErfaraError `bad-model`, naming the first file that is missing or not the one that was described. */
export async function checkModelFiles({ path, card }: ModelFolder): Promise<void> {
  for (const [file, expected] of Object.entries(card.sha256)) {
    const filePath = join(path, file);
    if (!existsSync(filePath)) throw unusable(filePath, 'A file of the model is missing. Fetch the model again.');
    if ((await sha256(filePath)) !== expected) {
      throw unusable(filePath, 'This file is not the one its erfara.json describes (checksum). Fetch the model again.');
    }
  }
}

function readCard(cardPath: string): ModelCard {
  let card: ModelCard;
  try {
    card = JSON.parse(readFileSync(cardPath, 'utf8'));
  } catch (cause) {
    throw unusable(cardPath, 'This is not JSON. Restore it, or fetch the model again.', cause);
  }
  for (const key of [
    'name',
    'dtype',
    'pooling',
    'queryPrefix',
    'passagePrefix',
    'maxTokens',
    'dimensions',
    'sha256',
  ] as const) {
    if (card?.[key] === undefined) throw unusable(cardPath, `"${key}" is missing. Fetch the model again.`);
  }
  return card;
}

/** sha256 of a file, hex. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
