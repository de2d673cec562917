import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { gapDraftInput, gapId } from '../schemas/gaps.ts';
import { draft } from '../schemas/saving.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/gaps/{id}/draft',
  ...access('edit'),
  summary: 'Begins the article that a gap lacks',
  description:
    'A draft of the caller’s own, with the phrasings as questions and the Reply that agents sent most; begun before, it is the draft as it stands.',
  request: {
    params: z.object({ id: gapId }),
    body: { required: true, content: { 'application/json': { schema: gapDraftInput } } },
  },
  responses: {
    200: { description: 'The draft', content: { 'application/json': { schema: draft } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerDraftGap(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') };
    return c.json(await services.draftGap(input, requestContext(c, clock)), 200);
  });
}
