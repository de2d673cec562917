import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ErfaraError } from '../../domain/errors.ts';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { eventStream } from '../event-stream.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';

const EVENT_ID = /^[0-9a-f-]{36}$/;

const route = createRoute({
  method: 'get',
  path: '/v1/events',
  ...access('suggest'),
  summary: 'What happens, as it happens',
  description:
    'Server-sent events (read with fetch, which can send headers): `index-changed`, `incident`, `flag-answered`, `case-captured`, as JSON with id and type. With `Last-Event-ID` or `after` it goes on behind that event; `missed` says that more happened since than is remembered. A line with a colon is a sign of life.',
  request: {
    query: z.strictObject({
      after: z.string().regex(EVENT_ID, 'is the id of an event').optional(),
    }),
  },
  responses: {
    200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
    ...errorAnswers,
  },
});

export function registerFollowEvents(app: OpenAPIHono<Env>, { services, settings, clock }: HttpDeps): void {
  app.openapi(route, (c) => {
    const headers = {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    };
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    const after = c.req.header('last-event-id') || c.req.valid('query').after;
    if (after !== undefined && !EVENT_ID.test(after)) {
      const message = 'This is not the id of an event. Start without one.';
      throw new ErfaraError('bad-request', { details: [{ path: 'Last-Event-ID', rule: 'event-id', message }] });
    }
    const followed = services.followEvents(after === undefined ? {} : { after }, requestContext(c, clock));
    return c.body(eventStream(followed, settings.heartbeatMs), 200, headers);
  });
}
