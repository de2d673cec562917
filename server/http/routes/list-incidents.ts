import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { incidentsOutput } from '../schemas/incidents.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/incidents',
  ...access('suggest'),
  summary: 'What runs, what ended within two hours, what can be raised, and what is asked unusually often',
  description:
    'An incident whose `ending` is 30 or 10 waits for an answer of whoever raised it: extend it, or let it end. `surges` are for leads only.',
  responses: {
    200: { description: 'Incidents and templates', content: { 'application/json': { schema: incidentsOutput } } },
    ...errorAnswers,
  },
});

export function registerListIncidents(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listIncidents(requestContext(c, clock)), 200));
}
