import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { SqlLedger } from './sql-ledger.ts';

/**
 * The ledger in one SQLite file. FULL makes every commit reach the disk before it is acknowledged, WAL included. What is
 * taken out is written over in the file, and the log that still holds it is emptied as soon as nobody reads it.
 */
export async function openSqliteLedger(path: string): Promise<SqlLedger> {
  let opened: InstanceType<typeof Database> | null = null;
  const database = async () => {
    mkdirSync(dirname(path), { recursive: true });
    const sqlite = new Database(path);
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    sqlite.exec('PRAGMA secure_delete = ON;');
    opened = sqlite;
    // libsql keeps better-sqlite3's interface, which is the one that Kysely's dialect is written for.
    return sqlite as unknown as SqliteDatabase;
  };
  const emptyLog = () => {
    try {
      opened?.exec('PRAGMA wal_checkpoint(TRUNCATE);');
    } catch {
      // Somebody reads it just now: it is emptied the next time, or when the last one closes it.
    }
  };
  return SqlLedger.open(new SqliteDialect({ database }), path, emptyLog);
}
