import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { articleOutput } from '../schemas/article.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { articleId, code } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  ...access('search'),
  summary: 'An article in every language the reader may see',
  request: {
    params: z.object({ id: articleId }),
    query: z.strictObject({
      market: code.optional().openapi({ description: 'Facts are filled for this market.' }),
      at: z
        .union([z.iso.date(), z.iso.datetime({ offset: true })], 'is a day (2026-11-02) or a moment')
        .optional()
        .openapi({ type: 'string', description: 'The article as it was at the end of that day, or at that moment.' }),
      channel: code.optional().openapi({ description: 'Replies are composed for this channel.' }),
    }),
  },
  responses: {
    200: { description: 'The article', content: { 'application/json': { schema: articleOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerReadArticle(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    return c.json(await services.readArticle(input, requestContext(c, clock)), 200);
  });
}
