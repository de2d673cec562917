import { z } from '@hono/zod-openapi';
import { KINDS, STATES } from '../../domain/article.ts';
import { AUDIENCES } from '../../domain/audience.ts';
import { problem } from './check.ts';
import { reply } from './suggest.ts';
import { articleId, code, lang, words } from './words.ts';

/** As the store reads a file. */
const LONGEST_TEXT = 64_000;

const named = z.object({ code: z.string(), name: z.string() });

const row = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  audience: z.enum(AUDIENCES),
  governance: z.enum(['experience', 'compliance']),
  owner: z.string().nullable(),
  tags: z.array(z.string()),
  markets: z.array(z.string()).nullable(),
  folder: z.string().openapi({ description: 'Below the content folder: where its first text lies.' }),
  uses: z.number().openapi({ description: 'Times inserted in the last 30 days.' }),
  texts: z.array(
    z.object({
      lang: z.string(),
      title: z.string(),
      state: z.enum(STATES),
      verifiedAt: z.string().nullable(),
      stale: z.boolean().openapi({ description: 'What it was translated from has changed since.' }),
    }),
  ),
});

export const articlesOutput = z
  .object({
    requestId: z.string(),
    articles: z.array(row),
    desk: z.object({
      name: z.string(),
      languages: z.array(named),
      markets: z.array(named),
      channels: z.array(
        z.object({
          code: z.string(),
          setting: z.enum(['public', 'private']),
          unit: z.enum(['chars', 'sms', 'x']),
          good: z.number(),
          limit: z.number().nullable(),
        }),
      ),
      headings: z
        .record(z.string(), z.record(z.string(), z.string()))
        .openapi({ description: 'By language and section, the heading that most texts have.' }),
    }),
  })
  .openapi('ArticlesOutput');

export const previewInput = z
  .strictObject({
    markdown: words(LONGEST_TEXT).openapi({ description: 'The whole file.' }),
    id: articleId.optional(),
    lang: lang.optional(),
    channels: z.array(code).max(30).openapi({ description: 'Replies are composed for each.' }),
    market: code.optional(),
  })
  .openapi('PreviewInput');

export const previewOutput = z
  .object({
    requestId: z.string(),
    text: z
      .object({
        id: z.string(),
        lang: z.string(),
        title: z.string(),
        sections: z.array(
          z.object({
            name: z.string(),
            channel: z.string().nullable(),
            alternative: z.number(),
            heading: z.string(),
            html: z.string().openapi({ description: 'Sanitised.' }),
          }),
        ),
      })
      .nullable()
      .openapi({ description: 'null when the file cannot be read; `problems` say why.' }),
    replies: z.array(z.object({ channel: z.string(), reply: reply.nullable() })),
    hash: z.string().nullable().openapi({ description: 'For `translated_from` of what is translated from it.' }),
    problems: z.array(problem),
  })
  .openapi('PreviewOutput');
