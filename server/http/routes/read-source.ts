import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { sourceOutput } from '../schemas/saving.ts';
import { articleId, lang } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/{lang}',
  ...access('edit'),
  summary: "A text's file, for an editor to open",
  request: { params: z.object({ id: articleId, lang }) },
  responses: {
    200: { description: 'The file as it is now', content: { 'application/json': { schema: sourceOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

/** Registered after the other reads below an article: its last part would stand for their names too. */
export function registerReadSource(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const output = await services.readSource(c.req.valid('param'), requestContext(c, clock));
    c.header('ETag', `"${output.etag}"`);
    return c.json(output, 200);
  });
}
