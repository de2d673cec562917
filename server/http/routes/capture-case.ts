import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { captureInput, captureOutput } from '../schemas/capture.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';

const captured = (description: string) => ({ description, content: { 'application/json': { schema: captureOutput } } });

const route = createRoute({
  method: 'post',
  path: '/v1/cases',
  ...access('capture'),
  summary: 'A solved case becomes knowledge',
  description:
    'Where something like it is known, `saved` is null and `similar` names it: send it again with `addPhrasingTo`, or with `acceptNew`. Saved, it is internal, not validated, and found at once. Personal data is replaced by variables, named in `draft.replaced`. The same case sent twice is saved once.',
  request: { body: { required: true, content: { 'application/json': { schema: captureInput } } } },
  responses: {
    200: captured('Near duplicates to look at first, or a preview: nothing was saved'),
    201: captured('Saved'),
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerCaptureCase(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) => {
    const output = await services.captureCase(c.req.valid('json'), requestContext(c, clock));
    return c.json(output, output.saved ? 201 : 200);
  });
}
