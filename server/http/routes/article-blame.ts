import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { blameOutput, versionQuery } from '../schemas/history.ts';
import { articleId } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/blame',
  ...access('search'),
  summary: 'Who wrote which lines of a text',
  request: {
    params: z.object({ id: articleId }),
    query: versionQuery,
  },
  responses: {
    200: { description: 'The lines, in order', content: { 'application/json': { schema: blameOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerArticleBlame(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    return c.json(await services.articleBlame(input, requestContext(c, clock)), 200);
  });
}
