import { z } from '@hono/zod-openapi';
import { EVENT_TYPES } from '../../domain/feedback.ts';

/** Events are judged one by one by the service, so that one that is wrong does not lose the others. */
export const feedbackInput = z
  .strictObject({
    events: z
      .array(z.unknown())
      .max(500, 'has more than 500 events; send several batches')
      .openapi({
        type: 'array',
        maxItems: 500,
        items: {
          type: 'object',
          required: ['id', 'type', 'at'],
          properties: {
            id: { type: 'string', format: 'uuid', description: 'UUIDv7, made by the client; the same id counts once.' },
            type: { type: 'string', enum: [...EVENT_TYPES] },
            at: { type: 'string', format: 'date-time' },
            requestId: { type: 'string' },
            article: {
              type: 'object',
              required: ['id'],
              properties: { id: { type: 'string' }, lang: { type: 'string' }, etag: { type: 'string' } },
            },
            rank: { type: 'integer', minimum: 1 },
            ask: { type: 'string' },
            channel: { type: 'string' },
            case: { type: 'string' },
            subject: { type: 'string' },
            text: { type: 'string', description: 'Personal data is removed before it is stored.' },
            reason: { type: 'string', description: 'Why a suggestion was dismissed.' },
            shown: {
              type: 'array',
              items: { type: 'string' },
              description: 'Articles that were on screen when a reply without any of them was sent.',
            },
            undoes: { type: 'string', format: 'uuid', description: 'The event that this one takes back or replaces.' },
            keep: { type: 'boolean', description: 'false: the event is not stored (a protected identity).' },
          },
        },
      }),
  })
  .openapi('FeedbackInput');

export const feedbackOutput = z
  .object({
    accepted: z.number(),
    duplicates: z.number(),
    rejected: z.array(z.object({ id: z.string(), error: z.string() })),
  })
  .openapi('FeedbackOutput');
