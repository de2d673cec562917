import { z } from '@hono/zod-openapi';
import type { ErrorCode } from '../../domain/errors.ts';
import { errorAbout } from './saving.ts';

export const errorBody = z
  .object({
    error: z.object({
      code: z.string().transform((code) => code as ErrorCode),
      message: z.string(),
      docs: z.string(),
      requestId: z.string(),
      details: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
      retryAfter: z.number().optional(),
      about: errorAbout.optional(),
    }),
  })
  .openapi('Error');

const answer = (description: string) => ({ description, content: { 'application/json': { schema: errorBody } } });

/** The answers that every operation under /v1 may give instead of its own. */
export const errorAnswers = {
  400: answer('The request is not of the form this operation takes; details name each place.'),
  403: answer('The host, origin or scope may not do this.'),
  413: answer('The body is too large.'),
  415: answer('The body is not JSON.'),
  503: answer('No index yet, or too many requests at once; Retry-After says when to come back.'),
};

export const notFoundAnswer = { 404: answer('There is nothing here that the caller may see.') };

/** The answers that operations which write may give besides. */
export const writeAnswers = {
  ...notFoundAnswer,
  409: answer('Somebody changed it meanwhile, or it is too late.'),
  429: answer('Too many of these in a short time; Retry-After says when to come back.'),
  507: answer('The disk is full; nothing was lost.'),
};

/** The answers that saving a text may give besides. */
export const saveAnswers = {
  ...writeAnswers,
  409: answer('A conflict, with all three texts; or judgments that would be lost, with the token to accept them.'),
  422: answer('The text has errors; details name each place.'),
  423: answer('The history cannot be written just now; nothing was saved.'),
  428: answer('If-Match is missing: which version was changed?'),
};
