import { z } from '@hono/zod-openapi';
import { lang, words } from './words.ts';

/** A commit, or a kept change. */
export const revisionId = z.string().regex(/^[0-9a-f][0-9a-f-]{6,63}$/, 'is the id of a revision, from the history');

export const revision = z
  .object({
    id: z.string(),
    at: z.string(),
    author: z.string(),
    message: z.string(),
    path: z.string(),
    what: z.enum(['added', 'changed', 'moved', 'removed']),
  })
  .openapi('Revision');

export const revisionOfText = revision.extend({ lang: z.string() });

export const diffPart = z
  .object({
    kind: z.enum(['same', 'removed', 'added']),
    line: z.number().openapi({ description: 'From 1: in the older file for `removed`, otherwise in the newer one.' }),
    lines: z.array(z.string()),
  })
  .openapi('DiffPart');

export const historyOutput = z
  .object({
    requestId: z.string(),
    id: z.string(),
    kept: z.enum(['git', 'kept']),
    revisions: z.array(revisionOfText).openapi({ description: 'Newest first.' }),
    more: z.boolean(),
  })
  .openapi('HistoryOutput');

export const versionOutput = z
  .object({
    requestId: z.string(),
    id: z.string(),
    lang: z.string(),
    revision,
    markdown: z.string(),
    etag: z.string(),
  })
  .openapi('VersionOutput');

export const compareOutput = z
  .object({
    requestId: z.string(),
    id: z.string(),
    lang: z.string(),
    from: z.string(),
    to: z.string().nullable().openapi({ description: 'null = as it is now.' }),
    diff: z.array(diffPart),
  })
  .openapi('CompareOutput');

export const blameOutput = z
  .object({
    requestId: z.string(),
    id: z.string(),
    lang: z.string(),
    parts: z.array(z.object({ revision, line: z.number(), lines: z.array(z.string()) })),
  })
  .openapi('BlameOutput');

export const revertInput = z
  .strictObject({
    revision: revisionId,
    token: words(20_000).optional(),
    accept: z.array(z.string().max(64)).max(2_000).optional(),
  })
  .openapi('RevertInput');

export const historyQuery = z.strictObject({
  lang: lang.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const versionQuery = z.strictObject({ lang });

export const compareQuery = z.strictObject({ lang, from: revisionId, to: revisionId.optional() });
