import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { ErfaraError } from '../../domain/errors.ts';
import type { Env } from '../environment.ts';
import { AGENT_HEADER } from './local-principal.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Refuses a `Host` that is not loopback, so that no name that a stranger owns leads here (DNS rebinding). */
export const guardHost: MiddlewareHandler<Env> = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOOPBACK.test(host)) {
    const message = 'The Host header names another machine.';
    throw new ErfaraError('foreign-host', { details: [{ path: 'Host', rule: 'loopback', message }] });
  }
  await next();
};

/** Refuses an `Origin` that is neither the server's own nor listed; gives the listed ones CORS, preflight included. */
export function guardOrigin(listed: string[]): MiddlewareHandler<Env> {
  const allow = cors({
    origin: listed,
    allowMethods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowHeaders: ['Content-Type', 'X-Request-Id', 'Last-Event-ID', AGENT_HEADER],
    exposeHeaders: ['X-Request-Id', 'ETag', 'Retry-After'],
    maxAge: 600,
  });
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined || isOwn(origin, c.req.header('host') ?? new URL(c.req.url).host)) return next();
    if (!listed.includes(origin)) {
      const message = `${origin.slice(0, 200)} is not in ERFARA_ORIGINS.`;
      throw new ErfaraError('foreign-origin', { details: [{ path: 'Origin', rule: 'origin', message }] });
    }
    const preflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    // A page on the internet that embeds a bank on this machine: Chromium asks separately (Private Network Access).
    if (preflight && c.req.header('access-control-request-private-network')) {
      c.header('Access-Control-Allow-Private-Network', 'true');
    }
    if (c.req.method === 'OPTIONS' && !preflight) return next();
    return allow(c, next);
  };
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
