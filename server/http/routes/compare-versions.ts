import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { compareOutput, compareQuery } from '../schemas/history.ts';
import { articleId } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/compare',
  ...access('search'),
  summary: 'What tells two versions of a text apart',
  description: 'Without `to`: what is saved now.',
  request: {
    params: z.object({ id: articleId }),
    query: compareQuery,
  },
  responses: {
    200: {
      description: 'The difference, with three lines around each change',
      content: { 'application/json': { schema: compareOutput } },
    },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerCompareVersions(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    return c.json(await services.compareVersions(input, requestContext(c, clock)), 200);
  });
}
