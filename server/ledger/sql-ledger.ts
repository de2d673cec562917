import { type Dialect, Kysely, Migrator } from 'kysely';
import { ErfaraError } from '../domain/errors.ts';
import type {
  FlagQuery,
  Ledger,
  LedgerCapture,
  LedgerDecision,
  LedgerEvent,
  LedgerFlag,
  LedgerGap,
  LedgerQuery,
  LedgerWords,
  QuerySpan,
  TextNote,
} from '../ports/ledger.ts';
import { addDecision, decisionsIn } from './kept-decisions.ts';
import { KeptQueries } from './kept-queries.ts';
import { MIGRATIONS } from './migrations.ts';
import { captureIn, eventIn, eventRow, flagIn, noteIn, rowOfCapture, rowOfFlag, rowOfNote } from './rows.ts';
import type { LedgerTables } from './tables.ts';
import { emptied, WORDS_IN } from './words-in.ts';

/** Rows in one statement; 15 columns each stay below what any database takes in parameters. */
const ROWS = 200;

/** The ledger over SQL; the dialect says which database. A write that resolved is committed and on disk. */
export class SqlLedger implements Ledger {
  readonly #db: Kysely<LedgerTables>;
  readonly #queries: KeptQueries;

  readonly #forgotten: () => void;

  private constructor(db: Kysely<LedgerTables>, forgotten: () => void) {
    this.#db = db;
    this.#forgotten = forgotten;
    this.#queries = new KeptQueries(db);
  }

  /**
   * Opens the database and brings its tables to this version. `forgotten` is called when words were taken out.
   * @throws ErfaraError `bad-setting` when it cannot be reached or migrated; `where` names it there.
   */
  static async open(dialect: Dialect, where: string, forgotten: () => void = () => undefined): Promise<SqlLedger> {
    const db = new Kysely<LedgerTables>({ dialect });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest().catch((cause: unknown) => ({ error: cause }));
    if (error === undefined) return new SqlLedger(db, forgotten);
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
            .values(events.slice(start, start + ROWS).map(eventRow))
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

  async eventsBetween(since: string, until: string): Promise<LedgerEvent[]> {
    const rows = await this.#db
      .selectFrom('events')
      .selectAll()
      .where('at', '>=', since)
      .where('at', '<', until)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map(eventIn);
  }

  recordQuery(query: LedgerQuery): void {
    this.#queries.take(query);
  }

  queries(span: QuerySpan): Promise<LedgerQuery[]> {
    return this.#queries.between(span);
  }

  async gaps(): Promise<LedgerGap[]> {
    const rows = await this.#db.selectFrom('gaps').selectAll().orderBy('id').execute();
    return rows.map(({ id, silenced, asks, at }) => ({
      ...{ id, at, silenced: silenced === 1 },
      asks: JSON.parse(asks) as string[],
    }));
  }

  async keepGaps(gaps: LedgerGap[]): Promise<void> {
    await this.#write((db) =>
      db.transaction().execute(async (transaction) => {
        for (const { id, silenced, asks, at } of gaps) {
          const row = { silenced: silenced ? 1 : 0, asks: JSON.stringify(asks), at };
          await transaction
            .insertInto('gaps')
            .values({ id, ...row })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute();
        }
      }),
    );
  }

