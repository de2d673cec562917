import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, connect, Index, type Table } from '@lancedb/lancedb';
import { ErfaraError } from '../domain/errors.ts';
import type { Fingerprint, IndexVersion } from '../domain/fingerprint.ts';
import type {
  ApplyOptions,
  IndexablePassage,
  IndexReader,
  PassageIndex,
  SyncPlan,
  SyncProgress,
} from '../ports/passage-index.ts';
import { type Current, readCurrent, writeCurrent } from './current-file.ts';
import { literal } from './filter-sql.ts';
import { LanceReader } from './lance-reader.ts';
import { type KnownRow, planSync } from './plan.ts';
import { type Row, rowOf, schemaFor } from './rows.ts';

const TABLE = 'passages';
/** Passages embedded and written at a time: what a kill can cost. */
const BATCH = 128;
/** Below this an exact scan is faster than any approximate index is accurate. */
const APPROXIMATE_FROM = 50_000;

/** The passage index in LanceDB: a folder for each fingerprint, and `current.json` that readers follow. */
export class LancePassageIndex implements PassageIndex {
  readonly #root: string;
  readonly #currentPath: string;
  #reader: { modified: number; reader: LanceReader } | null = null;
  #opening: Promise<IndexReader | null> | null = null;

  /** `root` is the folder of the index; it need not exist. */
  constructor(root: string) {
    this.#root = root;
    this.#currentPath = join(root, 'current.json');
  }

