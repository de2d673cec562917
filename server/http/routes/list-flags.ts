import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { flagsOutput, flagsQuery } from '../schemas/flag.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/flags',
  ...access('feedback'),
  summary: "Flags and what became of them: the caller's own, or with the scope `edit` all",
  request: { query: flagsQuery },
  responses: {
    200: { description: 'Flags, newest first', content: { 'application/json': { schema: flagsOutput } } },
    ...errorAnswers,
  },
});

export function registerListFlags(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.listFlags(c.req.valid('query'), requestContext(c, clock)), 200),
  );
}
