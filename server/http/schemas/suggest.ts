import { z } from '@hono/zod-openapi';
import { KINDS, STATES } from '../../domain/article.ts';
import { AUDIENCES } from '../../domain/audience.ts';
import { code, langs, reference, words } from './words.ts';

const LONGEST_MESSAGE = 100_000;

export const suggestInput = z
  .strictObject({
    message: words(LONGEST_MESSAGE).optional(),
    turns: z
      .array(
        z.strictObject({ from: z.enum(['customer', 'agent', 'other', 'bot', 'note']), text: words(LONGEST_MESSAGE) }),
      )
      .max(500)
      .optional(),
    channel: code.optional(),
    setting: z.enum(['public', 'private']).optional(),
    market: code.nullish(),
    brand: code.nullish(),
    reads: langs.optional().openapi({ description: 'Languages the agent reads, best first.' }),
    writes: langs.optional().openapi({ description: 'Languages the agent writes, best first.' }),
    limit: z.int().min(1).max(10).optional(),
    case: reference.optional(),
    customer: reference.optional(),
    receivedAt: z.iso.datetime({ offset: true }).optional(),
    tags: z.array(code).max(50).optional(),
  })
  .refine((input) => input.message !== undefined || input.turns !== undefined, {
    path: ['message'],
    error: 'message or turns is needed',
  })
  .openapi('SuggestInput', {
    example: { message: 'Flyget är inställt, hur får jag tillbaka pengarna?', market: 'se' },
  });

export const why = z
  .object({
    kind: z.enum(['title', 'question', 'section', 'whole']),
    lang: z.string(),
    text: z.string(),
    highlights: z.array(z.tuple([z.number(), z.number()])).openapi({
      type: 'array',
      items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
    }),
  })
  .openapi('Why');

export const reply = z
  .object({
    lang: z.string(),
    channel: z.string().nullable(),
    alternatives: z.array(z.string()),
    markdown: z.string(),
    shorter: z.array(z.string()).optional().openapi({ description: 'Shorter wordings by the editors, longest first.' }),
    greeting: z.string(),
    greetingNoName: z.string(),
    signOff: z.string(),
    variables: z.array(
      z.object({
        name: z.string(),
        value: z.string().nullable(),
        choices: z.record(z.string(), z.string()).optional(),
      }),
    ),
    unit: z.enum(['chars', 'sms', 'x']),
    good: z.number(),
    limit: z.number().nullable(),
    stale: z.boolean(),
  })
  .openapi('Reply');

const suggestion = z
  .object({
    ask: z.string(),
    rank: z.number(),
    article: z.object({
      id: z.string(),
      lang: z.string(),
      etag: z.string(),
      title: z.string(),
      kind: z.enum(KINDS),
      state: z.enum(STATES),
      audience: z.enum(AUDIENCES),
      verifiedAt: z.string().nullable(),
      languages: z.array(z.string()),
      mandate: z.string().nullable(),
      handOver: z.string().nullable(),
      alreadySent: z.boolean(),
      incident: z.boolean(),
    }),
    relevance: z.number().nullable(),
    why: z.array(why),
    reply: reply.nullable(),
    replyFallback: reply.nullable(),
  })
  .openapi('Suggestion');

export const suggestOutput = z
  .object({
    requestId: z.string(),
    query: z.object({
      lang: z.string(),
      langConfidence: z.number(),
      asks: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          span: z
            .tuple([z.number(), z.number()])
            .openapi({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }),
        }),
      ),
    }),
    incidents: z.array(
      z.object({
        id: z.string(),
        line: z.string(),
        lang: z.string(),
        until: z.string(),
        approvedBy: z.string().nullable(),
        answers: z.array(z.object({ id: z.string(), lang: z.string(), title: z.string() })).optional(),
      }),
    ),
    ended: z
      .array(z.object({ id: z.string(), line: z.string(), lang: z.string(), endedAt: z.string() }))
      .optional()
      .openapi({ description: 'Incidents that ended in the last two hours.' }),
    suggestions: z.array(suggestion),
    abstentions: z.array(
      z.object({
        ask: z.string().nullable(),
        reason: z.enum(['below-bar', 'nothing-in-scope', 'other-market', 'no-question', 'empty-query', 'no-model']),
        nearest: z.object({ id: z.string(), title: z.string(), relevance: z.number().nullable() }).optional(),
        bar: z.number().optional(),
      }),
    ),
    mode: z.enum(['hybrid', 'keyword']),
    degraded: z.enum(['no-model', 'busy', 'rebuilding']).nullable(),
    history: z.array(z.never()).openapi({ type: 'array', items: {} }),
    index: z.object({ version: z.number(), embedding: z.string(), analysis: z.string() }),
    length: z
      .object({ unit: z.enum(['chars', 'sms', 'x']), good: z.number(), limit: z.number().nullable() })
      .nullable()
      .optional()
      .openapi({ description: 'What the channel allows; null when it is not known.' }),
    channel: z
      .object({
        setting: z.enum(['public', 'private']),
        replyWindowHours: z.number().nullable(),
        spoken: z.boolean(),
        names: z.boolean(),
        toPrivate: z.string().nullable(),
        orderNumbers: z.array(z.string()),
        domains: z.array(z.string()),
      })
      .nullable()
      .optional()
      .openapi({ description: 'What the channel asks of any reply; null when it is not known.' }),
  })
  .openapi('SuggestOutput');
