import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { feedbackInput, feedbackOutput } from '../schemas/feedback.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/feedback',
  ...access('feedback'),
  summary: 'What agents did, in batches',
  description:
    'Acknowledged once on disk. An event sent twice counts once; one that is wrong is named and the others kept.',
  request: { body: { required: true, content: { 'application/json': { schema: feedbackInput } } } },
  responses: {
    202: { description: 'What became of the events', content: { 'application/json': { schema: feedbackOutput } } },
    ...errorAnswers,
  },
});

export function registerRecordFeedback(app: OpenAPIHono<Env>, { services, clock, metrics }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const output = await services.recordFeedback(c.req.valid('json').events, requestContext(c, clock));
    metrics.events.inc({ outcome: 'accepted' }, output.accepted);
    metrics.events.inc({ outcome: 'duplicate' }, output.duplicates);
    metrics.events.inc({ outcome: 'rejected' }, output.rejected.length);
    return c.json(output, 202);
  });
}
