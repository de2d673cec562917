import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';
import { revertInput } from '../schemas/history.ts';
import { etagHeader, saveOutput } from '../schemas/saving.ts';
import { articleId, lang } from '../schemas/words.ts';

const saved = (description: string) => ({ description, content: { 'application/json': { schema: saveOutput } } });

const route = createRoute({
  method: 'post',
  path: '/v1/articles/{id}/{lang}/revert',
  ...access('edit'),
  summary: 'Saves an older version of a text anew',
  description: 'A save like any other: the history only grows. `If-Match` names the text that it takes the place of.',
  request: {
    params: z.object({ id: articleId, lang }),
    headers: z.object({ 'if-match': etagHeader }),
    body: { required: true, content: { 'application/json': { schema: revertInput } } },
  },
  responses: {
    200: saved('Saved'),
    202: saved('Kept as a proposal: only its owner changes this article'),
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerRevertArticle(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json'), etag: c.req.valid('header')['if-match'] };
    const output = await services.revertArticle(input, requestContext(c, clock));
    return c.json(output, output.what === 'proposed' ? 202 : 200);
  });
}
