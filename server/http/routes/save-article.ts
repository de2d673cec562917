import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';
import { etagHeader, saveInput, saveOutput } from '../schemas/saving.ts';
import { articleId, lang } from '../schemas/words.ts';

const saved = (description: string) => ({ description, content: { 'application/json': { schema: saveOutput } } });

const route = createRoute({
  method: 'put',
  path: '/v1/articles/{id}/{lang}',
  ...access('edit'),
  summary: "An editor's save of a text",
  description:
    'The whole file, with `If-Match` naming the etag it was made from; without it only a language that is not there yet is written. Errors refuse it, with their places. What somebody else saved meanwhile is merged, or the conflict answers all three texts. What would be lost has to be accepted with the token. A save that is sent again, because the first answer did not come, is saved once.',
  request: {
    params: z.object({ id: articleId, lang }),
    headers: z.object({ 'if-match': etagHeader.optional() }),
    body: { required: true, content: { 'application/json': { schema: saveInput } } },
  },
  responses: {
    200: saved('Saved'),
    201: saved('A new text was written'),
    202: saved('Kept as a proposal: only its owner changes this article'),
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerSaveArticle(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const etag = c.req.valid('header')['if-match'] ?? null;
    const input = { ...c.req.valid('param'), ...c.req.valid('json'), etag };
    const output = await services.saveArticle(input, requestContext(c, clock));
    if (output.what === 'proposed') return c.json(output, 202);
    c.header('ETag', `"${output.etag}"`);
    return c.json(output, output.what === 'created' ? 201 : 200);
  });
}
