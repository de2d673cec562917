import { z } from '@hono/zod-openapi';
import { diffPart } from './history.ts';
import { words } from './words.ts';

export const factName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9_]*$/, 'is the name of a fact: lower-case letters, digits and underscores');

const values = z.record(
  z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u, 'is a market, or all'),
  words(200).refine((value) => value.trim() !== '', 'is empty'),
);

export const factInput = z
  .strictObject({
    from: z.iso.date().openapi({ description: 'The first day on which it holds.' }),
    values: values.openapi({ description: 'By market; `all` where a market has none of its own.' }),
    description: words(500).optional(),
    dryRun: z.boolean().optional(),
  })
  .openapi('FactInput');

const namedFact = z
  .object({
    name: z.string(),
    description: z.string(),
    values: z.array(z.object({ from: z.string(), byMarket: z.record(z.string(), z.string()) })),
    usedIn: z.array(z.object({ id: z.string(), lang: z.string(), title: z.string() })),
  })
  .openapi('NamedFact');

export const factsOutput = z
  .object({ requestId: z.string(), facts: z.array(namedFact), etag: z.string() })
  .openapi('FactsOutput');

export const factOutput = z
  .object({
    requestId: z.string(),
    fact: namedFact,
    etag: z.string(),
    revision: z.string().nullable(),
    visibleAt: z.number().nullable(),
    diff: z.array(diffPart),
  })
  .openapi('FactOutput');
