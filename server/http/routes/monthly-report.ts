import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { reportQuery } from '../schemas/insights.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/insights/report',
  ...access('lead'),
  summary: 'A month on one page, to be printed or pasted',
  request: { query: reportQuery },
  responses: {
    200: {
      description: 'The page',
      content: { 'text/html': { schema: z.string() }, 'text/markdown': { schema: z.string() } },
    },
    ...errorAnswers,
  },
});

export function registerMonthlyReport(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const { month, format } = c.req.valid('query');
    const { markdown, html } = await services.monthlyReport({ month }, requestContext(c, clock));
    if (format === 'markdown') return c.body(markdown, 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${month}</title><link rel="stylesheet" href="/pages/report.css">`;
    return c.html(`<!doctype html><html lang="en"><head>${head}</head><body><main>${html}</main></body></html>`, 200);
  });
}
