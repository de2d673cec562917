import { z } from '@hono/zod-openapi';

import { lang } from './words.ts';

const day = z.iso.date({ error: 'is a day such as 2026-11-22' });

export const insightsQuery = z.strictObject({
  from: day.optional().openapi({ description: 'The first day; twelve weeks back when it is left out.' }),
  until: day.optional().openapi({ description: 'The last day; today when it is left out.' }),
  step: z.enum(['day', 'week', 'month']).optional(),
  format: z.enum(['json', 'csv']).optional(),
});

export const reportQuery = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is a month such as 2026-11'),
  format: z.enum(['html', 'markdown']).optional(),
  lang: lang
    .optional()
    .openapi({ description: 'One of the interface: sv, nb, da, fi, el or en. Accept-Language when it is left out.' }),
});

const points = z.array(z.number().nullable());
const articleName = z.object({ id: z.string(), lang: z.string(), title: z.string() });

export const insightsOutput = z
  .object({
    requestId: z.string(),
    steps: z.array(z.string()),
    insights: z.array(
      z.object({
        name: z.string(),
        unit: z.enum(['share', 'count', 'seconds', 'characters', 'rating']),
        series: z.array(z.object({ of: z.string(), title: z.string().optional(), points })),
      }),
    ),
    changes: z.array(
      z.object({
        at: z.string(),
        article: articleName,
        message: z.string(),
        effect: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
      }),
    ),
    causes: z.array(
      z.object({
        owner: z.string(),
        article: articleName,
        told: z.string().nullable(),
        accepted: z.string().nullable(),
        fixed: z.string().nullable(),
        points,
      }),
    ),
  })
  .openapi('InsightsOutput');
