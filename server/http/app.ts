import { OpenAPIHono } from '@hono/zod-openapi';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { v7 as uuidv7 } from 'uuid';
import { ErfaraError } from '../domain/errors.ts';
import type { Env, HttpDeps } from './environment.ts';
import { answerErrors, answerNotFound, answerOtherMethod } from './middleware/answer-errors.ts';
import { guardHost, guardOrigin } from './middleware/guard-origin.ts';
import { limitBody, limitConcurrency, limitTime } from './middleware/limits.ts';
import { authenticate } from './middleware/local-principal.ts';
import { observe } from './middleware/observe.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { registerAnswerFlag } from './routes/answer-flag.ts';
import { registerCaptureCase } from './routes/capture-case.ts';
import { registerCheckChange } from './routes/check-change.ts';
import { registerDesk } from './routes/desk.ts';
import { registerDocs } from './routes/docs.ts';
import { registerFlagArticle } from './routes/flag-article.ts';
import { registerFollowEvents } from './routes/follow-events.ts';
import { registerHealth } from './routes/health.ts';
import { registerListFlags } from './routes/list-flags.ts';
import { registerListNews } from './routes/list-news.ts';
import { registerMetrics } from './routes/metrics.ts';
import { registerPages } from './routes/pages.ts';
import { registerReadArticle } from './routes/read-article.ts';
import { registerRecordFeedback } from './routes/record-feedback.ts';
import { registerSearch } from './routes/search.ts';
import { registerSuggest } from './routes/suggest.ts';
import { registerUndoCapture } from './routes/undo-capture.ts';
import { registerWithdrawFlag } from './routes/withdraw-flag.ts';

export type App = OpenAPIHono<Env>;

/** The whole HTTP surface over the services. */
export function createApp(deps: HttpDeps): App {
  const { settings } = deps;
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const details = result.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.') || result.target,
        rule: issue.code,
        message: issue.message,
      }));
      throw new ErfaraError('bad-request', { details: details.slice(0, 20) });
    },
  });
  app.onError(answerErrors(deps.log));
  app.notFound(answerNotFound);
  app.use(requestId({ limitLength: 64, generator: () => uuidv7() }));
  app.use(observe(deps));
  app.use(securityHeaders(settings.origins));
  app.use(guardHost);
  app.use(guardOrigin(settings.origins));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: answerOtherMethod }));
  app.use(authenticate(settings.principal));
  app.use('/v1/*', limitConcurrency(settings.atOnce), limitTime(settings.timeoutMs), limitBody(settings.maxBody));
  registerSuggest(app, deps);
  registerSearch(app, deps);
  registerReadArticle(app, deps);
  registerRecordFeedback(app, deps);
  registerCaptureCase(app, deps);
  registerUndoCapture(app, deps);
  registerFlagArticle(app, deps);
  registerListFlags(app, deps);
  registerAnswerFlag(app, deps);
  registerWithdrawFlag(app, deps);
  registerListNews(app, deps);
  registerFollowEvents(app, deps);
  registerCheckChange(app, deps);
  registerDesk(app, deps);
  registerHealth(app, deps);
  registerMetrics(app, deps);
  registerDocs(app);
  registerPages(app, deps);
  return app;
}
