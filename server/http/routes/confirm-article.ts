import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';
import { confirmOutput } from '../schemas/health.ts';
import { etagHeader } from '../schemas/saving.ts';
import { articleId, lang } from '../schemas/words.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/articles/{id}/{lang}/confirm',
  ...access('edit'),
  summary: '"Still correct": a text is checked as of today',
  description: 'The history says by whom, and how often it was used lately. `If-Match` names the text that was read.',
  request: { params: z.object({ id: articleId, lang }), headers: z.object({ 'if-match': etagHeader }) },
  responses: {
    200: { description: 'Checked', content: { 'application/json': { schema: confirmOutput } } },
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerConfirmArticle(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), etag: c.req.valid('header')['if-match'] };
    return c.json(await services.confirmArticle(input, requestContext(c, clock)), 200);
  });
}
