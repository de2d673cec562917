import { parentPort, workerData } from 'node:worker_threads';
import { env, pipeline } from '@huggingface/transformers';
import type { ModelCard } from './model-folder.ts';

/** What the embedder asks of its worker, and what comes back. Vectors lie one after another in `vectors`. */
export interface EmbedRequest {
  id: number;
  texts: string[];
}
export type EmbedResponse =
  | { ready: true; dimensions: number }
  | { id: number; vectors: Float32Array }
  | { id: number; error: string };
export interface WorkerSettings {
  path: string;
  card: ModelCard;
  threads: number;
}

const { path, card, threads } = workerData as WorkerSettings;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker of the transformers embedder.');

env.allowRemoteModels = false;
env.allowLocalModels = true;

const extract = await pipeline('feature-extraction', path, {
  dtype: card.dtype,
  session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
});
// transformers.js has no option for the longest input; some models' own configuration names none.
extract.tokenizer._tokenizerConfig.model_max_length = card.maxTokens;
const embed = (texts: string[]) => extract(texts, { pooling: card.pooling, normalize: card.normalize });

// The first call is slow; it also tells the dimensions.
const first = await embed([`${card.queryPrefix}a`]);
port.postMessage({ ready: true, dimensions: first.dims.at(-1) ?? 0 } satisfies EmbedResponse);
first.dispose();

port.on('message', async (request: EmbedRequest | 'dispose') => {
  if (request === 'dispose') {
    await extract.dispose();
    process.exit(0);
  }
  try {
    const output = await embed(request.texts);
    const vectors = Float32Array.from(output.data as Float32Array);
    output.dispose();
    port.postMessage({ id: request.id, vectors } satisfies EmbedResponse, [vectors.buffer]);
  } catch (error) {
    port.postMessage({ id: request.id, error: String(error) } satisfies EmbedResponse);
  }
});
