import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileArticleStore } from './content/file-article-store.ts';
import { FileArticleWriter } from './content/file-article-writer.ts';
import { ParsedCache } from './content/parsed-cache.ts';
import { passagesOf, SPLITTER_VERSION } from './content/passages.ts';
import { openDataFolder } from './data-folder.ts';
import type { BankSettings } from './domain/bank-settings.ts';
import { ErfaraError } from './domain/errors.ts';
import type { Lang } from './domain/language.ts';
import { FileDraftStore } from './drafts/file-draft-store.ts';
import { embeddedModel, modelPath } from './embedding/model-folder.ts';
import { RecentQueries } from './embedding/recent-queries.ts';
import { TransformersEmbedder } from './embedding/transformers-embedder.ts';
import { openHistory } from './history/open-history.ts';
import { LancePassageIndex } from './index/lance-passage-index.ts';
import { SqliteWriterLock } from './index/sqlite-writer-lock.ts';
import { StemmingAnalyser } from './language/analyse.ts';
import { openSqliteLedger } from './ledger/sqlite-ledger.ts';
import type { LanguageDetector } from './ports/analyser.ts';
import type { Bank } from './ports/article-store.ts';
import type { ArticleWriter } from './ports/article-writer.ts';
import type { DraftStore } from './ports/draft-store.ts';
import type { Embedder } from './ports/embedder.ts';
import type { History } from './ports/history.ts';
import type { Ledger } from './ports/ledger.ts';
import type { PassageIndex } from './ports/passage-index.ts';
import { projectRoot } from './project-root.ts';
import { publishedWordsFile } from './published-words-file.ts';
import type { LanguageTools } from './services/follow-bank.ts';
import type { PassageSplitter, SyncDeps } from './services/sync-index.ts';
import type { SyncMemory } from './services/sync-when-changed.ts';
import type { WordMemory } from './services/test-files.ts';
import type { TestMemory } from './services/tested-bank.ts';
import type { Settings } from './settings.ts';
import { testedBankFile } from './tested-bank-file.ts';

/** Part of the index's fingerprint. */
export const SPLITTER: PassageSplitter = { version: `${SPLITTER_VERSION}`, passagesOf };

/** Content and index as settings say: what needs no model. */
export interface Files {
  store: FileArticleStore;
  index: PassageIndex;
  /** What the last sync made the index of. */
  memory: SyncMemory;
  /** What the bank's own lines did when they were last tried. */
  testMemory: TestMemory;
  words: WordMemory;
  /** Where what the rules found is kept. */
  lintPath: string;
  /** Names the code that runs. */
  build: string;
}

/** Content, model and index as settings say: what the server and the commands that read the bank work with. */
export interface Adapters extends Files {
  /** The files as they were when this was opened. */
  bank: Bank;
  writer: ArticleWriter;
  history: History;
  drafts: DraftStore;
  /** null = keyword mode; a notice says why. */
  embedder: Embedder | null;
  /** What the operator should know, in plain words. */
  notices: string[];
  toolsFor(settings: BankSettings): LanguageTools;
  syncDeps(tools: LanguageTools): SyncDeps;
  close(): Promise<void>;
}

/** @throws ErfaraError `bad-setting` when the data folder cannot be used. */
export function openFiles(settings: Settings): Files {
  const data = openDataFolder(settings.data);
  const build = buildId();
  return {
    store: new FileArticleStore(settings.content, new ParsedCache(join(data.cache, 'parsed.json'), build)),
    index: new LancePassageIndex(data.index),
    memory: memoryIn(data.cache, build),
    testMemory: testedBankFile(join(data.cache, `tested-${settings.audience}.bin`)),
    words: publishedWordsFile(join(data.cache, 'words.bin'), build),
    lintPath: join(data.cache, 'lint.json'),
    build,
  };
}

/**
 * Opens model, content and index, all at once. `embedder` takes the place of the model when it is given.
 * @throws ErfaraError `bad-setting` when the data folder cannot be used.
 */
export async function openAdapters(
  settings: Settings,
  embedder?: Embedder | null,
  files: Files = openFiles(settings),
): Promise<Adapters> {
  const data = openDataFolder(settings.data);
  const lock = new SqliteWriterLock(data.lock);
  const notices: string[] = [];
  // The detector's tables take most of a second to load: meanwhile the model loads in its own thread.
  const [model, { EldLanguageDetector }, { history, notice }, bank] = await Promise.all([
    embedder === undefined ? openModel(settings, data.models, notices) : embedder,
    import('./language/detect.ts'),
    openHistory(settings.content, data.history),
    files.store.load(),
    files.index.current(),
  ]);
  if (notice !== null) notices.push(notice);
  return {
    ...files,
    bank,
    writer: new FileArticleWriter(settings.content),
    history,
    drafts: new FileDraftStore(data.drafts),
    embedder: model,
    notices,
    toolsFor: languageTools((langs) => new EldLanguageDetector(langs)),
    syncDeps: (tools) => ({
      ...tools,
      index: files.index,
      embedder: model,
      lock,
      splitter: SPLITTER,
      audience: settings.audience,
    }),
    async close() {
      if (embedder === undefined) await model?.dispose();
      await files.index.close();
    },
  };
}

/** SQLite in the data folder, or the database that `DATABASE_URL` names. */
export async function openLedger(settings: Settings): Promise<Ledger> {
  if (settings.databaseUrl) {
    const { openPostgresLedger } = await import('./ledger/postgres-ledger.ts');
    return openPostgresLedger(settings.databaseUrl);
  }
  return openSqliteLedger(join(openDataFolder(settings.data).ledger, 'ledger.sqlite'));
}

async function openModel(settings: Settings, cache: string, notices: string[]): Promise<Embedder | null> {
  const path = settings.model ? modelPath(settings.model, cache) : embeddedModel(join(projectRoot(), 'models'));
  try {
    return new RecentQueries(await TransformersEmbedder.open(path, settings.threads ?? undefined));
  } catch (error) {
    if (!(error instanceof ErfaraError)) throw error;
    const why = error.details.map((detail) => `${detail.path}: ${detail.message}`).join(' ');
    notices.push(`Searching by keywords only, because the model cannot be used. ${why}`);
    return null;
  }
}

/** Analyser and detector are made again only when the settings they are made of change. */
function languageTools(detectorOf: (langs: Lang[]) => LanguageDetector): (settings: BankSettings) => LanguageTools {
  let known: { key: string; tools: LanguageTools } | null = null;
  return (settings) => {
    const langs = Object.keys(settings.languages);
    const key = JSON.stringify([settings.synonyms, langs]);
    if (known?.key !== key) {
      const tools = { analyser: new StemmingAnalyser(settings.synonyms), detector: detectorOf(langs) };
      known = { key, tools };
    }
    return known.tools;
  };
}

/** Names the code that runs, so that what another build made of the content is made again. */
function buildId(): string {
  try {
    return readFileSync(join(projectRoot(), 'dist', '.sources'), 'utf8');
  } catch {
    return `unbuilt ${process.pid}`;
  }
}

function memoryIn(folder: string, build: string): SyncMemory {
  const path = join(folder, 'synced.txt');
  return {
    recall() {
      try {
        const [by, ...rest] = readFileSync(path, 'utf8').split('\n');
        return by === build ? rest.join('\n') : null;
      } catch {
        return null;
      }
    },
    keep(what) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, `${build}\n${what}`);
      } catch {
        // Without it the next start compares every passage, no more.
      }
    },
  };
}
