import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { gapAction, gapId, gapOutput } from '../schemas/gaps.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/gaps/{id}',
  ...access('edit'),
  summary: 'An article answers a gap, or it is nobody’s business here, or it is one again',
  description:
    '`answered-by` adds the phrasing to the questions of the article, saved as any other change: it may be refused as `would-lose`, and is sent again with the token.',
  request: {
    params: z.object({ id: gapId }),
    body: { required: true, content: { 'application/json': { schema: gapAction } } },
  },
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: gapOutput } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerSettleGap(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') };
    return c.json(await services.settleGap(input, requestContext(c, clock)), 200);
  });
}
