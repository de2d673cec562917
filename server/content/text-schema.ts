import { z } from 'zod';
import { KINDS, STATES } from '../domain/article.ts';
import { AUDIENCES } from '../domain/audience.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-11-22');
const moment = z.iso.datetime({ offset: true, error: 'a moment is written 2026-11-22T18:00:00+01:00' });
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single dashes')
  .max(120);
const words = z.string().trim().min(1, 'empty').max(2_000, 'longer than 2,000 characters');
const codes = z.array(
  z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'a code is letters, digits and dashes')
    .max(60),
);

/** The front matter of a text, as design and `content/README.md` describe it. Unknown keys are kept and warned about. */
export const textSchema = z.looseObject({
  schema: z.literal(1),
  id,
  lang: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language is a BCP 47 code such as sv'),
  kind: z.enum(KINDS),
  title: words.max(200, 'a title has at most 200 characters'),
  state: z.enum(STATES).default('not-validated'),
  audience: z.enum(AUDIENCES).default('internal'),
  governance: z.enum(['experience', 'compliance']).default('experience'),
  markets: codes.nullish(),
  brands: codes.nullish(),
  owner: z.string().nullish(),
  cause_owner: z.string().nullish(),
  cause: z.strictObject({ told: date.nullish(), accepted: date.nullish(), fixed: date.nullish() }).nullish(),
  handling: z.enum(['answer', 'hand-over']).default('answer'),
  verified_at: date.nullish(),
  review_every: z.string().regex(/^P/, 'an ISO 8601 duration such as P6M').nullish(),
  tags: codes.default([]),
  questions: z.array(words).max(50).default([]),
  not_for: z.array(words).max(50).default([]),
  translated_from: z.object({ lang: z.string(), hash: z.string() }).nullish(),
  redirects: z.array(id).default([]),
  redirect: z.object({ to: z.string(), because: z.enum(['identification', 'emergency', 'law']) }).nullish(),
  source: z.looseObject({ system: z.string() }).nullish(),
  valid_from: moment.nullish(),
  valid_until: moment.nullish(),
  approved_by: z.string().nullish(),
  supersedes: z.array(id).default([]),
  applies_to: z.object({ markets: codes.nullish() }).nullish(),
  part_of: id.nullish(),
  template: z.boolean().default(false),
});

export type FrontMatter = z.infer<typeof textSchema>;

export const KNOWN_KEYS = new Set(Object.keys(textSchema.shape));
