import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { suggestInput, suggestOutput } from '../schemas/suggest.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/suggest',
  ...access('suggest'),
  summary: 'Answers that fit a message or conversation',
  description: 'Every suggestion says why it was chosen; an empty answer says why not, and is not an error.',
  request: { body: { required: true, content: { 'application/json': { schema: suggestInput } } } },
  responses: {
    200: { description: 'Suggestions or abstentions', content: { 'application/json': { schema: suggestOutput } } },
    ...errorAnswers,
  },
});

export function registerSuggest(app: OpenAPIHono<Env>, { services, clock, metrics }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const output = await services.suggest(c.req.valid('json'), requestContext(c, clock));
    metrics.suggestions.inc({ outcome: output.abstentions[0]?.reason ?? 'shown' });
    return c.json(output, 200);
  });
}
