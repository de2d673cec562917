import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { decisionsOutput, decisionsQuery } from '../schemas/health.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/decisions',
  ...access('edit'),
  summary: 'What was done to articles by rule, with its reason',
  request: { query: decisionsQuery },
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: decisionsOutput } } },
    ...errorAnswers,
  },
});

export function registerListDecisions(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.listDecisions(c.req.valid('query'), requestContext(c, clock)), 200),
  );
}
