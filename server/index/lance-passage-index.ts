import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, connect, type Table } from '@lancedb/lancedb';
import type { Fingerprint, IndexVersion } from '../domain/fingerprint.ts';
import type { IndexablePassage } from '../domain/passage.ts';
import type { ApplyOptions, IndexReader, PassageIndex, SyncPlan } from '../ports/passage-index.ts';
import { type Current, readCurrent, writeCurrent } from './current-file.ts';
import { LanceReader } from './lance-reader.ts';
import {
  contentHashes,
  indexTable,
  knownRows,
  namingFullDisk,
  removeRows,
  upsert,
  vectorsOf,
} from './passage-table.ts';
import { planSync } from './plan.ts';
import { COLUMNS_VERSION, rowOf, schemaFor } from './rows.ts';

const TABLE = 'passages';
/** Passages embedded and written at a time: what a kill can cost. */
const BATCH = 128;

/** The passage index in LanceDB: a folder for each fingerprint, and `current.json` that readers follow. */
export class LancePassageIndex implements PassageIndex {
  readonly #root: string;
  readonly #currentPath: string;
  #opened: { stamp: string; reader: Promise<IndexReader | null> } | null = null;

  /** `root` is the folder of the index; it need not exist. */
  constructor(root: string) {
    this.#root = root;
    this.#currentPath = join(root, 'current.json');
  }

