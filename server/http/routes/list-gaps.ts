import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { gapsOutput, gapsQuery } from '../schemas/gaps.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/gaps',
  ...access('edit'),
  summary: 'What customers asked and nothing answered',
  description:
    'Clusters of questions over languages, from a number of distinct cases, without personal data. One closes by itself when its phrasings are answered.',
  request: { query: gapsQuery },
  responses: {
    200: { description: 'Most cases first', content: { 'application/json': { schema: gapsOutput } } },
    ...errorAnswers,
  },
});

export function registerListGaps(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => c.json(await services.listGaps(c.req.valid('query'), requestContext(c, clock)), 200));
}
