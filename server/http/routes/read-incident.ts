import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { incidentPageOutput } from '../schemas/incidents.ts';
import { articleId } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/incidents/{id}',
  ...access('suggest'),
  summary: 'One incident for people called in, and for leads the cases that got an older text',
  request: { params: z.object({ id: articleId }) },
  responses: {
    200: { description: 'The incident', content: { 'application/json': { schema: incidentPageOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerReadIncident(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.readIncident(c.req.valid('param'), requestContext(c, clock)), 200),
  );
}
