import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';
import { newArticleInput, saveOutput } from '../schemas/saving.ts';

const saved = (description: string) => ({ description, content: { 'application/json': { schema: saveOutput } } });

const route = createRoute({
  method: 'post',
  path: '/v1/articles',
  ...access('edit'),
  summary: 'A new text',
  description: 'Id and language stand in the file. An id that was merged away is never given again.',
  request: { body: { required: true, content: { 'application/json': { schema: newArticleInput } } } },
  responses: {
    200: saved('It was there already, byte for byte'),
    201: saved('Written'),
    202: saved('Kept as a proposal: only its owner changes this article'),
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerCreateArticle(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const output = await services.createArticle(c.req.valid('json'), requestContext(c, clock));
    if (output.what === 'proposed') return c.json(output, 202);
    c.header('ETag', `"${output.etag}"`);
    return c.json(output, output.what === 'created' ? 201 : 200);
  });
}
