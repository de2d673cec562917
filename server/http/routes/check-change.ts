import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { checkInput, checkOutput } from '../schemas/check.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/checks',
  ...access('edit'),
  summary: 'What a change would do, before it is saved',
  description:
    "Lint of the texts sent, the bank's own questions that the change would gain, lose or shake, and how messages would rank. Nothing is saved. While the bank's questions are tried for the first time the answer may be `busy`: Retry-After says when to come back.",
  request: { body: { required: true, content: { 'application/json': { schema: checkInput } } } },
  responses: {
    200: { description: 'What would change', content: { 'application/json': { schema: checkOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerCheckChange(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.checkChange(c.req.valid('json'), requestContext(c, clock)), 200),
  );
}
