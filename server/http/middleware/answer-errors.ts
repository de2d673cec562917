import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { ErfaraError } from '../../domain/errors.ts';
import type { ErrorBody } from '../contract.ts';
import type { Env } from '../environment.ts';

/** Answers errors that were thrown. What is not in the catalogue is logged and told as `internal`. */
export function answerErrors(log: Logger): ErrorHandler<Env> {
  return (thrown, c) => {
    const error = fromCatalogue(thrown);
    if (error.status >= 500 && error.code !== 'busy') {
      const { code, details, cause } = error;
      const why = cause instanceof Error ? cause.stack : cause;
      log.error({ requestId: c.get('requestId'), code, details, cause: why }, 'request failed');
    }
    return respond(c, error);
  };
}

/** What is not there answers like what may not be seen. */
export const answerNotFound: NotFoundHandler<Env> = (c) => respond(c, new ErfaraError('not-found'));

/** `OPTIONS` is told the methods; any other method that the address does not take is refused, with the same list. */
export function answerOtherMethod(c: Context<Env>, methods: string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allow } });
  c.header('Allow', allow);
  return respond(c, new ErfaraError('method-not-allowed'));
}

/** The one place where an error becomes a response. */
function respond(c: Context<Env>, error: ErfaraError): Response {
  const body: ErrorBody = {
    error: {
      code: error.code,
      message: error.message,
      docs: '/docs',
      requestId: c.get('requestId'),
      details: error.details,
      ...(error.retryAfter === null ? {} : { retryAfter: error.retryAfter }),
      ...(error.about === null ? {} : { about: error.about }),
    },
  };
  if (error.retryAfter !== null) c.header('Retry-After', String(error.retryAfter));
  c.header('Cache-Control', 'no-store');
  return c.json(body, error.status as ContentfulStatusCode);
}

function fromCatalogue(thrown: unknown): ErfaraError {
  if (thrown instanceof ErfaraError) return thrown;
  if (thrown instanceof HTTPException) {
    if (thrown.status === 415) return new ErfaraError('not-json');
    if (thrown.status === 413) return new ErfaraError('body-too-large');
    if (thrown.status < 500) {
      return new ErfaraError('bad-request', {
        details: [{ path: 'body', rule: 'json', message: 'The body is not JSON.' }],
      });
    }
  }
  return new ErfaraError('internal', { cause: thrown });
}
