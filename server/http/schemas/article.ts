import { z } from '@hono/zod-openapi';
import { KINDS, STATES } from '../../domain/article.ts';
import { AUDIENCES } from '../../domain/audience.ts';
import { revisionOfText } from './history.ts';
import { reply } from './suggest.ts';

const section = z.object({
  name: z.string(),
  channel: z.string().nullable(),
  alternative: z.number(),
  heading: z.string(),
  markdown: z.string(),
  html: z.string().openapi({ description: 'Sanitised.' }),
});

export const articleOutput = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    audience: z.enum(AUDIENCES),
    governance: z.enum(['experience', 'compliance']),
    handling: z.enum(['answer', 'hand-over']),
    markets: z.array(z.string()).nullable(),
    owner: z.string().nullable(),
    tags: z.array(z.string()),
    redirectedFrom: z.string().nullable(),
    uses: z.number().openapi({ description: 'Times inserted in the last 30 days.' }),
    texts: z.array(
      z.object({
        lang: z.string(),
        title: z.string(),
        state: z.enum(STATES),
        verifiedAt: z.string().nullable(),
        etag: z.string(),
        translatedFrom: z.string().nullish(),
        stale: z.boolean().optional().openapi({ description: 'What it was translated from has changed since.' }),
        source: z
          .object({ system: z.string(), ref: z.string().nullable(), url: z.string().nullable() })
          .nullish()
          .openapi({ description: 'Where an import or a captured case came from. Internal readers only.' }),
        questions: z.array(z.string()).openapi({ description: 'Internal readers only.' }),
        sections: z.array(section),
      }),
    ),
    replies: z.array(reply).optional().openapi({ description: 'As they would be inserted in the channel asked for.' }),
    asOf: z.object({ moment: z.string(), revisions: z.array(revisionOfText) }).optional(),
  })
  .openapi('Article');
