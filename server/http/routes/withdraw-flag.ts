import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { flagId, withdrawnFlag } from '../schemas/flag.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/flags/{id}',
  ...access('feedback'),
  summary: "Takes back the caller's own flag",
  description: 'Within an hour, and before an editor has answered it.',
  request: { params: z.object({ id: flagId }) },
  responses: {
    200: { description: 'Taken back', content: { 'application/json': { schema: withdrawnFlag } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerWithdrawFlag(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.withdrawFlag(c.req.valid('param').id, requestContext(c, clock)), 200),
  );
}
