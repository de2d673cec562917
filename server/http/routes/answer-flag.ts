import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { flag, flagAnswer, flagId } from '../schemas/flag.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/flags/{id}/answer',
  ...access('edit'),
  summary: 'Tells whoever flagged what became of it',
  request: {
    params: z.object({ id: flagId }),
    body: { required: true, content: { 'application/json': { schema: flagAnswer } } },
  },
  responses: {
    200: { description: 'Answered', content: { 'application/json': { schema: flag } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerAnswerFlag(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await services.answerFlag(input, requestContext(c, clock)), 200);
  });
}
