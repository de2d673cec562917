import pg from 'pg';
import { describe } from 'vitest';
import { openPostgresLedger } from '../../server/ledger/postgres-ledger.ts';
import { ledgerContract } from './ledger.ts';

const url = process.env.TEST_DATABASE_URL;

/** Every table of that database is dropped: it must be one for tests. */
describe.runIf(url)('with TEST_DATABASE_URL', () => {
  const database = url ?? '';
  ledgerContract('Postgres', {
    async open() {
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      const { rows } = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()');
      const tables = rows.map(({ tablename }) => client.escapeIdentifier(tablename));
      if (tables.length > 0) await client.query(`DROP TABLE ${tables.join(', ')}`);
      await client.end();
      return openPostgresLedger(database);
    },
    reopen: () => openPostgresLedger(database),
  });
});
