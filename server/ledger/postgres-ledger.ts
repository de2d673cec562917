import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { SqlLedger } from './sql-ledger.ts';

/** The ledger in Postgres, for many replicas. `url` is `postgres://...`; errors name its host only, never the password. */
export async function openPostgresLedger(url: string): Promise<SqlLedger> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
  // An idle connection that the database ends is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return SqlLedger.open(new PostgresDialect({ pool }), `DATABASE_URL (${new URL(url).host})`);
}
