import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';

const readyOutput = z
  .object({
    ready: z.boolean(),
    mode: z.enum(['hybrid', 'keyword']),
    index: z.object({ version: z.number(), passages: z.number(), articles: z.number() }).nullable(),
    model: z.string().nullable(),
    problems: z.number().openapi({ description: 'Errors in the content; see npm run check.' }),
  })
  .openapi('Ready');

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  ...access('open'),
  summary: 'The process is up',
  responses: { 200: { description: 'ok', content: { 'text/plain': { schema: z.string() } } } },
});

const readiness = createRoute({
  method: 'get',
  path: '/readyz',
  ...access('open'),
  summary: 'The bank answers',
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: readyOutput } } },
    503: { description: 'Not yet', content: { 'application/json': { schema: readyOutput } } },
  },
});

export function registerHealth(app: OpenAPIHono<Env>, { status }: HttpDeps): void {
  app.openapi(alive, (c) => c.text('ok', 200));
  app.openapi(readiness, (c) => {
    const { ready, mode, index, model, problems } = status();
    return c.json({ ready, mode, index, model, problems }, ready ? 200 : 503);
  });
}
