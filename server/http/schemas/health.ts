import { z } from '@hono/zod-openapi';
import { WORK_KINDS, type WorkKind } from '../../domain/curation.ts';
import { problem } from './check.ts';
import { diffPart } from './history.ts';
import { lang, words } from './words.ts';

const yesOrNo = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .openapi({ type: 'boolean' });

export const healthQuery = z.strictObject({
  kind: z.enum(WORK_KINDS).optional(),
  owner: words(120).optional().openapi({ description: 'A team, by its name as `owner:` of articles.' }),
  lang: lang.optional(),
  mine: yesOrNo.optional().openapi({ description: 'Only what the caller decides on.' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'is a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int('is a whole number from 1 to 200').min(1).max(200))
    .optional()
    .openapi({ type: 'integer' }),
});

const workKind = z
  .string()
  .transform((kind) => kind as WorkKind)
  .openapi({ description: `More may be added. Now: ${WORK_KINDS.join(', ')}.` });

const articleName = z.object({ id: z.string(), lang: z.string(), title: z.string() }).openapi('ArticleName');

const evidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('count'),
    of: z.string(),
    value: z.number(),
    days: z.number().nullable().openapi({ description: 'In so many days; null where it is no matter of time.' }),
  }),
  z.object({
    kind: z.literal('words'),
    from: z.enum(['customer', 'agent', 'editor', 'rule']),
    text: z.string(),
    lang: z.string().nullable(),
  }),
  z.object({ kind: z.literal('diff'), diff: z.array(diffPart) }),
  z.object({ kind: z.literal('side'), article: articleName, text: z.string() }),
]);

const workItem = z
  .object({
    id: z.string().openapi({ description: 'The same as long as the item is about the same.' }),
    kind: workKind,
    weight: z.number().openapi({ description: 'Customers a week whom it affects, as far as is known.' }),
    articles: z.array(articleName).openapi({ description: 'The first is the one to act on.' }),
    owner: z.string().nullable(),
    languages: z.array(z.string()),
    since: z.string(),
    evidence: z.array(evidence),
    action: z.enum(['write', 'edit', 'translate', 'merge', 'archive', 'confirm', 'answer', 'publish', 'extend']),
  })
  .openapi('WorkItem');

export const healthOutput = z
  .object({
    requestId: z.string(),
    items: z.array(workItem).openapi({ description: 'What hurts most customers first.' }),
    counts: z
      .array(z.object({ kind: workKind, count: z.number() }))
      .openapi({ description: 'Of all items under the filters except `kind`, before `limit`.' }),
  })
  .openapi('HealthOutput');

export const decisionsQuery = z.strictObject({ limit: healthQuery.shape.limit });

const decision = z
  .object({
    id: z.string(),
    at: z.string(),
    what: z.string().openapi({ description: '`demoted`: from checked to not checked. More may be added.' }),
    article: articleName,
    reason: z.string().openapi({ description: 'In English.' }),
    because: z
      .object({ people: z.number().int(), since: z.string(), days: z.number().int() })
      .nullable()
      .openapi({ description: 'What the reason counts and names, for words in other languages.' }),
    revision: z.string().nullable(),
  })
  .openapi('Decision');

export const decisionsOutput = z
  .object({ requestId: z.string(), decisions: z.array(decision).openapi({ description: 'Newest first.' }) })
  .openapi('DecisionsOutput');

export const confirmOutput = z
  .object({
    requestId: z.string(),
    id: z.string(),
    lang: z.string(),
    etag: z.string(),
    visibleAt: z.number(),
    verifiedAt: z.string(),
    revision: z.string().nullable(),
    uses: z.object({ count: z.number(), days: z.number() }),
  })
  .openapi('ConfirmOutput');

export const coachQuery = z.strictObject({ contributor: words(120).optional() });

export const coachOutput = z
  .object({
    requestId: z.string(),
    contributor: z.string(),
    days: z.number(),
    texts: z.array(z.object({ article: articleName, at: z.string(), message: z.string(), problems: z.array(problem) })),
  })
  .openapi('CoachOutput');
