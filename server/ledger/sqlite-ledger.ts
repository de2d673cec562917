import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { SqlLedger } from './sql-ledger.ts';

/** The ledger in one SQLite file. FULL makes every commit reach the disk before it is acknowledged, WAL included. */
export async function openSqliteLedger(path: string): Promise<SqlLedger> {
  const database = async () => {
    mkdirSync(dirname(path), { recursive: true });
    const sqlite = new Database(path);
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    // libsql keeps better-sqlite3's interface, which is the one that Kysely's dialect is written for.
    return sqlite as unknown as SqliteDatabase;
  };
  return SqlLedger.open(new SqliteDialect({ database }), path);
}
