import { MatchQuery, type Table } from '@lancedb/lancedb';
import type { Filter } from '../domain/filter.ts';
import type { IndexVersion } from '../domain/fingerprint.ts';
import type { Hit } from '../domain/passage.ts';
import type { IndexablePassage, IndexReader } from '../ports/passage-index.ts';
import { toSql } from './filter-sql.ts';
import { PASSAGE_COLUMNS, passageOf } from './rows.ts';

/** Candidates an approximate index brings for each one asked for; their distances are then computed exactly. */
const REFINE = 4;

/** A pinned version of the LanceDB table. */
export class LanceReader implements IndexReader {
  readonly version: IndexVersion;
  readonly #table: Table;

  constructor(table: Table, version: IndexVersion) {
    this.#table = table;
    this.version = version;
  }

  async dense(vector: Float32Array, filter: Filter | null, limit: number): Promise<Hit[]> {
    if (this.version.model === null) return [];
    let query = this.#table
      .query()
      .nearestTo(vector)
      .distanceType('cosine')
      .refineFactor(REFINE)
      .limit(limit)
      .select([...PASSAGE_COLUMNS, '_distance']);
    if (filter) query = query.where(toSql(filter));
    const rows = await query.toArray();
    return rows.map((row) => ({ passage: passageOf(row), cosine: 1 - Number(row._distance), bm25: null }));
  }

  async lexical(terms: string[], filter: Filter | null, limit: number): Promise<Hit[]> {
    if (terms.length === 0) return [];
    let query = this.#table
      .query()
      .fullTextSearch(new MatchQuery([...new Set(terms)].join(' '), 'terms'))
      .limit(limit)
      .select([...PASSAGE_COLUMNS, '_score']);
    if (filter) query = query.where(toSql(filter));
    const rows = await query.toArray();
    return rows.map((row) => ({ passage: passageOf(row), cosine: null, bm25: Number(row._score) }));
  }

  async scan(filter: Filter | null): Promise<{ passage: IndexablePassage; vector: Float32Array | null }[]> {
    const vectors = this.version.model !== null;
    let query = this.#table.query().select([...PASSAGE_COLUMNS, 'terms', ...(vectors ? ['vector'] : [])]);
    if (filter) query = query.where(toSql(filter));
    const rows = await query.toArray();
    return rows.map((row) => ({
      passage: { ...passageOf(row), terms: String(row.terms).split(' ').filter(Boolean) },
      vector: vectors ? Float32Array.from(row.vector as Iterable<number>) : null,
    }));
  }
}
