import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { previewInput, previewOutput } from '../schemas/article-list.ts';
import { errorAnswers, notFoundAnswer } from '../schemas/errors.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/previews',
  ...access('edit'),
  summary: 'A text that is not saved yet, as an agent reads it and a customer gets it',
  request: { body: { required: true, content: { 'application/json': { schema: previewInput } } } },
  responses: {
    200: { description: 'Its sections and replies', content: { 'application/json': { schema: previewOutput } } },
    ...errorAnswers,
    ...notFoundAnswer,
  },
});

export function registerPreviewText(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.previewText(c.req.valid('json'), requestContext(c, clock)), 200),
  );
}
