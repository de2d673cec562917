import { z } from '@hono/zod-openapi';
import { FLAG_PROBLEMS, FLAG_STATES } from '../../domain/flag.ts';
import { articleId, lang, words } from './words.ts';

const LONGEST = 2_000;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const flagId = z.string().toLowerCase().regex(UUID_V7, 'is a UUIDv7');

export const flagInput = z
  .strictObject({
    id: flagId.optional().openapi({ description: 'Made by the client; the same id counts once.' }),
    article: z.strictObject({
      id: articleId,
      lang,
      etag: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'is an etag of an article')
        .optional(),
    }),
    comment: words(LONGEST).openapi({ description: 'What is wrong. May be empty where `problem` says it.' }),
    problem: z.enum(FLAG_PROBLEMS).optional(),
    phrasing: words(LONGEST).optional().openapi({ description: 'What was searched or asked when it came up.' }),
    keep: z.boolean().optional().openapi({ description: 'false: the phrasing is not kept (a protected identity).' }),
  })
  .openapi('FlagInput');

export const flag = z
  .object({
    id: z.string(),
    at: z.string(),
    article: z.object({ id: z.string(), lang: z.string(), etag: z.string().nullable() }),
    comment: z.string(),
    problem: z.enum(FLAG_PROBLEMS).nullable(),
    phrasing: z.string().nullable(),
    state: z.enum(FLAG_STATES),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
    mine: z.boolean(),
  })
  .openapi('Flag');

const yesOrNo = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .openapi({ type: 'boolean' });

export const flagsQuery = z.strictObject({
  state: z.enum(FLAG_STATES).optional(),
  mine: yesOrNo.optional(),
  article: articleId.optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'is a whole number from 1 to 100')
    .transform(Number)
    .pipe(z.int('is a whole number from 1 to 100').min(1).max(100))
    .optional()
    .openapi({ type: 'integer' }),
  cursor: z.string().max(200).optional(),
});

export const flagsOutput = z
  .object({ requestId: z.string(), flags: z.array(flag), next: z.string().nullable() })
  .openapi('FlagsOutput');

export const withdrawnFlag = z.object({ id: z.string() }).openapi('WithdrawnFlag');

export const flagAnswer = z
  .strictObject({ answer: words(LONGEST).refine((answer) => answer.trim() !== '', 'is empty') })
  .openapi('FlagAnswer');
