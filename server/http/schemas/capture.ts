import { z } from '@hono/zod-openapi';
import { searchResult } from './search.ts';
import { articleId, code, lang, reference, words } from './words.ts';

const LONGEST = 10_000;

export const captureInput = z
  .strictObject({
    lang,
    question: words(2_000).openapi({ description: 'What the customer asked, in their own words.' }),
    solution: words(LONGEST)
      .optional()
      .openapi({ description: 'What solved it, for colleagues. Needed unless addPhrasingTo is given.' }),
    reply: words(LONGEST)
      .optional()
      .openapi({ description: 'What the customer was sent, where colleagues may insert it.' }),
    title: words(200).optional().openapi({ description: 'Made of the question when it is left out.' }),
    channel: code.optional(),
    market: code.nullish(),
    tags: z.array(code).max(20).optional(),
    names: z
      .strictObject({ customer: words(100).optional(), agent: words(100).optional() })
      .optional()
      .openapi({ description: 'Names the host knows. They become variables and are not kept.' }),
    addPhrasingTo: articleId
      .optional()
      .openapi({ description: 'Adds the question to this article instead of writing a new one.' }),
    acceptNew: z
      .boolean()
      .optional()
      .openapi({ description: 'The near duplicates have been seen, and this is another case.' }),
    preview: z.boolean().optional().openapi({ description: 'Answers with draft and near duplicates; never saves.' }),
    keep: z
      .boolean()
      .optional()
      .openapi({ description: 'false: nothing of this case is kept (a protected identity); answers as preview does.' }),
    source: z
      .strictObject({
        system: code.optional(),
        ref: reference.optional(),
        url: z
          .url({ protocol: /^https?$/, error: 'is an address that begins with https://' })
          .max(500)
          .optional(),
      })
      .optional(),
  })
  .openapi('CaptureInput', {
    example: { lang: 'sv', question: 'Jag glömde mitt paraply ombord', solution: 'Be stationen på ankomstorten leta.' },
  });

export const captureOutput = z
  .object({
    requestId: z.string(),
    saved: z
      .object({
        id: z.string(),
        lang: z.string(),
        etag: z.string(),
        visibleAt: z.number().openapi({ description: 'The index version from which it is found.' }),
        what: z.enum(['case', 'phrasing']),
        undo: z.string().nullable().openapi({ description: 'For DELETE /v1/cases/{id}, by the one who captured.' }),
        undoUntil: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: 'null while near duplicates are to be seen first.' }),
    similar: z.array(searchResult),
    draft: z.object({
      title: z.string(),
      question: z.string(),
      solution: z.string(),
      reply: z.string().nullable(),
      replaced: z
        .array(
          z.object({
            field: z.enum(['title', 'question', 'solution', 'reply']),
            span: z
              .tuple([z.number(), z.number()])
              .openapi({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }),
            text: z.string(),
          }),
        )
        .openapi({ description: 'Where personal data stood, and what stands there now.' }),
    }),
  })
  .openapi('CaptureOutput');

export const undoneCapture = z
  .object({ id: z.string(), lang: z.string(), visibleAt: z.number() })
  .openapi('UndoneCapture');
