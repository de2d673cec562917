import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { draft } from '../schemas/saving.ts';
import { articleId, lang } from '../schemas/words.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/drafts/{id}/{lang}',
  ...access('edit'),
  summary: 'The draft of a text',
  description: 'The caller’s own, or else the newest proposal that the caller decides on.',
  request: {
    params: z.object({ id: articleId, lang }),
  },
  responses: {
    200: { description: 'The draft', content: { 'application/json': { schema: draft } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerReadDraft(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param') };
    return c.json(await services.readDraft(input, requestContext(c, clock)), 200);
  });
}
