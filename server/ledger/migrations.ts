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
  '2026-11-23-flags-and-captures': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('flags')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('article_id', 'text', (column) => column.notNull())
        .addColumn('article_lang', 'text', (column) => column.notNull())
        .addColumn('article_etag', 'text')
        .addColumn('comment', 'text', (column) => column.notNull())
        .addColumn('phrasing', 'text')
        .addColumn('answer', 'text')
        .addColumn('answered_at', 'text')
        .execute();
      await db.schema.createIndex('flags_by_age').on('flags').columns(['at', 'id']).execute();
      await db.schema.createIndex('flags_by_author').on('flags').columns(['author', 'at']).execute();
      await db.schema
        .createTable('captures')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('article_id', 'text', (column) => column.notNull())
        .addColumn('article_lang', 'text', (column) => column.notNull())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('etag', 'text', (column) => column.notNull())
        .addColumn('question', 'text')
        .execute();
      await db.schema.createIndex('captures_by_age').on('captures').column('at').execute();
    },
  },
  '2026-11-23-what-is-new': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('flags').addColumn('problem', 'text').execute();
      await db.schema
        .createTable('text_notes')
        .addColumn('article_id', 'text', (column) => column.notNull())
        .addColumn('lang', 'text', (column) => column.notNull())
        .addColumn('words', 'text', (column) => column.notNull())
        .addColumn('checked', 'text', (column) => column.notNull())
        .addColumn('new_at', 'text')
        .addColumn('changed_at', 'text')
        .addColumn('validated_at', 'text')
        .addPrimaryKeyConstraint('text_notes_by_text', ['article_id', 'lang'])
        .execute();
    },
  },
  '2026-11-24-reasons-and-corrections': {
    async up(db: Kysely<unknown>) {
      for (const column of ['reason', 'shown', 'undoes'])
        await db.schema.alterTable('events').addColumn(column, 'text').execute();
    },
  },
  '2026-11-25-queries': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('queries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('agent', 'text', (column) => column.notNull())
        .addColumn('case_ref', 'text')
        .addColumn('customer', 'text')
        .addColumn('channel', 'text')
        .addColumn('market', 'text')
        .addColumn('lang', 'text')
        .addColumn('text', 'text')
        .addColumn('asked_by', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('queries_by_age').on('queries').column('at').execute();
      await db.schema
        .createTable('asks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('query_id', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('text', 'text')
        .addColumn('whole', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('article_id', 'text')
        .addColumn('article_lang', 'text')
        .addColumn('relevance', 'double precision')
        .execute();
      await db.schema.createIndex('asks_by_query').on('asks').column('query_id').execute();
      await db.schema.createIndex('events_by_moment').on('events').column('at').execute();
    },
  },
  '2026-11-25-gaps': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('gaps')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('silenced', 'integer', (column) => column.notNull())
        .addColumn('asks', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '2026-11-26-decisions': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('decisions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('article_id', 'text', (column) => column.notNull())
        .addColumn('article_lang', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('revision', 'text')
        .execute();
      await db.schema.createIndex('decisions_by_age').on('decisions').column('at').execute();
    },
  },
  '2026-11-27-why-decided': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('decisions').addColumn('because', 'text').execute();
    },
  },
};
