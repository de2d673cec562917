import { z } from '@hono/zod-openapi';
import { judgmentChange, problem } from './check.ts';
import { articleId, words } from './words.ts';

/** As the store reads a file. */
const LONGEST_TEXT = 64_000;

const accepting = {
  token: words(20_000).optional().openapi({ description: 'From POST /v1/checks, or from the refusal `would-lose`.' }),
  accept: z
    .array(z.string().max(64))
    .max(2_000)
    .optional()
    .openapi({ description: 'Ids of the judgments that may be lost.' }),
  reason: words(1_000).optional().openapi({ description: 'Goes into the history below what changed.' }),
};

export const saveInput = z
  .strictObject({ markdown: words(LONGEST_TEXT).openapi({ description: 'The whole file.' }), ...accepting })
  .openapi('SaveInput');

export const folder = z
  .string()
  .max(200)
  .regex(
    /^(?:articles|incidents)(?:\/[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}){0,6}$/u,
    'is a folder below articles/ or incidents/, such as articles/baggage',
  );

export const newArticleInput = saveInput.extend({ folder: folder.optional() }).openapi('NewArticleInput');

/** A quoted or bare hash of the file, as `If-Match` carries it. */
export const etagHeader = z
  .string()
  .regex(/^(?:W\/)?"?[0-9a-f]{64}"?$/, 'is the etag of the text that was read')
  .transform((value) => value.replace(/^W\/|"/g, ''));

const written = { id: z.string(), lang: z.string(), etag: z.string(), visibleAt: z.number() };

export const saveOutput = z
  .object({
    requestId: z.string(),
    ...written,
    what: z.enum(['created', 'changed', 'unchanged', 'merged', 'proposed']),
    markdown: z.string().nullable().openapi({ description: 'The file as it stands, when it is not what was sent.' }),
    revision: z.string().nullable(),
    problems: z.array(problem),
  })
  .openapi('SaveOutput');

export const sourceOutput = z
  .object({
    requestId: z.string(),
    id: z.string(),
    lang: z.string(),
    path: z.string(),
    markdown: z.string(),
    etag: z.string().openapi({ description: 'For If-Match.' }),
    mayPublish: z.boolean().openapi({ description: 'False: what the caller saves becomes a proposal.' }),
  })
  .openapi('SourceOutput');

export const errorAbout = z.object({
  conflict: z
    .object({
      id: z.string(),
      lang: z.string(),
      etag: z.string().nullable(),
      base: z.string().nullable(),
      theirs: z.string().nullable(),
      yours: z.string(),
    })
    .optional(),
  lost: z.array(judgmentChange).optional(),
  token: z.string().nullable().optional(),
  merged: z.object({ markdown: z.string(), etag: z.string() }).optional(),
  problems: z.array(problem).optional(),
});

const draftFields = {
  id: articleId,
  lang: z.string(),
  base: z.string().nullable().openapi({ description: 'The etag of the file it was made from.' }),
  at: z.string(),
  by: z.string(),
  proposal: z.boolean(),
  mine: z.boolean(),
};

export const draft = z.object({ ...draftFields, markdown: z.string() }).openapi('Draft');

export const draftInput = z
  .strictObject({
    markdown: words(LONGEST_TEXT),
    base: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullish(),
    proposal: z.boolean().optional(),
  })
  .openapi('DraftInput');

export const draftsOutput = z
  .object({ requestId: z.string(), drafts: z.array(z.object(draftFields)) })
  .openapi('DraftsOutput');
