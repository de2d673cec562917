import { expect, it } from 'vitest';
import type { Ctx } from '../../../server/domain/principal.ts';
import { rateLimit } from '../../../server/services/rate-limit.ts';

const at = (seconds: number, id = 'anna'): Ctx => ({
  principal: { id, scopes: [], audience: 'internal', filter: null },
  now: new Date(seconds * 1000),
  requestId: 'r',
  signal: null,
  locale: 'sv',
});

it('lets so many through in any stretch of time, each principal for itself, and says when to come back', () => {
  const limit = rateLimit(2, 60);
  limit(at(0));
  limit(at(40));
  expect(() => limit(at(50))).toThrowError(expect.objectContaining({ code: 'too-many', retryAfter: 10 }));
  limit(at(50, 'bo'));
  limit(at(61));
  expect(() => limit(at(62))).toThrowError(expect.objectContaining({ retryAfter: 38 }));
});
