import { z } from '@hono/zod-openapi';
import { GAP_STATES } from '../../domain/curation.ts';
import { saveOutput } from './saving.ts';
import { articleId, code, lang, words } from './words.ts';

export const gapId = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'is the id of a gap')
  .openapi({ example: '0f1e2d3c4b5a6978' });

export const gapsQuery = z.strictObject({
  state: z.enum(GAP_STATES).optional().openapi({ description: '`open` when it is left out.' }),
  lang: lang.optional(),
  channel: code.optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'is a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int('is a whole number from 1 to 200').min(1).max(200))
    .optional()
    .openapi({ type: 'integer' }),
});

const gap = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: 'The most typical phrasing.' }),
    state: z.enum(GAP_STATES),
    count: z.number(),
    cases: z.number().openapi({ description: 'Distinct cases.' }),
    trend: z.array(z.number()).openapi({ description: 'In each of the last weeks, oldest first.' }),
    languages: z.array(z.string()),
    channels: z.array(z.string()),
    phrasings: z.array(z.string()),
    firstAt: z.string(),
    lastAt: z.string(),
    nearest: z.object({ id: z.string(), lang: z.string(), title: z.string() }).nullable(),
    sent: z
      .array(z.object({ lang: z.string(), markdown: z.string(), count: z.number() }))
      .openapi({ description: 'What agents sent, most alike first.' }),
  })
  .openapi('Gap');

export const gapsOutput = z
  .object({
    requestId: z.string(),
    gaps: z.array(gap),
    from: z.number().openapi({ description: 'From how many distinct cases a gap is shown.' }),
  })
  .openapi('GapsOutput');

export const gapAction = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('answered-by'),
      article: z.strictObject({ id: articleId, lang }),
      phrasing: words(1_000),
      token: words(20_000).optional().openapi({ description: 'From the refusal `would-lose`.' }),
      accept: z.array(z.string().max(64)).max(2_000).optional(),
    }),
    z.strictObject({ action: z.literal('silence') }),
    z.strictObject({ action: z.literal('reopen') }),
  ])
  .openapi('GapAction');

export const gapOutput = z
  .object({ requestId: z.string(), gap: gap.nullable(), saved: saveOutput.nullable() })
  .openapi('GapOutput');

export const gapDraftInput = z.strictObject({ lang: lang.optional() }).openapi('GapDraftInput');
