import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { insightsCsv } from '../../services/insights/insights-csv.ts';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { errorAnswers } from '../schemas/errors.ts';
import { insightsOutput, insightsQuery } from '../schemas/insights.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/insights',
  ...access('lead'),
  summary: 'What can be read of the work, as lines over time, as JSON or CSV',
  description:
    'A point is null where fewer than five agents stand behind it, and where nothing happened. `questions`: messages that asked something. `answered-share`: of them, those with a suggestion. `abstention`: of them, those left without, by reason. `acceptance`: of the answered ones, those whose answer an agent took. `edit-distance`: median part of the answer that was changed before it was sent. `time-to-insert`: median seconds from shown to taken. `link-rate`: of the cases that got a reply, those with an article. `reuse`: answers taken, of those and the new cases written down. `coverage`: of the questions, those whose article has a Reply in their language; or one that suits their channel: a variant for it, or a Reply within its good length; as the bank is now. `time-to-reply`: median seconds from message to reply. `solved-on-first-reply`, `reopened-within-7-days`: of the resolved cases. `rating`: mean, 1 to 5. `cases-by-cause-owner`: cases by who in the company could end what makes them. `causes`: the same by what somebody in the company could end. `changes`: with the acceptance of the article two weeks before and after.',
  request: { query: insightsQuery },
  responses: {
    200: {
      description: 'Lines over time',
      content: { 'application/json': { schema: insightsOutput }, 'text/csv': { schema: z.string() } },
    },
    ...errorAnswers,
  },
});

export function registerInsights(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const input = c.req.valid('query');
    const output = await services.insights(input, requestContext(c, clock));
    if (input.format !== 'csv') return c.json(output, 200);
    return c.body(insightsCsv(output), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="erfara-insights.csv"',
    });
  });
}
