import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';
import { factInput, factName, factOutput } from '../schemas/facts.ts';
import { etagHeader } from '../schemas/saving.ts';

const route = createRoute({
  method: 'put',
  path: '/v1/facts/{name}',
  ...access('edit'),
  summary: 'What a fact is from a day on, in all articles',
  description:
    'Answers every text in every language that it touches. `If-Match` names the etag of GET /v1/facts; a dry run needs none.',
  request: {
    params: z.object({ name: factName }),
    headers: z.object({ 'if-match': etagHeader.optional() }),
    body: { required: true, content: { 'application/json': { schema: factInput } } },
  },
  responses: {
    200: { description: 'Saved, or what would be', content: { 'application/json': { schema: factOutput } } },
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerSaveFact(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const etag = c.req.valid('header')['if-match'] ?? null;
    const input = { ...c.req.valid('param'), ...c.req.valid('json'), etag };
    return c.json(await services.saveFact(input, requestContext(c, clock)), 200);
  });
}
