import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { historyOutput, historyQuery } from '../schemas/history.ts';
import { articleId } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/history',
  ...access('search'),
  summary: 'Who changed an article when',
  description: 'For colleagues only. `kept` says whether versions are commits or kept in the data folder.',
  request: {
    params: z.object({ id: articleId }),
    query: historyQuery,
  },
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: historyOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerArticleHistory(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    return c.json(await services.articleHistory(input, requestContext(c, clock)), 200);
  });
}
