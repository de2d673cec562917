import { z } from '@hono/zod-openapi';
import { diffPart } from './history.ts';
import { folder } from './saving.ts';
import { articleId, code, words } from './words.ts';

const MOST = 200;

const ids = z.array(articleId).min(1).max(MOST, `has more than ${MOST} articles`);

const day = z.iso.date({ error: 'is a day such as 2026-11-22' });
/** It becomes a line of front matter. */
const causeOwner = words(120).refine(
  (name) => name.trim() !== '' && !/[\r\n]/.test(name),
  'is one line, and not empty',
);

const how = {
  dryRun: z.boolean().optional().openapi({ description: 'Answers what it would do, and does nothing.' }),
  token: words(20_000).optional(),
  accept: z.array(z.string().max(64)).max(2_000).optional(),
  reason: words(1_000).optional(),
};

export const bulkInput = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('move'), ids, folder, ...how }),
    z.strictObject({
      action: z.literal('tag'),
      ids,
      add: z.array(code).max(20).optional(),
      remove: z.array(code).max(20).optional(),
      ...how,
    }),
    z.strictObject({ action: z.literal('archive'), ids, ...how }),
    z.strictObject({
      action: z.literal('cause'),
      ids,
      owner: causeOwner.nullable().optional().openapi({ description: 'Who could end it; null takes it away.' }),
      told: day.nullable().optional(),
      accepted: day.nullable().optional(),
      fixed: day.nullable().optional(),
      ...how,
    }),
    z.strictObject({ action: z.literal('merge'), ids, into: articleId, ...how }),
  ])
  .openapi('BulkInput');

export const bulkOutput = z
  .object({
    requestId: z.string(),
    dryRun: z.boolean(),
    files: z.array(
      z.object({
        id: z.string(),
        lang: z.string(),
        path: z.string(),
        to: z.string().nullable().openapi({ description: 'Where it lies afterwards; null when it is removed.' }),
        diff: z.array(diffPart),
      }),
    ),
    revision: z.string().nullable(),
    visibleAt: z.number().nullable(),
    token: z.string().nullable(),
    lost: z.array(z.string()),
  })
  .openapi('BulkOutput');
