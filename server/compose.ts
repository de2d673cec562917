import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { FileArticleStore } from './content/file-article-store.ts';
import { passagesOf, SPLITTER_VERSION } from './content/passages.ts';
import { openDataFolder } from './data-folder.ts';
import type { BankSettings } from './domain/bank-settings.ts';
import { ErfaraError } from './domain/errors.ts';
import type { Problem } from './domain/problem.ts';
import { embeddedModel, modelPath } from './embedding/model-folder.ts';
import { TransformersEmbedder } from './embedding/transformers-embedder.ts';
import type { App } from './http/app.ts';
import { createApp } from './http/app.ts';
import type { ReadyOutput } from './http/contract.ts';
import { createMetrics } from './http/metrics.ts';
import { LancePassageIndex } from './index/lance-passage-index.ts';
import { SqliteWriterLock } from './index/sqlite-writer-lock.ts';
import { StemmingAnalyser } from './language/analyse.ts';
import { EldLanguageDetector } from './language/detect.ts';
import type { Analyser } from './ports/analyser.ts';
import type { Clock } from './ports/clock.ts';
import type { Embedder } from './ports/embedder.ts';
import type { PassageIndex, SyncProgress } from './ports/passage-index.ts';
import { projectRoot } from './project-root.ts';
import { type FollowedBank, followBank, type LanguageTools } from './services/follow-bank.ts';
import { suggest } from './services/suggest.ts';
import { fingerprintOf, type SyncDeps, type SyncOutput, syncIndex } from './services/sync-index.ts';
import type { Settings } from './settings.ts';

const RETRY_MS = 5_000;
const SPLITTER = { version: `${SPLITTER_VERSION}`, passagesOf };

export interface ComposeOptions {
  log?: Logger;
  clock?: Clock;
  /** Takes the place of the model; null = keyword mode. */
  embedder?: Embedder | null;
  /** False: files that change while it runs are not noticed. */
  watch?: boolean;
}

export interface Status extends ReadyOutput {
  /** Everything that is wrong in the content. */
  found: Problem[];
  /** What the operator should know, in plain words. */
  notices: string[];
}

/** The composed product. Call `sync` once before it can answer; after that it follows the content by itself. */
export interface Erfara {
  app: App;
  sync(progress?: (progress: SyncProgress) => void): Promise<SyncOutput>;
  status(): Status;
  close(): Promise<void>;
}

/** What a sync needs, opened from settings: for the server and for commands. */
export interface BankParts {
  store: FileArticleStore;
  index: PassageIndex;
  embedder: Embedder | null;
  notices: string[];
  toolsFor(settings: BankSettings): LanguageTools;
  syncDeps(tools: LanguageTools): SyncDeps;
  close(): Promise<void>;
}

/** Opens content, model and index. Without a model the parts work by keywords, and a notice says why. */
export async function openParts(
  settings: Settings,
  options: Pick<ComposeOptions, 'embedder'> = {},
): Promise<BankParts> {
  const data = openDataFolder(settings.data);
  const store = new FileArticleStore(settings.content);
  const index = new LancePassageIndex(data.index);
  const notices: string[] = [];
  const [embedder] = await Promise.all([
    options.embedder !== undefined ? options.embedder : openModel(settings, data.models, notices),
    store.load(),
    index.current(),
  ]);
  const lock = new SqliteWriterLock(data.lock);
  return {
    store,
    index,
    embedder,
    notices,
    toolsFor: languageTools(),
    syncDeps: (tools) => ({ ...tools, index, embedder, lock, splitter: SPLITTER, audience: settings.audience }),
    async close() {
      if (options.embedder === undefined) await embedder?.dispose();
      await index.close();
    },
  };
}

