import type { MiddlewareHandler } from 'hono';
import type { Audience } from '../../domain/audience.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Env } from '../environment.ts';

/** Until keys exist there is one principal: whoever sits at this machine. */
export function localPrincipal(audience: Audience): MiddlewareHandler<Env> {
  const principal: Principal = {
    id: 'local',
    scopes: ['suggest', 'search', 'feedback', 'capture', 'edit', 'lead', 'operate'],
    audience,
    filter: null,
  };
  return async (c, next) => {
    c.set('principal', principal);
    await next();
  };
}
