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
    const { format, ...input } = c.req.valid('query');
    const report = await services.monthlyReport(input, requestContext(c, clock));
    if (format === 'markdown') return c.body(report.markdown, 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    return c.html(page({ ...report, month: input.month, now: clock.now() }), 200);
  });
}

/** A title from the heading; the months beside it are for the screen, not for paper. */
function page({ html, lang, month, now }: { html: string; lang: string; month: string; now: Date }): string {
  const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? month;
  const beside = [-1, 1].map((step) => {
    const first = new Date(`${month}-01T00:00:00Z`);
    first.setUTCMonth(first.getUTCMonth() + step);
    if (first > now) return '';
    const name = first.toLocaleDateString(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return `<a href="?month=${first.toISOString().slice(0, 7)}&amp;lang=${lang}">${step < 0 ? `← ${name}` : `${name} →`}</a>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/pages/report.css">`;
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body><nav>${beside.join('')}</nav><main>${html}</main></body></html>`;
}
