import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { articlesOutput } from '../schemas/article-list.ts';
import { errorAnswers } from '../schemas/errors.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles',
  ...access('edit'),
  summary: 'Every article, archived ones and work in progress too, and what an editor writes with',
  responses: {
    200: { description: 'In order of id', content: { 'application/json': { schema: articlesOutput } } },
    ...errorAnswers,
  },
});

export function registerListArticles(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listArticles(requestContext(c, clock)), 200));
}
