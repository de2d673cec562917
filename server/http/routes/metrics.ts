import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';

const route = createRoute({
  method: 'get',
  path: '/metrics',
  ...access('operate'),
  summary: 'Counts and times, for Prometheus',
  responses: { 200: { description: 'Prometheus text', content: { 'text/plain': { schema: z.string() } } } },
});

export function registerMetrics(app: OpenAPIHono<Env>, { metrics }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const text = await metrics.registry.metrics();
    return c.text(text, 200, { 'Content-Type': metrics.registry.contentType });
  });
}
