import pg from 'pg';
import { describe } from 'vitest';
import { openPostgresLedger } from '../../server/ledger/postgres-ledger.ts';
import { ledgerContract } from './ledger.ts';

const url = process.env.TEST_DATABASE_URL;

describe.runIf(url)('with TEST_DATABASE_URL', () => {
  const database = url ?? '';
  ledgerContract('Postgres', {
    async open() {
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      await client.query(
        'DROP TABLE IF EXISTS events, flags, captures, text_notes, queries, asks, kysely_migration, kysely_migration_lock',
      );
      await client.end();
      return openPostgresLedger(database);
    },
    reopen: () => openPostgresLedger(database),
  });
});
