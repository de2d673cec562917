import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { coachOutput, coachQuery } from '../schemas/health.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/coaching',
  ...access('edit'),
  summary: 'Five recent texts of a contributor against the content standard: for the contributor and a coach alone',
  description: "Without a contributor it is the caller's own. Anybody else's needs the scope `lead`.",
  request: { query: coachQuery },
  responses: {
    200: { description: 'The same five all week', content: { 'application/json': { schema: coachOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerCoachView(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.coachView(c.req.valid('query'), requestContext(c, clock)), 200),
  );
}
