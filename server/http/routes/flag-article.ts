import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { flag, flagInput } from '../schemas/flag.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/flags',
  ...access('feedback'),
  summary: 'A remark that an article is wrong',
  description: 'Personal data is taken out before it is kept. The answer comes back in GET /v1/flags and as an event.',
  request: { body: { required: true, content: { 'application/json': { schema: flagInput } } } },
  responses: {
    201: { description: 'Kept', content: { 'application/json': { schema: flag } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerFlagArticle(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.flagArticle(c.req.valid('json'), requestContext(c, clock)), 201),
  );
}
