import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ErfaraError } from '../domain/errors.ts';
import type { Embedder } from '../ports/embedder.ts';
import { projectRoot } from '../project-root.ts';
import type { EmbedRequest, EmbedResponse, WorkerSettings } from './embedding-worker.ts';
import { type ModelFolder, openModelFolder } from './model-folder.ts';

/** Small enough that a query never waits long behind a batch of passages. */
const BATCH = 16;
/** Characters beyond what any model reads; keeps a 10 MB message from the tokenizer. */
const LONGEST = 8_000;

interface Job {
  texts: string[];
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: Error) => void;
}

/**
 * The embedder on transformers.js, in a worker thread so that the server never blocks.
 * Texts are sorted by length before they are cut into batches, since a batch is padded to its longest text; queries
 * overtake passages that wait.
 */
export class TransformersEmbedder implements Embedder {
  readonly model: string;
  readonly hash: string;
  readonly dimensions: number;
  readonly #folder: ModelFolder;
  readonly #worker: Worker;
  readonly #urgent: Job[] = [];
  readonly #patient: Job[] = [];
  #running: { id: number; job: Job } | null = null;
  #nextId = 1;
  #failure: Error | null = null;

  private constructor(folder: ModelFolder, worker: Worker) {
    this.model = folder.card.name;
    this.hash = folder.hash;
    this.dimensions = folder.card.dimensions;
    this.#folder = folder;
    this.#worker = worker;
    worker.on('message', (message: EmbedResponse) => this.#answered(message));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', (code) => this.#fail(new Error(`The embedding worker ended with code ${code}.`)));
    worker.unref();
  }

  /**
   * Opens the model's folder and loads it. `threads` defaults to half the cores, so that requests keep the rest.
   * @throws ErfaraError `bad-model`.
   */
  static async open(path: string, threads = Math.max(1, Math.floor(availableParallelism() / 2))) {
    const folder = await openModelFolder(path);
    const bundle = join(projectRoot(), 'dist', 'server', 'embedding-worker.js');
    const workerData: WorkerSettings = { path: folder.path, card: folder.card, threads };
    const worker = new Worker(bundle, { workerData });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The embedding worker ended with code ${code}.`)));
    }).catch((cause) => {
      const message = `The model could not be loaded (${cause instanceof Error ? cause.message : cause}). Fetch it again, or unset ERFARA_MODEL.`;
      throw new ErfaraError('bad-model', { details: [{ path, rule: 'model', message }], cause });
    });
    worker.removeAllListeners('message');
    worker.removeAllListeners('error');
    worker.removeAllListeners('exit');
    return new TransformersEmbedder(folder, worker);
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    const { queryPrefix, passagePrefix } = this.#folder.card;
    const prefix = kind === 'query' ? queryPrefix : passagePrefix;
    const queue = kind === 'query' ? this.#urgent : this.#patient;
    const order = texts.map((_, index) => index).sort((a, b) => lengthAt(texts, b) - lengthAt(texts, a));
    const vectors: Float32Array[] = new Array(texts.length);
    let done = 0;
    const batches = [];
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      const inputs = batch.map((index) => prefix + (texts[index] ?? '').slice(0, LONGEST));
      batches.push(
        this.#enqueue(queue, inputs).then((found) => {
          batch.forEach((index, position) => {
            vectors[index] = found[position] as Float32Array;
          });
          done += batch.length;
          progress?.(done);
        }),
      );
    }
    await Promise.all(batches);
    return vectors;
  }

  async dispose(): Promise<void> {
    this.#failure ??= new Error('The embedder has been disposed of.');
    this.#worker.ref();
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('dispose');
    const forced = setTimeout(() => this.#worker.terminate(), 2_000);
    await ended;
    clearTimeout(forced);
  }

  #enqueue(queue: Job[], texts: string[]): Promise<Float32Array[]> {
    return new Promise((resolve, reject) => {
      queue.push({ texts, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running) return;
    const job = this.#urgent.shift() ?? this.#patient.shift();
    if (!job) return;
    if (this.#failure) {
      job.reject(new ErfaraError('bad-model', { cause: this.#failure }));
      return this.#next();
    }
    const id = this.#nextId++;
    this.#running = { id, job };
    this.#worker.ref();
    this.#worker.postMessage({ id, texts: job.texts } satisfies EmbedRequest);
  }

  #answered(message: EmbedResponse): void {
    if (!('id' in message) || this.#running?.id !== message.id) return;
    const { job } = this.#running;
    this.#running = null;
    this.#worker.unref();
    if ('error' in message) job.reject(new ErfaraError('bad-model', { cause: new Error(message.error) }));
    else job.resolve(split(message.vectors, this.dimensions));
    this.#next();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    const waiting = [...(this.#running ? [this.#running.job] : []), ...this.#urgent.splice(0), ...this.#patient.splice(0)];
    this.#running = null;
    for (const job of waiting) job.reject(new ErfaraError('bad-model', { cause: this.#failure }));
  }
}

function lengthAt(texts: string[], index: number): number {
  return texts[index]?.length ?? 0;
}

function split(vectors: Float32Array, dimensions: number): Float32Array[] {
  const all: Float32Array[] = [];
  for (let start = 0; start < vectors.length; start += dimensions) all.push(vectors.slice(start, start + dimensions));
  return all;
}
