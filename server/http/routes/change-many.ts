import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { bulkInput, bulkOutput } from '../schemas/bulk.ts';
import { errorAnswers, saveAnswers } from '../schemas/errors.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/bulk',
  ...access('edit'),
  summary: 'Moves, tags, archives or merges articles, or tells of what makes their cases',
  description:
    'One change in the history. `dryRun` answers the diff of every file and does nothing. A merged id leads to the other article for ever. `cause`: who could end what makes the cases, and the days on which they were told, accepted it and fixed it.',
  request: { body: { required: true, content: { 'application/json': { schema: bulkInput } } } },
  responses: {
    200: { description: 'Done, or what would be', content: { 'application/json': { schema: bulkOutput } } },
    ...errorAnswers,
    ...saveAnswers,
  },
});

export function registerChangeMany(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.changeMany(c.req.valid('json'), requestContext(c, clock)), 200),
  );
}
