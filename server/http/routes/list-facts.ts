import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { factsOutput } from '../schemas/facts.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/facts',
  ...access('edit'),
  summary: 'Facts with their values by date, and the texts that use them',
  responses: {
    200: { description: 'All of them', content: { 'application/json': { schema: factsOutput } } },
    ...errorAnswers,
  },
});

export function registerListFacts(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listFacts(requestContext(c, clock)), 200));
}
