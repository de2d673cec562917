import { type Dialect, Kysely, Migrator } from 'kysely';
import { ErfaraError } from '../domain/errors.ts';
import type { Ledger, LedgerEvent } from '../ports/ledger.ts';
import { MIGRATIONS } from './migrations.ts';
import type { EventsTable, LedgerTables } from './tables.ts';

/** Rows in one statement; 15 columns each stay below what any database takes in parameters. */
const ROWS = 200;

/** The ledger over SQL; the dialect says which database. A write that resolved is committed and on disk. */
export class SqlLedger implements Ledger {
  readonly #db: Kysely<LedgerTables>;

  private constructor(db: Kysely<LedgerTables>) {
    this.#db = db;
  }

  /**
   * Opens the database and brings its tables to this version.
   * @throws ErfaraError `bad-setting` when it cannot be reached or migrated; `where` names it there.
   */
  static async open(dialect: Dialect, where: string): Promise<SqlLedger> {
    const db = new Kysely<LedgerTables>({ dialect });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest().catch((cause: unknown) => ({ error: cause }));
    if (error === undefined) return new SqlLedger(db);
    await db.destroy().catch(() => undefined);
    const message = `The ledger cannot be opened (${error instanceof Error ? error.message : error}). Check that it is reachable, writable, and not written by a newer Erfara.`;
    throw new ErfaraError('bad-setting', { details: [{ path: where, rule: 'ledger', message }], cause: error });
  }

  async record(events: LedgerEvent[]): Promise<{ accepted: number; duplicates: number }> {
    if (events.length === 0) return { accepted: 0, duplicates: 0 };
    const accepted = await this.#write((db) =>
      db.transaction().execute(async (transaction) => {
        let inserted = 0n;
        for (let start = 0; start < events.length; start += ROWS) {
          const result = await transaction
            .insertInto('events')
            .values(events.slice(start, start + ROWS).map(rowOf))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirst();
          inserted += result.numInsertedOrUpdatedRows ?? 0n;
        }
        return Number(inserted);
      }),
    );
    return { accepted, duplicates: events.length - accepted };
  }

  async uses(since: string): Promise<Map<string, number>> {
    const rows = await this.#db
      .selectFrom('events')
      .select(['article_id', (select) => select.fn.countAll<number | string>().as('uses')])
      .where('type', '=', 'insert')
      .where('received_at', '>=', since)
      .where('article_id', 'is not', null)
      .groupBy('article_id')
      .execute();
    return new Map(rows.map((row) => [String(row.article_id), Number(row.uses)]));
  }

  async expire(before: { texts: string; events: string }): Promise<number> {
    return this.#write(async (db) => {
      const gone = await db.deleteFrom('events').where('received_at', '<', before.events).executeTakeFirst();
      const emptied = await db
        .updateTable('events')
        .set({ text: null })
        .where('received_at', '<', before.texts)
        .where('text', 'is not', null)
        .executeTakeFirst();
      return Number(gone.numDeletedRows + emptied.numUpdatedRows);
    });
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }

  async #write<T>(work: (db: Kysely<LedgerTables>) => Promise<T>): Promise<T> {
    try {
      return await work(this.#db);
    } catch (cause) {
      if (/SQLITE_FULL|disk is full|no space left|ENOSPC/i.test(String(cause)))
        throw new ErfaraError('disk-full', { cause });
      if (/SQLITE_BUSY|database is locked/i.test(String(cause)))
        throw new ErfaraError('busy', { retryAfter: 2, cause });
      throw cause;
    }
  }
}

function rowOf(event: LedgerEvent): EventsTable {
  return {
    id: event.id,
    type: event.type,
    at: event.at,
    received_at: event.receivedAt,
    agent: event.agent,
    request_id: event.requestId ?? null,
    article_id: event.article?.id ?? null,
    article_lang: event.article?.lang ?? null,
    article_etag: event.article?.etag ?? null,
    rank: event.rank ?? null,
    ask: event.ask ?? null,
    channel: event.channel ?? null,
    case_ref: event.case ?? null,
    subject: event.subject ?? null,
    text: event.text ?? null,
  };
}