  async addFlag(flag: LedgerFlag): Promise<boolean> {
    return this.#write(async (db) => {
      const result = await db
        .insertInto('flags')
        .values(rowOfFlag(flag))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    });
  }

  async flags({ author, state, articleId, before, limit }: FlagQuery): Promise<LedgerFlag[]> {
    let query = this.#db.selectFrom('flags').selectAll();
    if (author !== undefined) query = query.where('author', '=', author);
    if (state !== undefined) query = query.where('answered_at', state === 'open' ? 'is' : 'is not', null);
    if (articleId !== undefined) query = query.where('article_id', '=', articleId);
    if (before !== undefined) {
      query = query.where(({ and, eb, or }) =>
        or([eb('at', '<', before.at), and([eb('at', '=', before.at), eb('id', '<', before.id)])]),
      );
    }
    const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    return rows.map(flagIn);
  }

  async flag(id: string): Promise<LedgerFlag | null> {
    const row = await this.#db.selectFrom('flags').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? flagIn(row) : null;
  }

  async answerFlag(id: string, { answer, answeredAt }: { answer: string; answeredAt: string }): Promise<boolean> {
    return this.#write(async (db) => {
      const set = { answer, answered_at: answeredAt };
      const result = await db.updateTable('flags').set(set).where('id', '=', id).executeTakeFirst();
      return result.numUpdatedRows > 0n;
    });
  }

  async removeFlag(id: string): Promise<boolean> {
    return this.#write(async (db) => {
      const result = await db.deleteFrom('flags').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows > 0n;
    });
  }

  async textNotes(since?: string): Promise<TextNote[]> {
    let query = this.#db.selectFrom('text_notes').selectAll();
    if (since !== undefined) {
      query = query.where(({ eb, or }) =>
        or([eb('new_at', '>', since), eb('changed_at', '>', since), eb('validated_at', '>', since)]),
      );
    }
    return (await query.execute()).map(noteIn);
  }

  async noteTexts(notes: TextNote[]): Promise<void> {
    if (notes.length === 0) return;
    await this.#write((db) =>
      db.transaction().execute(async (transaction) => {
        for (let start = 0; start < notes.length; start += ROWS) {
          await transaction
            .insertInto('text_notes')
            .values(notes.slice(start, start + ROWS).map(rowOfNote))
            .onConflict((conflict) =>
              conflict.columns(['article_id', 'lang']).doUpdateSet((eb) => ({
                words: eb.ref('excluded.words'),
                checked: eb.ref('excluded.checked'),
                new_at: eb.ref('excluded.new_at'),
                changed_at: eb.ref('excluded.changed_at'),
                validated_at: eb.ref('excluded.validated_at'),
              })),
            )
            .execute();
        }
      }),
    );
  }

  async addCapture(capture: LedgerCapture): Promise<void> {
    await this.#write((db) =>
      db
        .insertInto('captures')
        .values(rowOfCapture(capture))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
  }

  async capture(id: string): Promise<LedgerCapture | null> {
    const row = await this.#db.selectFrom('captures').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? captureIn(row) : null;
  }

  async removeCapture(id: string): Promise<void> {
    await this.#write((db) => db.deleteFrom('captures').where('id', '=', id).execute());
  }

  async addDecision(decision: LedgerDecision): Promise<void> {
    await this.#write((db) => addDecision(db, decision));
  }

  decisions(query: { what?: string; limit: number }): Promise<LedgerDecision[]> {
    return decisionsIn(this.#db, query);
  }

  async expire(before: { texts: string; events: string }): Promise<number> {
    return this.#write(async (db) => {
      const changes = [
        await db.deleteFrom('events').where('received_at', '<', before.events).executeTakeFirst(),
        await db.deleteFrom('flags').where('at', '<', before.events).executeTakeFirst(),
        await db.deleteFrom('captures').where('at', '<', before.texts).executeTakeFirst(),
        await db.deleteFrom('gaps').where('at', '<', before.events).executeTakeFirst(),
        await db.deleteFrom('decisions').where('at', '<', before.events).executeTakeFirst(),
      ].map(({ numDeletedRows }) => numDeletedRows);
      const emptied = await db
        .updateTable('events')
        .set({ text: null, subject: null })
        .where('received_at', '<', before.texts)
        .where(({ eb, or }) => or([eb('text', 'is not', null), eb('subject', 'is not', null)]))
        .executeTakeFirst();
      const unphrased = await db
        .updateTable('flags')
        .set({ phrasing: null })
        .where('at', '<', before.texts)
        .where('phrasing', 'is not', null)
        .executeTakeFirst();
      const queries = await this.#queries.expire(before);
      const all = [...changes, queries, emptied.numUpdatedRows, unphrased.numUpdatedRows].reduce((a, b) => a + b, 0n);
      if (all > 0n) this.#forgotten();
      return Number(all);
    });
  }

  async words(): Promise<LedgerWords[]> {
    await this.#queries.settle();
    const found: LedgerWords[] = [];
    const whose = new Map<string, Pick<LedgerWords, 'case' | 'customer'>>();
    for (const [table, fields] of Object.entries(WORDS_IN) as [LedgerWords['table'], string[]][]) {
      for (const row of (await this.#db.selectFrom(table).selectAll().execute()) as Record<string, unknown>[]) {
        const id = String(row.id);
        const own = whose.get(String(row.query_id)) ?? {
          ...(typeof row.case_ref === 'string' ? { case: row.case_ref } : {}),
          ...(typeof row.customer === 'string' ? { customer: row.customer } : {}),
        };
        whose.set(id, own);
        for (const field of fields) {
          const words = row[field];
          if (typeof words === 'string' && words !== '') found.push({ table, id, field, words, ...own });
        }
      }
    }
    return found;
  }

  async rewrite(changed: LedgerWords[]): Promise<void> {
    await this.#write((db) =>
      db.transaction().execute(async (transaction) => {
        for (const { table, id, field, words } of changed) {
          if (!WORDS_IN[table].includes(field)) continue;
          const set = { [field]: words === '' ? emptied(field) : words };
          await transaction.updateTable(table).set(set).where('id', '=', id).execute();
        }
      }),
    );
    this.#forgotten();
  }

  async close(): Promise<void> {
    await this.#queries.settle().catch(() => undefined);
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
