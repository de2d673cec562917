import { Index, type Table } from '@lancedb/lancedb';
import { ErfaraError } from '../domain/errors.ts';
import { literal } from './filter-sql.ts';
import type { KnownRow } from './plan.ts';
import type { Row } from './rows.ts';

/** From so many rows on an approximate index is worth the recall it costs. */
export const APPROXIMATE_FROM = 50_000;
/**
 * From here on the vectors are kept in one IVF partition. Every one of them is still compared, so nothing is lost, but
 * they are read from one block in memory: measured at a third of the time of a scan over 5,000 passages.
 */
const EXACT_FROM = 1_000;
/**
 * Versions younger than this are kept beside the published one and all after it. LanceDB reckons the age anew when it
 * cleans up, so a border exactly at the published version would take that too; and a slow reader may be one behind.
 */
const KEEP_MS = 10 * 60_000;
/** Ids in one predicate. */
const AT_ONCE = 500;

/** What a plan compares with. */
export async function knownRows(table: Table): Promise<KnownRow[]> {
  return (await table.query().select(['id', 'contentHash', 'rowHash']).toArray()) as KnownRow[];
}

export async function contentHashes(table: Table): Promise<string[]> {
  return (await table.query().select(['contentHash']).toArray()).map((row) => String(row.contentHash));
}

/** The vectors of rows whose words are already indexed in one of `tables`, by content hash. */
export async function vectorsOf(rows: Row[], tables: Table[]): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (const table of tables) {
    const missing = rows.map((row) => row.contentHash).filter((hash) => !vectors.has(hash));
    if (missing.length === 0) break;
    const where = `contentHash IN (${[...new Set(missing)].map(literal)})`;
    const found = await table.query().where(where).select(['contentHash', 'vector']).toArray();
    for (const row of found) vectors.set(String(row.contentHash), Float32Array.from(row.vector));
  }
  return vectors;
}

/** Writes rows over those with the same id, in one commit. */
export async function upsert(table: Table, rows: Row[]): Promise<void> {
  const plain = rows.map((row) => (row.vector ? { ...row, vector: Array.from(row.vector) } : { ...row }));
  await table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(plain);
}

export async function removeRows(table: Table, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await table.delete(`id IN (${ids.slice(start, start + AT_ONCE).map(literal)})`);
  }
}

/**
 * Brings the table's indices up to its rows and drops old versions, but none since `pinned`, the version that readers
 * are on.
 */
export async function indexTable(table: Table, pinned: number | null): Promise<void> {
  const indices = await table.listIndices();
  const typeOn = (column: string) => indices.find((index) => index.columns.includes(column))?.indexType;
  if (!typeOn('searched')) {
    const config = Index.fts({
      baseTokenizer: 'whitespace',
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      withPosition: false,
    });
    await table.createIndex('searched', { config });
  }
  await indexVectors(table, typeOn('vector'));
  const versions = pinned === null ? [] : await table.listVersions();
  const since = versions.find((entry) => entry.version === pinned)?.timestamp;
  await table.optimize(since ? { cleanupOlderThan: new Date(since.getTime() - KEEP_MS) } : {});
}

/** Without vectors (keyword mode) there is nothing to index. */
async function indexVectors(table: Table, existing: string | undefined): Promise<void> {
  const rows = await table.countRows();
  const hasVectors = (await table.schema()).fields.some((field) => field.name === 'vector');
  if (!hasVectors || rows < EXACT_FROM) return;
  const approximate = rows >= APPROXIMATE_FROM;
  if (existing && (!approximate || /hnsw/i.test(existing))) return;
  const config = approximate
    ? Index.hnswSq({ distanceType: 'cosine' })
    : Index.ivfFlat({ numPartitions: 1, distanceType: 'cosine' });
  await table.createIndex('vector', { config });
}

/** Runs `write`; where it fails for want of room, the error says so. */
export async function namingFullDisk<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (/no space left|ENOSPC|disk quota|EDQUOT/i.test(String(cause))) throw new ErfaraError('disk-full', { cause });
    throw cause;
  }
}
