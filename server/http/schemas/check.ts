import { z } from '@hono/zod-openapi';
import { articleId, lang, words } from './words.ts';

const MOST_TEXTS = 50;
const MOST_MESSAGES = 20;
/** As the store reads a file. */
const LONGEST_TEXT = 64_000;

export const checkInput = z
  .strictObject({
    texts: z
      .array(z.strictObject({ id: articleId.optional(), lang: lang.optional(), markdown: words(LONGEST_TEXT) }))
      .max(MOST_TEXTS, `has more than ${MOST_TEXTS} texts`)
      .openapi({ description: 'Whole files with front matter, changed or new.' }),
    removed: z
      .array(z.strictObject({ id: articleId, lang }))
      .max(MOST_TEXTS, `has more than ${MOST_TEXTS} texts`)
      .optional()
      .openapi({ description: 'Texts to be deleted.' }),
    messages: z
      .array(words(4_000))
      .max(MOST_MESSAGES, `has more than ${MOST_MESSAGES} messages`)
      .optional()
      .openapi({ description: "Customers' messages to be tried before and after." }),
  })
  .openapi('CheckInput');

export const judgmentChange = z
  .object({
    id: z.string().openapi({ description: 'Names the line in `accept` of a save.' }),
    kind: z.enum(['question', 'not-for']),
    articleId: z.string(),
    lang: z.string(),
    question: z.string(),
    rankBefore: z.number().nullable(),
    rankAfter: z.number().nullable(),
    lead: z
      .number()
      .nullable()
      .openapi({ description: 'How far relevance is from failing, in log-odds; below 0 when it fails.' }),
    lostTo: z.string().nullable().openapi({ description: 'The article that takes its place.' }),
  })
  .openapi('JudgmentChange');

export const problem = z
  .object({
    path: z.string(),
    line: z.number(),
    column: z.number(),
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'hint']),
    message: z.string(),
    fix: z.string(),
  })
  .openapi('Problem');

const ranked = z.object({ id: z.string(), relevance: z.number().nullable(), shown: z.boolean() });

export const checkOutput = z
  .object({
    requestId: z.string(),
    problems: z.array(problem),
    gained: z.array(judgmentChange),
    lost: z.array(judgmentChange).openapi({ description: 'A save has to accept each of them.' }),
    shaken: z.array(judgmentChange).openapi({ description: 'Still passing, but lower or by little.' }),
    failing: z.array(judgmentChange).openapi({ description: 'New lines that do not pass.' }),
    messages: z.array(
      z.object({
        text: z.string(),
        before: z.array(ranked),
        after: z.array(ranked),
        rankBefore: z.number().nullable(),
        rankAfter: z.number().nullable(),
      }),
    ),
    tests: z.object({ total: z.number(), run: z.number() }),
    index: z.object({ version: z.number() }),
    token: z.string().nullable().openapi({ description: 'For the save; null when a text cannot be read.' }),
  })
  .openapi('CheckOutput');
