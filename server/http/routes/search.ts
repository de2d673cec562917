import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { searchInput, searchOutput, searchQuery } from '../schemas/search.ts';

const shared = {
  path: '/v1/search',
  ...access('search'),
  summary: 'Articles by words, a page at a time',
  responses: {
    200: { description: 'Articles, best first', content: { 'application/json': { schema: searchOutput } } },
    ...errorAnswers,
  },
};

const byQuery = createRoute({ ...shared, method: 'get', path: '/v1/search', request: { query: searchQuery } });
const byBody = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/search',
  description: 'As GET, with the words in the body, where no proxy logs them.',
  request: { body: { required: true, content: { 'application/json': { schema: searchInput } } } },
});

export function registerSearch(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(byQuery, async (c) => c.json(await services.search(c.req.valid('query'), requestContext(c, clock)), 200));
  app.openapi(byBody, async (c) => c.json(await services.search(c.req.valid('json'), requestContext(c, clock)), 200));
}
