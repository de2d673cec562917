import type { Kysely } from 'kysely';
import type { LedgerQuery, QuerySpan } from '../ports/ledger.ts';
import { queryIn, rowOfQuery, rowsOfAsks } from './query-rows.ts';
import type { AsksTable, LedgerTables } from './tables.ts';

/** Milliseconds after which what was taken is written, so that a busy minute is a few commits and no answer waits for one. */
const SOON = 250;
/** Queries in one statement, and ids in one list. */
const ROWS = 200;
/** Queries that wait while the disk refuses; beyond them the oldest go. */
const MOST_WAITING = 20_000;

/** The queries in the ledger, written behind the answers. */
export class KeptQueries {
  readonly #db: Kysely<LedgerTables>;
  #waiting: LedgerQuery[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Kysely<LedgerTables>) {
    this.#db = db;
  }

  take(query: LedgerQuery): void {
    this.#waiting.push(query);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    this.#timer ??= setTimeout(() => {
      this.settle().catch(() => undefined);
    }, SOON).unref();
  }

  /** Writes what was taken; what cannot be written waits for the next time. */
  settle(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const write = () => this.#write();
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }

  async between({ since, until, by }: QuerySpan): Promise<LedgerQuery[]> {
    await this.settle();
    let query = this.#db.selectFrom('queries').selectAll().where('at', '>=', since).where('at', '<', until);
    if (by !== undefined) query = query.where('asked_by', '=', by);
    const rows = await query.orderBy('at').orderBy('id').execute();
    const asks = new Map<string, AsksTable[]>();
    for (let start = 0; start < rows.length; start += ROWS) {
      const ids = rows.slice(start, start + ROWS).map(({ id }) => id);
      const found = await this.#db
        .selectFrom('asks')
        .selectAll()
        .where('query_id', 'in', ids)
        .orderBy('query_id')
        .orderBy('place')
        .execute();
      for (const ask of found) {
        const known = asks.get(ask.query_id);
        if (known) known.push(ask);
        else asks.set(ask.query_id, [ask]);
      }
    }
    return rows.map((row) => queryIn(row, asks.get(row.id) ?? []));
  }

  /** Takes words and names away first, and the rest later; answers how many rows changed. */
  async expire(before: { texts: string; events: string }): Promise<bigint> {
    await this.settle();
    const db = this.#db;
    const ids = (at: string) => db.selectFrom('queries').select('id').where('at', '<', at);
    await db.deleteFrom('asks').where('query_id', 'in', ids(before.events)).execute();
    const { numDeletedRows } = await db.deleteFrom('queries').where('at', '<', before.events).executeTakeFirst();
    await db
      .updateTable('asks')
      .set({ text: null })
      .where('text', 'is not', null)
      .where('query_id', 'in', ids(before.texts))
      .execute();
    const { numUpdatedRows } = await db
      .updateTable('queries')
      .set({ text: null, customer: null })
      .where('at', '<', before.texts)
      .where(({ eb, or }) => or([eb('text', 'is not', null), eb('customer', 'is not', null)]))
      .executeTakeFirst();
    return numDeletedRows + numUpdatedRows;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, ROWS);
      await this.#db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('queries')
          .values(batch.map(rowOfQuery))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        const asks = batch.flatMap(rowsOfAsks);
        for (let start = 0; start < asks.length; start += ROWS) {
          await transaction
            .insertInto('asks')
            .values(asks.slice(start, start + ROWS))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .execute();
        }
      });
      const written = new Set(batch);
      this.#waiting = this.#waiting.filter((query) => !written.has(query));
    }
  }
}