  async current(): Promise<IndexReader | null> {
    const modified = await stat(this.#currentPath).then(
      (file) => file.mtimeMs,
      () => null,
    );
    if (modified === null) return null;
    if (this.#reader?.modified === modified) return this.#reader.reader;
    this.#opening ??= this.#open(modified).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async plan(wanted: IndexablePassage[], fingerprint: Fingerprint, full: boolean): Promise<SyncPlan> {
    const current = readCurrent(this.#currentPath);
    const same = current !== null && sameFingerprint(current.published, fingerprint);
    const rebuild = full || !same || (await this.#table(current.folder)) === null;
    const target = full ? null : await this.#table(rebuild ? folderOf(fingerprint) : current.folder);
    const present = target ? await knownRows(target) : [];
    const vectors = new Set(present.map((row) => row.contentHash));
    if (rebuild && !full) for (const hash of await this.#reusable(current, fingerprint)) vectors.add(hash);
    return planSync(wanted, present, vectors, rebuild);
  }

  async apply(plan: SyncPlan, options: ApplyOptions): Promise<IndexVersion> {
    const { fingerprint, progress } = options;
    const current = readCurrent(this.#currentPath);
    const fresh = plan.rebuild ? folderOf(fingerprint) : (current?.folder ?? folderOf(fingerprint));
    // A full rebuild must not write into the folder that readers are on.
    const again = plan.rebuild && current?.folder === fresh;
    const folder = again ? `${fresh}-${current.published.version + 1}` : fresh;
    if (again) await rm(join(this.#root, folder), { recursive: true, force: true });
    const table = await this.#openOrCreate(folder, options.model?.dimensions ?? null);
    const source = current && current.folder !== folder ? await this.#table(current.folder) : null;

    await this.#write(table, plan, options, source);
    for (let start = 0; start < plan.remove.length; start += 500) {
      await table.delete(`id IN (${plan.remove.slice(start, start + 500).map(literal)})`);
    }
    await this.#indexWords(table, progress, current?.folder === folder ? current.lanceVersion : null);

    const draft: IndexVersion = {
      ...fingerprint,
      version: (current?.published.version ?? 0) + 1,
      model: options.model?.name ?? null,
      passages: await table.countRows(),
      articles: options.articles,
      calibration: null,
      publishedAt: new Date().toISOString(),
    };
    const lanceVersion = await table.version();
    const calibration = await options.calibrate(new LanceReader(table, draft));
    const published = { ...draft, calibration };
    options.signal?.throwIfAborted();
    progress({ phase: 'publish', done: 0, total: 1 });
    const previousFolder = current && current.folder !== folder ? current.folder : (current?.previousFolder ?? null);
    await writeCurrent(this.#currentPath, { folder, lanceVersion, previousFolder, published });
    await this.#sweep([folder, previousFolder]);
    progress({ phase: 'publish', done: 1, total: 1 });
    return published;
  }

  async close(): Promise<void> {
    this.#reader = null;
  }

  async #open(modified: number): Promise<IndexReader | null> {
    const current = readCurrent(this.#currentPath);
    if (!current) return null;
    const table = await this.#table(current.folder);
    if (!table) return null;
    await table.checkout(current.lanceVersion);
    const reader = new LanceReader(table, current.published);
    this.#reader = { modified, reader };
    return reader;
  }

  async #connect(folder: string): Promise<Connection> {
    return connect(join(this.#root, folder), { readConsistencyInterval: 0 });
  }

  async #table(folder: string): Promise<Table | null> {
    const exists = await stat(join(this.#root, folder, `${TABLE}.lance`)).then(
      () => true,
      () => false,
    );
    if (!exists) return null;
    try {
      return await (await this.#connect(folder)).openTable(TABLE);
    } catch {
      // A folder whose table was never completed is rebuilt like one that is missing.
      return null;
    }
  }

  async #openOrCreate(folder: string, dimensions: number | null): Promise<Table> {
    const known = await this.#table(folder);
    if (known) return known;
    await mkdir(join(this.#root, folder), { recursive: true });
    const connection = await this.#connect(folder);
    return connection.createEmptyTable(TABLE, schemaFor(dimensions), { mode: 'overwrite' });
  }

  /** Content hashes whose vectors the current folder can lend: same embedding, other analysis. */
  async #reusable(current: Current | null, fingerprint: Fingerprint): Promise<string[]> {
    if (!current || current.published.embedding !== fingerprint.embedding || !current.published.model) return [];
    const table = await this.#table(current.folder);
    return table ? (await knownRows(table)).map((row) => row.contentHash) : [];
  }

  async #write(table: Table, plan: SyncPlan, options: ApplyOptions, source: Table | null): Promise<void> {
    const { embed, model, progress } = options;
    const toEmbed = embed ? [...plan.add, ...plan.change] : [];
    const toWrite = embed ? plan.move : [...plan.add, ...plan.change, ...plan.move];
    for (let start = 0; start < toWrite.length; start += BATCH) {
      options.signal?.throwIfAborted();
      const batch = toWrite.slice(start, start + BATCH).map(rowOf);
      const vectors = model ? await vectorsOf(batch, [table, ...(source ? [source] : [])]) : null;
      await upsert(table, vectors ? batch.map((row) => ({ ...row, vector: vectors.get(row.contentHash) })) : batch);
      progress({ phase: 'write', done: Math.min(start + BATCH, toWrite.length), total: toWrite.length });
    }
    for (let start = 0; embed && start < toEmbed.length; start += BATCH) {
      options.signal?.throwIfAborted();
      const batch = toEmbed.slice(start, start + BATCH);
      const vectors = await embed(
        batch.map((passage) => passage.embedText),
        (done) => progress({ phase: 'embed', done: start + done, total: toEmbed.length }),
      );
      await upsert(
        table,
        batch.map((passage, i) => ({ ...rowOf(passage), vector: vectors[i] })),
      );
    }
  }

  async #indexWords(table: Table, progress: (p: SyncProgress) => void, pinned: number | null): Promise<void> {
    progress({ phase: 'index', done: 0, total: 1 });
    const indices = await table.listIndices();
    const rows = await table.countRows();
    if (!indices.some((index) => index.columns.includes('terms'))) {
      const config = Index.fts({
        baseTokenizer: 'whitespace',
        lowercase: false,
        stem: false,
        removeStopWords: false,
        asciiFolding: false,
        withPosition: false,
      });
      await table.createIndex('terms', { config });
    }
    if (rows >= APPROXIMATE_FROM && !indices.some((index) => index.columns.includes('vector'))) {
      await table.createIndex('vector', { config: Index.hnswSq({ distanceType: 'cosine' }) });
    }
    // Versions that readers may be on stay: everything since the one that current.json names.
    const versions = pinned === null ? [] : await table.listVersions();
    const oldest = versions.find((entry) => entry.version === pinned)?.timestamp;
    await table.optimize(oldest ? { cleanupOlderThan: oldest } : {});
    progress({ phase: 'index', done: 1, total: 1 });
  }

  /** Removes folders that neither readers nor the next sync need. */
  async #sweep(keep: (string | null)[]): Promise<void> {
    for (const entry of await readdir(this.#root, { withFileTypes: true })) {
      if (!entry.isDirectory() || keep.includes(entry.name)) continue;
      await rm(join(this.#root, entry.name), { recursive: true, force: true });
    }
  }
}

function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.embedding === b.embedding && a.analysis === b.analysis;
}

function folderOf(fingerprint: Fingerprint): string {
  return `${fingerprint.embedding}-${fingerprint.analysis}`;
}

async function knownRows(table: Table): Promise<KnownRow[]> {
  return (await table.query().select(['id', 'contentHash', 'rowHash']).toArray()) as KnownRow[];
}

/** The vectors of rows whose words are already indexed somewhere, by content hash. */
async function vectorsOf(rows: Row[], tables: Table[]): Promise<Map<string, number[]>> {
  const vectors = new Map<string, number[]>();
  for (const table of tables) {
    const missing = rows.map((row) => row.contentHash).filter((hash) => !vectors.has(hash));
    if (missing.length === 0) break;
    const where = `contentHash IN (${[...new Set(missing)].map(literal)})`;
    const found = await table.query().where(where).select(['contentHash', 'vector']).toArray();
    for (const row of found) vectors.set(row.contentHash, [...row.vector]);
  }
  return vectors;
}

async function upsert(table: Table, rows: Row[]): Promise<void> {
  const plain = rows.map((row) => (row.vector ? { ...row, vector: Array.from(row.vector) } : row));
  try {
    await table
      .mergeInsert('id')
      .whenMatchedUpdateAll()
      .whenNotMatchedInsertAll()
      .execute(plain as unknown as Record<string, unknown>[]);
  } catch (cause) {
    if (/no space left|ENOSPC|disk quota/i.test(String(cause))) throw new ErfaraError('disk-full', { cause });
    throw cause;
  }
}

