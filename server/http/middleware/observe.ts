import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Env, HttpDeps } from '../environment.ts';

/** Counts and times every request, and logs it without its query string or body. */
export function observe({ metrics, log }: Pick<HttpDeps, 'metrics' | 'log'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const seconds = (performance.now() - start) / 1000;
    const found = routePath(c, -1);
    const route = found === '/*' || found === '*' ? 'none' : found;
    metrics.requests.inc({ route, method: c.req.method, status: c.res.status });
    metrics.seconds.observe({ route }, seconds);
    const { status } = c.res;
    log.debug(
      { requestId: c.get('requestId'), method: c.req.method, route, status, ms: Math.round(seconds * 1000) },
      'request',
    );
  };
}