  async current(): Promise<IndexReader | null> {
    const stamp = await this.#stamp();
    if (stamp === null) return null;
    if (this.#opened?.stamp === stamp) return this.#opened.reader;
    const reader = this.#open(stamp);
    this.#opened = { stamp, reader };
    const found = await reader;
    // What could not be opened is tried again: the next sync repairs it.
    if (found === null && this.#opened?.reader === reader) this.#opened = null;
    return found;
  }

  async plan(wanted: IndexablePassage[], fingerprint: Fingerprint, full: boolean): Promise<SyncPlan> {
    const current = readCurrent(this.#currentPath);
    const pinned = current ? await this.#pinned(current) : null;
    const rebuild = full || current === null || pinned === null || !isMadeOf(current, fingerprint);
    const target = await this.#table(targetFolder(current, fingerprint, rebuild));
    const present = target ? await knownRows(target) : [];
    if (full) {
      const unknown = present.map((row) => ({ ...row, rowHash: '' }));
      return planSync(wanted, unknown, new Set(), rebuild);
    }
    const vectors = new Set(present.map((row) => row.contentHash));
    if (pinned && canLend(current, fingerprint)) for (const hash of await contentHashes(pinned)) vectors.add(hash);
    return planSync(wanted, present, vectors, rebuild);
  }

  apply(plan: SyncPlan, options: ApplyOptions): Promise<IndexVersion> {
    return namingFullDisk(() => this.#apply(plan, options));
  }

  async close(): Promise<void> {
    this.#opened = null;
  }

  async #apply(plan: SyncPlan, options: ApplyOptions): Promise<IndexVersion> {
    const { fingerprint, progress, signal } = options;
    const current = readCurrent(this.#currentPath);
    const folder = targetFolder(current, fingerprint, plan.rebuild);
    const table = await this.#openOrCreate(folder, options.model?.dimensions ?? null);
    const pinned = current && canLend(current, fingerprint) ? await this.#pinned(current) : null;

    await this.#write(table, plan, options, pinned ? [table, pinned] : [table]);
    await removeRows(table, plan.remove);
    progress({ phase: 'index', done: 0, total: 1 });
    await indexTable(table, current?.folder === folder ? current.lanceVersion : null);
    progress({ phase: 'index', done: 1, total: 1 });

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
    const published = { ...draft, calibration: await options.calibrate(new LanceReader(table, draft)) };
    signal?.throwIfAborted();
    progress({ phase: 'publish', done: 0, total: 1 });
    const previousFolder = current && current.folder !== folder ? current.folder : (current?.previousFolder ?? null);
    await writeCurrent(this.#currentPath, {
      folder,
      lanceVersion,
      columns: COLUMNS_VERSION,
      previousFolder,
      published,
    });
    await this.#sweep([folder, previousFolder]);
    progress({ phase: 'publish', done: 1, total: 1 });
    return published;
  }

  /** Changes with every publication; null before the first. */
  async #stamp(): Promise<string | null> {
    const file = await stat(this.#currentPath).catch(() => null);
    return file && `${file.ino} ${file.mtimeMs} ${file.size}`;
  }

  async #open(stamp: string): Promise<IndexReader | null> {
    const current = readCurrent(this.#currentPath);
    const table = current ? await this.#pinned(current) : null;
    if (current?.columns === COLUMNS_VERSION && table) return new LanceReader(table, current.published);
    // Between reading the file and opening what it names, a writer may have published and swept.
    const now = await this.#stamp();
    return now === null || now === stamp ? null : this.#open(now);
  }

  /** The table at the published version; null where it is not there any more or is damaged. */
  async #pinned(current: Current): Promise<Table | null> {
    const table = await this.#table(current.folder);
    try {
      await table?.checkout(current.lanceVersion);
      return table;
    } catch {
      return null;
    }
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

  /** `lenders` are the tables whose vectors may be used again. */
  async #write(table: Table, plan: SyncPlan, options: ApplyOptions, lenders: Table[]): Promise<void> {
    const { embed, progress, signal } = options;
    const toEmbed = embed ? [...plan.add, ...plan.change] : [];
    const toWrite = embed ? plan.move : [...plan.add, ...plan.change, ...plan.move];
    for (let start = 0; start < toWrite.length; start += BATCH) {
      signal?.throwIfAborted();
      const batch = toWrite.slice(start, start + BATCH).map(rowOf);
      const vectors = embed ? await vectorsOf(batch, lenders) : null;
      await upsert(table, vectors ? batch.map((row) => ({ ...row, vector: vectors.get(row.contentHash) })) : batch);
      progress({ phase: 'write', done: Math.min(start + BATCH, toWrite.length), total: toWrite.length });
    }
    for (let start = 0; embed && start < toEmbed.length; start += BATCH) {
      signal?.throwIfAborted();
      const batch = toEmbed.slice(start, start + BATCH);
      const texts = batch.map((passage) => passage.embedText);
      const vectors = await embed(texts, (done) =>
        progress({ phase: 'embed', done: start + done, total: toEmbed.length }),
      );
      await upsert(
        table,
        batch.map((passage, i) => ({ ...rowOf(passage), vector: vectors[i] })),
      );
    }
  }

  /** Removes what neither readers nor the next sync need: folders, and halves that a killed writer left. */
  async #sweep(keep: (string | null)[]): Promise<void> {
    for (const entry of await readdir(this.#root, { withFileTypes: true })) {
      const unused = entry.isDirectory() ? !keep.includes(entry.name) : /^current\.json\.\d+\.tmp$/.test(entry.name);
      if (unused) await rm(join(this.#root, entry.name), { recursive: true, force: true });
    }
  }
}

function isMadeOf({ published, columns }: Current, fingerprint: Fingerprint): boolean {
  return (
    published.embedding === fingerprint.embedding &&
    published.analysis === fingerprint.analysis &&
    columns === COLUMNS_VERSION
  );
}

/** Whether the published version's vectors are those that this fingerprint would make. */
function canLend(current: Current | null, fingerprint: Fingerprint): boolean {
  return current !== null && current.published.model !== null && current.published.embedding === fingerprint.embedding;
}

/** Where a plan is carried out. A rebuild never writes into the folder that readers are on. */
function targetFolder(current: Current | null, fingerprint: Fingerprint, rebuild: boolean): string {
  const fresh = `${fingerprint.embedding}-${fingerprint.analysis}-${COLUMNS_VERSION}`;
  if (current === null) return fresh;
  if (!rebuild) return current.folder;
  return current.folder === fresh ? `${fresh}-${current.published.version + 1}` : fresh;
}
