import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { newsOutput, newsQuery } from '../schemas/news.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/news',
  ...access('search'),
  summary: 'What is new since a moment, in what the caller may read',
  description:
    "Articles whose words are new, changed or were checked, the caller's answered flags, and ended incidents; one item for each article. The server notes what became of a text when it reads it, so nothing is told of the time before its first start, and a text that changed while it was down counts as changed when it came up. More phrasings, tags, another owner or a fact's new value are not counted. An incident whose file was deleted is not known any more.",
  request: { query: newsQuery },
  responses: {
    200: { description: 'News, newest first', content: { 'application/json': { schema: newsOutput } } },
    ...errorAnswers,
  },
});

export function registerListNews(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listNews(c.req.valid('query'), requestContext(c, clock)), 200));
}
