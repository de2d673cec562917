import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { revisionId, versionOutput, versionQuery } from '../schemas/history.ts';
import { articleId } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/history/{revision}',
  ...access('search'),
  summary: 'A version of a text, as its file was',
  request: {
    params: z.object({ id: articleId, revision: revisionId }),
    query: versionQuery,
  },
  responses: {
    200: { description: 'The version', content: { 'application/json': { schema: versionOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerArticleVersion(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    return c.json(await services.articleVersion(input, requestContext(c, clock)), 200);
  });
}
