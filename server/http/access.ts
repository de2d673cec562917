import type { MiddlewareHandler } from 'hono';
import { ErfaraError } from '../domain/errors.ts';
import type { Scope } from '../domain/principal.ts';
import type { Env } from './environment.ts';

/** A scope, or `open`: for machines that watch the server, and pages. */
export type Access = Scope | 'open';

/** Declares who may call a route: in its OpenAPI operation as `x-scope`, and as a check before anything is read. */
export function access<A extends Access>(needed: A) {
  const check: MiddlewareHandler<Env> = async (c, next) => {
    if (needed !== 'open' && !c.get('principal').scopes.includes(needed)) {
      const message = `This needs the scope "${needed}".`;
      throw new ErfaraError('missing-scope', { details: [{ path: 'principal', rule: 'scope', message }] });
    }
    await next();
  };
  return { 'x-scope': needed, middleware: check };
}