/** The only place where adapters meet services. */
export async function compose(settings: Settings, options: ComposeOptions = {}): Promise<Erfara> {
  const log = options.log ?? pino({ level: settings.logLevel });
  const clock = options.clock ?? { now: () => new Date() };
  const parts = await openParts(settings, options);
  const { embedder, index, store } = parts;
  const followed = followBank({
    store,
    index,
    toolsFor: parts.toolsFor,
    sync: (bank, tools, progress) => syncIndex(parts.syncDeps(tools))({ bank, ...(progress ? { progress } : {}) }),
    accepts: (reader) =>
      reader.version.embedding === fingerprintOf({ ...parts, splitter: SPLITTER, analyser: ANY }).embedding,
  });
  const stopFollowing = options.watch === false ? async () => undefined : await follow(store, followed, log);
  const status = () => describe(followed, parts);
  const metrics = createMetrics(() => status().index);
  const live = () => followed.live() ?? notReady();
  const searching = {
    index: { current: () => followed.current() },
    bank: () => live().bank,
    embedder: () => embedder,
    get analyser() {
      return live().analyser;
    },
    get detector() {
      return live().detector;
    },
  };
  const app = createApp({
    services: { suggest: suggest(searching) },
    settings: {
      origins: settings.origins,
      maxBody: settings.maxBody,
      audience: settings.audience,
      dist: join(projectRoot(), 'dist'),
      atOnce: 64,
      timeoutMs: 20_000,
    },
    status,
    metrics,
    log,
    clock,
  });
  return {
    app,
    sync: (progress) => followed.refresh(progress),
    status,
    async close() {
      await stopFollowing();
      await parts.close();
    },
  };
}

const ANY = { hash: '' } as Analyser;

function notReady(): never {
  throw new ErfaraError('no-index', { retryAfter: 5 });
}

async function openModel(settings: Settings, cache: string, notices: string[]): Promise<Embedder | null> {
  const path = settings.model ? modelPath(settings.model, cache) : embeddedModel(join(projectRoot(), 'models'));
  try {
    return await TransformersEmbedder.open(path, settings.threads ?? undefined);
  } catch (error) {
    if (!(error instanceof ErfaraError)) throw error;
    const why = error.details.map((detail) => `${detail.path}: ${detail.message}`).join(' ');
    notices.push(`Searching by keywords only, because the model cannot be used. ${why}`);
    return null;
  }
}

/** Analyser and detector are made again only when the settings they are made of change. */
function languageTools(): (settings: BankSettings) => LanguageTools {
  let known: { key: string; tools: LanguageTools } | null = null;
  return (settings) => {
    const langs = Object.keys(settings.languages);
    const key = JSON.stringify([settings.synonyms, langs]);
    if (known?.key !== key) {
      known = {
        key,
        tools: { analyser: new StemmingAnalyser(settings.synonyms), detector: new EldLanguageDetector(langs) },
      };
    }
    return known.tools;
  };
}

/** Syncs whenever a file changes; what fails is logged, and tried again when another process held the lock. */
async function follow(store: FileArticleStore, followed: FollowedBank, log: Logger): Promise<() => Promise<void>> {
  let retry: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const changed = () => {
    clearTimeout(retry);
    working = followed.refresh().then(
      ({ plan, version, published }) => {
        if (published) log.info({ version: version?.version, ...plan }, 'the content changed and is searchable');
      },
      (error: unknown) => {
        const locked = error instanceof ErfaraError && error.code === 'locked';
        log.error(
          { err: error, details: error instanceof ErfaraError ? error.details : [] },
          'the content changed but could not be indexed',
        );
        if (locked) retry = setTimeout(changed, RETRY_MS).unref();
      },
    );
  };
  const stop = await store.watch(changed);
  return async () => {
    clearTimeout(retry);
    await stop();
    await working;
  };
}

function describe(followed: FollowedBank, { embedder, notices }: BankParts): Status {
  const live = followed.live();
  const version = live?.reader?.version ?? null;
  const found = live?.bank.problems ?? [];
  return {
    ready: version !== null,
    mode: embedder && version?.model ? 'hybrid' : 'keyword',
    index: version && { version: version.version, passages: version.passages, articles: version.articles },
    model: embedder?.model ?? null,
    problems: found.filter((problem) => problem.severity === 'error').length,
    found,
    notices,
  };
}
