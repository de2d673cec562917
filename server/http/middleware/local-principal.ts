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

/** The host's reference of the agent at the keyboard, percent-encoded. */
export const AGENT_HEADER = 'X-Erfara-Agent';
const LONGEST_AGENT = 200;

/**
 * Every request is this principal's. A host that serves several agents tells them apart by `X-Erfara-Agent`: they may all
 * do the same, and each has remarks, drafts and figures of their own. It is a name, not a proof; only pseudonyms of it are kept.
 */
export function authenticate(principal: Principal): MiddlewareHandler<Env> {
  return async (c, next) => {
    const agent = c.req.header(AGENT_HEADER)?.slice(0, LONGEST_AGENT);
    c.set('principal', agent ? { ...principal, id: `${principal.id} ${agent}` } : principal);
    await next();
  };
}
