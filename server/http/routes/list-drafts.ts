import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { draftsOutput } from '../schemas/saving.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/drafts',
  ...access('edit'),
  summary: 'Own drafts, and proposals to decide on',
  responses: {
    200: { description: 'All of them', content: { 'application/json': { schema: draftsOutput } } },
    ...errorAnswers,
  },
});

export function registerListDrafts(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listDrafts(requestContext(c, clock)), 200));
}
