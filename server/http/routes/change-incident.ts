import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';
import { incidentInput, incidentOutput } from '../schemas/incidents.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/incidents',
  ...access('lead'),
  summary: 'Raise an incident from a template, give it another end, or end it',
  description:
    'Raising writes the template in all its languages as files that hold until then, whole or not at all; the event `incident` tells every agent. What runs already is not raised twice: the same request is answered by what it raised, another one names what runs. One that ended by itself can be extended for two hours more.',
  request: { body: { required: true, content: { 'application/json': { schema: incidentInput } } } },
  responses: {
    200: { description: 'The incident as it is now', content: { 'application/json': { schema: incidentOutput } } },
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerChangeIncident(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.changeIncident(c.req.valid('json'), requestContext(c, clock)), 200),
  );
}
