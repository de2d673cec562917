import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { access } from '../access.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { requestContext } from '../request-context.ts';
import { undoneCapture } from '../schemas/capture.ts';
import { errorAnswers, writeAnswers } from '../schemas/errors.ts';
import { articleId } from '../schemas/words.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/cases/{id}',
  ...access('capture'),
  summary: 'Takes back what the caller captured',
  description:
    'Within an hour, and a new text only while nobody has changed it. The id is `saved.undo` of the capture; an added phrasing goes, its article stays.',
  request: { params: z.object({ id: articleId }) },
  responses: {
    200: { description: 'Taken back', content: { 'application/json': { schema: undoneCapture } } },
    ...errorAnswers,
    ...writeAnswers,
  },
});

export function registerUndoCapture(app: OpenAPIHono<Env>, { services, clock }: HttpDeps): void {
  app.openapi(route, async (c) =>
    c.json(await services.undoCapture(c.req.valid('param').id, requestContext(c, clock)), 200),
  );
}
