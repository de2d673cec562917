import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';
import { articleId, lang } from '../schemas/words.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/drafts/{id}/{lang}',
  ...access('edit'),
  summary: 'Discards the draft that reading it shows',
  request: { params: z.object({ id: articleId, lang }) },
  responses: { 204: { description: 'Discarded' }, ...errorAnswers, ...notFoundAnswer },
});

export function registerDiscardDraft(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    await services.discardDraft(c.req.valid('param'), requestContext(c, clock));
    return c.body(null, 204);
  });
}
