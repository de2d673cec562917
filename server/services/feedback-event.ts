import { z } from 'zod';
import { hasBrokenCharacters } from '../domain/broken-characters.ts';
import { EVENT_TYPES, type FeedbackEvent } from '../domain/feedback.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const words = (most: number) =>
  z
    .string()
    .max(most, `has more than ${most} characters`)
    .refine((text) => !hasBrokenCharacters(text), 'holds a NUL or half a character (a lone surrogate)');

const schema = z.object({
  id: z.string().toLowerCase().regex(UUID_V7, 'is a UUIDv7'),
  type: z.enum(EVENT_TYPES, `is one of ${EVENT_TYPES.join(', ')}`),
  at: z.iso
    .datetime({ offset: true, error: 'is a moment such as 2026-11-22T18:00:00Z' })
    .transform((at) => new Date(at).toISOString()),
  requestId: words(64).optional(),
  article: z.object({ id: words(120).min(1), lang: words(20).optional(), etag: words(100).optional() }).optional(),
  rank: z.int().min(1).max(1_000).optional(),
  ask: words(20).optional(),
  channel: words(60).optional(),
  case: words(200).optional(),
  subject: words(500).optional(),
  text: words(20_000).optional(),
  reason: words(60).optional(),
  shown: z.array(words(120).min(1)).max(50).optional(),
  undoes: z.string().toLowerCase().regex(UUID_V7, 'is a UUIDv7').optional(),
  keep: z.boolean().optional(),
});

/** One event as it was sent to an event that can be kept, or what is wrong with it. What the ledger does not know is dropped. */
export function readEvent(raw: unknown): { event: FeedbackEvent } | { error: string } {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { event: parsed.data };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'event'} ${issue.message}`);
  return { error: problems.slice(0, 5).join('; ') };
}
