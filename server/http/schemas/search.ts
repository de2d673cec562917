import { z } from '@hono/zod-openapi';
import { KINDS, STATES } from '../../domain/article.ts';
import { AUDIENCES } from '../../domain/audience.ts';
import { why } from './suggest.ts';
import { code, lang, langs, words } from './words.ts';

const common = {
  q: words(1_000).openapi({
    description: 'Words, a question, a title or an article id. Empty: the most used articles.',
  }),
  lang: lang.optional(),
  tag: code.optional(),
  state: z.enum(STATES).optional(),
  audience: z.enum(AUDIENCES).optional(),
  kind: z.enum(KINDS).optional(),
  market: code.optional(),
  cursor: z.string().max(200).optional(),
};

const KEEP = 'false: the words are not kept (a protected identity).';
const limit = z.int('is a whole number from 1 to 50').min(1).max(50);

/** POST: as JSON. */
export const searchInput = z
  .strictObject({
    ...common,
    reads: langs.optional(),
    limit: limit.optional(),
    keep: z.boolean().optional().openapi({ description: KEEP }),
  })
  .openapi('SearchInput', { example: { q: 'återbetalning', market: 'se', reads: ['sv', 'en'] } });

/** GET: `reads` as a list with commas. */
export const searchQuery = z.strictObject({
  ...common,
  q: common.q.default(''),
  reads: z
    .string()
    .max(200)
    .transform((list) => list.split(','))
    .pipe(langs)
    .optional()
    .openapi({ type: 'string', example: 'sv,en' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'is a whole number from 1 to 50')
    .transform(Number)
    .pipe(limit)
    .optional()
    .openapi({ type: 'integer' }),
  keep: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({ type: 'boolean', description: KEEP }),
});

export const searchResult = z
  .object({
    id: z.string(),
    lang: z.string(),
    title: z.string(),
    kind: z.enum(KINDS),
    state: z.enum(STATES),
    audience: z.enum(AUDIENCES),
    tags: z.array(z.string()),
    languages: z.array(z.string()),
    verifiedAt: z.string().nullable(),
    relevance: z.number().nullable(),
    why: z.array(why),
  })
  .openapi('SearchResult');

export const searchOutput = z
  .object({
    requestId: z.string(),
    results: z.array(searchResult),
    total: z.number().openapi({ description: 'Articles found; with `atLeast` there may be more that are less near.' }),
    atLeast: z.boolean().optional(),
    next: z.string().nullable(),
    mode: z.enum(['hybrid', 'keyword']),
  })
  .openapi('SearchOutput');
