import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { draft, draftInput } from '../schemas/saving.ts';
import { articleId, lang } from '../schemas/words.ts';

const route = createRoute({
  method: 'put',
  path: '/v1/drafts/{id}/{lang}',
  ...access('edit'),
  summary: 'Keeps a text that is not saved yet',
  description:
    'One for each editor and text; it outlives a closed tab. With `proposal` the owner of the article sees it.',
  request: {
    params: z.object({ id: articleId, lang }),
    body: { required: true, content: { 'application/json': { schema: draftInput } } },
  },
  responses: {
    200: { description: 'Kept', content: { 'application/json': { schema: draft } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerKeepDraft(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await services.keepDraft(input, requestContext(c, clock)), 200);
  });
}
