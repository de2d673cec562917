import { MatchQuery, type Table, type VectorQuery } from '@lancedb/lancedb';
import type { Filter } from '../domain/filter.ts';
import type { IndexVersion } from '../domain/fingerprint.ts';
import type { AnalysedPassage, Hit, IndexablePassage } from '../domain/passage.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { toSql } from './filter-sql.ts';
import { APPROXIMATE_FROM } from './passage-table.ts';
import { PASSAGE_COLUMNS, passageOf, type ReadColumn } from './rows.ts';

/** Candidates an approximate index brings for each one asked for; their distances are then computed exactly. */
const REFINE = 4;

/** A pinned version of the LanceDB table. */
export class LanceReader implements IndexReader {
  readonly version: IndexVersion;
  readonly #table: Table;
  #passages: Promise<Map<string, AnalysedPassage>> | null = null;

  constructor(table: Table, version: IndexVersion) {
    this.#table = table;
    this.version = version;
  }

  async dense(vector: Float32Array, filter: Filter | null, limit: number): Promise<Hit[]> {
    if (this.version.model === null) return [];
    let query = this.#table.query().nearestTo(vector).distanceType('cosine').limit(limit).select(['id', '_distance']);
    if (this.version.passages >= APPROXIMATE_FROM) query = query.refineFactor(REFINE);
    if (filter) query = query.where(toSql(filter));
    const [found, passages] = await Promise.all([query.toArrow(), this.#known()]);
    return scored(found, '_distance').flatMap(([id, distance]) =>
      hit(passages.get(id), { cosine: 1 - distance, bm25: null }),
    );
  }

  async lexical(terms: string[], filter: Filter | null, limit: number): Promise<Hit[]> {
    if (terms.length === 0) return [];
    let query = this.#table
      .query()
      .fullTextSearch(new MatchQuery([...new Set(terms)].join(' '), 'searched'))
      .limit(limit)
      .select(['id', '_score']);
    if (filter) query = query.where(toSql(filter));
    const [found, passages] = await Promise.all([query.toArrow(), this.#known()]);
    return scored(found, '_score').flatMap(([id, score]) => hit(passages.get(id), { cosine: null, bm25: score }));
  }

  /** Fetching a passage's words from disk for each hit costs more than the search: a version's are read once. */
  #known(): Promise<Map<string, AnalysedPassage>> {
    this.#passages ??= this.#table
      .query()
      .select([...PASSAGE_COLUMNS, 'terms'])
      .toArray()
      .then((rows) => new Map(rows.map((row) => [String(row.id), analysed((name) => row[name])])))
      .catch((error) => {
        this.#passages = null;
        throw error;
      });
    return this.#passages;
  }

  async frequencies(filter: Filter | null): Promise<{ passages: number; of: Map<string, number> }> {
    let query = this.#table.query().select(['searched']);
    if (filter) query = query.where(toSql(filter));
    const table = await query.toArrow();
    const of = new Map<string, number>();
    for (const searched of table.getChild('searched') ?? []) {
      for (const term of new Set(String(searched).split(' '))) of.set(term, (of.get(term) ?? 0) + 1);
    }
    return { passages: table.numRows, of };
  }

  async scan(
    filter: Filter | null,
    { vectors = this.version.model !== null } = {},
  ): Promise<{ passage: IndexablePassage; vector: Float32Array | null }[]> {
    let query = this.#table.query().select([...PASSAGE_COLUMNS, 'terms', 'searched', ...(vectors ? ['vector'] : [])]);
    if (filter) query = query.where(toSql(filter));
    const table = await query.toArrow();
    const rows = table.batches.flatMap((batch) => {
      const columns = new Map(batch.schema.names.map((name) => [String(name), batch.getChild(name)]));
      const vector = columns.get('vector');
      return Array.from({ length: batch.numRows }, (_, i) => ({
        passage: indexable((name) => columns.get(name)?.get(i)),
        vector: vector ? Float32Array.from((vector.get(i) as { toArray(): ArrayLike<number> }).toArray()) : null,
      }));
    });
    if (!filter) this.#passages ??= Promise.resolve(new Map(rows.map(({ passage }) => [passage.id, passage])));
    return rows;
  }
}

function analysed(read: ReadColumn): AnalysedPassage {
  const terms = split(String(read('terms')));
  return {
    ...passageOf(read),
    get terms() {
      return terms();
    },
  };
}

function indexable(read: ReadColumn): IndexablePassage {
  const terms = split(String(read('terms')));
  const searched = String(read('searched'));
  return {
    ...passageOf(read),
    get terms() {
      return terms();
    },
    get grams() {
      return searched.split(' ').slice(terms().length).filter(Boolean);
    },
  };
}

/** A bank's words are many, and those of most passages are never looked at: they are cut apart when they are. */
function split(words: string): () => string[] {
  let all: string[] | null = null;
  return () => {
    all ??= words.split(' ').filter(Boolean);
    return all;
  };
}

/** Ids with a score column, read by column: a row object for each hit costs more than the search. */
function scored(found: Awaited<ReturnType<VectorQuery['toArrow']>>, column: string): [id: string, score: number][] {
  return found.batches.flatMap((batch) => {
    const ids = batch.getChild('id');
    const scores = batch.getChild(column);
    return Array.from({ length: batch.numRows }, (_, i): [string, number] => [
      String(ids?.get(i)),
      Number(scores?.get(i)),
    ]);
  });
}

function hit(passage: AnalysedPassage | undefined, scores: Pick<Hit, 'cosine' | 'bm25'>): Hit[] {
  return passage ? [{ passage, ...scores }] : [];
}
