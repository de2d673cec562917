import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { healthOutput, healthQuery } from '../schemas/health.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/health/content',
  ...access('edit'),
  summary: "The editors' work queue: what in the bank harms customers most, each with its evidence",
  request: { query: healthQuery },
  responses: {
    200: { description: 'What to do', content: { 'application/json': { schema: healthOutput } } },
    ...errorAnswers,
  },
});

export function registerContentHealth(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listWork(c.req.valid('query'), requestContext(c, clock)), 200));
}
