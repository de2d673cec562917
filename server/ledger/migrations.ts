import type { Kysely, Migration } from 'kysely';

/** In order of their names; one that was ever released is never edited. Runs on SQLite and Postgres alike. */
export const MIGRATIONS: Record<string, Migration> = {
  '2026-11-01-events': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('events')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('agent', 'text', (column) => column.notNull())
        .addColumn('request_id', 'text')
        .addColumn('article_id', 'text')
        .addColumn('article_lang', 'text')
        .addColumn('article_etag', 'text')
        .addColumn('rank', 'integer')
        .addColumn('ask', 'text')
        .addColumn('channel', 'text')
        .addColumn('case_ref', 'text')
        .addColumn('subject', 'text')
        .addColumn('text', 'text')
        .execute();
      await db.schema.createIndex('events_by_type').on('events').columns(['type', 'received_at']).execute();
      await db.schema.createIndex('events_by_age').on('events').column('received_at').execute();
    },
  },
};
