import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErfaraError } from '../domain/errors.ts';
import type { Embedder } from '../ports/embedder.ts';
import { projectRoot } from '../project-root.ts';
import type { EmbedRequest, EmbedResponse, WorkerSettings } from './embedding-worker.ts';
import { checkModelFiles, type ModelFolder, readModelFolder, unusable } from './model-folder.ts';

/** Small enough that a query never waits long behind a batch of passages. */
const BATCH = 16;
/** Characters beyond what any model reads; keeps a 10 MB message from the tokenizer. */
const LONGEST = 8_000;
/** How long `dispose` waits for the batch that is running. */
const PATIENCE_MS = 2_000;

interface Job {
  texts: string[];
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: Error) => void;
}

/**
 * The embedder on transformers.js, in a worker thread so that the server never blocks.
 * Texts are sorted by length before they are cut into batches, since a batch is padded to its longest text; queries
 * overtake passages that wait. A worker that dies fails the texts it was given, and the next call starts another.
 */
export class TransformersEmbedder implements Embedder {
  readonly model: string;
  readonly hash: string;
  readonly dimensions: number;
  readonly #settings: WorkerSettings;
  readonly #urgent: Job[] = [];
  readonly #patient: Job[] = [];
  #running: { id: number; job: Job } | null = null;
  #nextId = 1;
  #worker: Worker | null = null;
  #starting: Promise<void> | null = null;
  #disposed: Promise<void> | null = null;

  private constructor(folder: ModelFolder, settings: WorkerSettings, started: { worker: Worker; dimensions: number }) {
    this.model = folder.card.name;
    this.hash = folder.hash;
    this.dimensions = started.dimensions;
    this.#settings = settings;
    this.#listen(started.worker);
  }

  /**
   * Opens the model's folder, and loads the model while its files are checked. `threads` defaults to all cores but one, at most four: more wait for each other.
   * @throws ErfaraError `bad-model`.
   */
  static async open(path: string, threads = Math.min(4, Math.max(1, availableParallelism() - 1))) {
    const folder = readModelFolder(path);
    const settings: WorkerSettings = { path: folder.path, card: folder.card, threads };
    const loading = startWorker(settings);
    // What is wrong with a file says more than what the worker made of it, and is told first.
    loading.catch(() => null);
    try {
      await checkModelFiles(folder);
    } catch (error) {
      await loading.then(({ worker }) => worker.terminate()).catch(() => null);
      throw error;
    }
    return new TransformersEmbedder(folder, settings, await loading);
  }

  async embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]> {
    await this.#ready();
    const { queryPrefix, passagePrefix } = this.#settings.card;
    const prefix = kind === 'query' ? queryPrefix : passagePrefix;
    const inputs = texts.map((text) => prefix + text.slice(0, LONGEST));
    const order = [...inputs.keys()].sort((a, b) => lengthAt(inputs, b) - lengthAt(inputs, a));
    const vectors: Float32Array[] = new Array(texts.length);
    let done = 0;
    const batches: Promise<void>[] = [];
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      const made = this.#enqueue(
        kind === 'query' ? this.#urgent : this.#patient,
        batch.map((index) => inputs[index] ?? ''),
      );
      batches.push(
        made.then((found) => {
          for (const [position, index] of batch.entries()) vectors[index] = found[position] as Float32Array;
          done += batch.length;
          progress?.(done);
        }),
      );
    }
    await Promise.all(batches);
    return vectors;
  }

  /** Fails what waits, lets the running batch end, and frees the model. */
  dispose(): Promise<void> {
    this.#disposed ??= this.#end();
    return this.#disposed;
  }

  async #end(): Promise<void> {
    this.#failWaiting(this.#disposedError());
    await this.#starting?.catch(() => undefined);
    const worker = this.#worker;
    if (!worker) return;
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('dispose');
    const forced = setTimeout(() => worker.terminate(), PATIENCE_MS);
    await ended;
    clearTimeout(forced);
  }

  /** A worker is there when this resolves. */
  async #ready(): Promise<void> {
    if (this.#disposed) throw this.#disposedError();
    if (this.#worker) return;
    this.#starting ??= startWorker(this.#settings)
      .then(({ worker }) => this.#listen(worker))
      .finally(() => {
        this.#starting = null;
      });
    await this.#starting;
    if (this.#disposed) throw this.#disposedError();
  }

  #listen(worker: Worker): void {
    this.#worker = worker;
    worker.on('message', (message: EmbedResponse) => this.#answered(worker, message));
    worker.on('error', (error) => this.#died(worker, error));
    worker.on('exit', (code) => this.#died(worker, new Error(`it ended with code ${code}`)));
    worker.unref();
  }

  #enqueue(queue: Job[], texts: string[]): Promise<Float32Array[]> {
    return new Promise((resolve, reject) => {
      queue.push({ texts, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running || !this.#worker) return;
    const job = this.#urgent.shift() ?? this.#patient.shift();
    if (!job) return;
    const id = this.#nextId++;
    this.#running = { id, job };
    this.#worker.ref();
    this.#worker.postMessage({ id, texts: job.texts } satisfies EmbedRequest);
  }

  #answered(worker: Worker, message: EmbedResponse): void {
    if (!('id' in message) || this.#running?.id !== message.id) return;
    const { job } = this.#running;
    this.#running = null;
    worker.unref();
    if ('error' in message) job.reject(unusable(this.#settings.path, message.error));
    else job.resolve(split(message.vectors, this.dimensions));
    this.#next();
  }

  #died(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const failed = this.#disposed
      ? this.#disposedError()
      : unusable(this.#settings.path, `The embedding worker died: ${cause.message}. Ask again.`, cause);
    this.#running?.job.reject(failed);
    this.#running = null;
    this.#failWaiting(failed);
  }

  #failWaiting(error: ErfaraError): void {
    for (const job of [...this.#urgent.splice(0), ...this.#patient.splice(0)]) job.reject(error);
  }

  #disposedError(): ErfaraError {
    return unusable(this.#settings.path, 'The embedder has been disposed of: the server or command is ending.');
  }
}

/** @throws ErfaraError `bad-model` when the model does not load, or makes other vectors than its card says. */
async function startWorker(settings: WorkerSettings): Promise<{ worker: Worker; dimensions: number }> {
  const { path, card } = settings;
  const worker = new Worker(join(projectRoot(), 'dist', 'server', 'embedding-worker.js'), { workerData: settings });
  try {
    const dimensions = await new Promise<number>((resolve, reject) => {
      worker.once('message', (message: EmbedResponse) => resolve('dimensions' in message ? message.dimensions : 0));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the embedding worker ended with code ${code}`)));
    });
    if (card.dimensions !== 0 && card.dimensions !== dimensions) {
      throw new Error(`its vectors have ${dimensions} numbers, its erfara.json says ${card.dimensions}`);
    }
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    return { worker, dimensions };
  } catch (cause) {
    await worker.terminate();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unusable(path, `The model could not be loaded: ${reason}. Fetch it again, or unset ERFARA_MODEL.`, cause);
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
