import type { MiddlewareHandler } from 'hono';
import type { Audience } from '../../domain/audience.ts';
import type { Editor, Principal } from '../../domain/principal.ts';
import type { Env } from '../environment.ts';

/** Until keys exist there is one principal: whoever sits at this machine. */
export function localPrincipalAt(audience: Audience, editor?: Editor): Principal {
  return {
    id: 'local',
    scopes: ['suggest', 'search', 'feedback', 'capture', 'edit', 'lead', 'operate'],
    audience,
    filter: null,
    ...(editor ? { editor } : {}),
  };
}

/** Every request is this principal's. */
export function authenticate(principal: Principal): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set('principal', principal);
    await next();
  };
}
