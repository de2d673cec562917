import { z } from '@hono/zod-openapi';
import { STATES } from '../../domain/article.ts';
import { NEWS_KINDS } from '../../domain/news.ts';
import { code, langs } from './words.ts';

export const newsQuery = z.strictObject({
  since: z.iso
    .datetime({ offset: true, error: 'is a moment such as 2026-11-22T08:00:00Z' })
    .openapi({ description: 'At most 30 days ago; what is longer ago is not told.', example: '2026-11-22T08:00:00Z' }),
  reads: z
    .string()
    .max(200)
    .transform((list) => list.split(','))
    .pipe(langs)
    .optional()
    .openapi({ type: 'string', example: 'sv,en' }),
  market: code.optional(),
  limit: z
    .string()
    .regex(/^\d{1,2}$/, 'is a whole number from 1 to 50')
    .transform(Number)
    .pipe(z.int('is a whole number from 1 to 50').min(1).max(50))
    .optional()
    .openapi({ type: 'integer' }),
});

const newsItem = z
  .object({
    kind: z.enum(NEWS_KINDS),
    at: z.string().openapi({
      description: 'When the server took it up, not when it was written; of an incident, when it ended.',
    }),
    article: z.object({
      id: z.string(),
      lang: z.string(),
      title: z.string().nullable().openapi({ description: 'null where a flagged article is gone.' }),
      state: z.enum(STATES).nullable(),
    }),
    flag: z
      .object({ id: z.string(), comment: z.string(), answer: z.string() })
      .optional()
      .openapi({ description: "The caller's own flag that was answered." }),
  })
  .openapi('NewsItem');

export const newsOutput = z
  .object({
    requestId: z.string(),
    since: z.string(),
    until: z.string().openapi({ description: '`since` of the next question.' }),
    items: z.array(newsItem),
    total: z.number(),
  })
  .openapi('NewsOutput');
