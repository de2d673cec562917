import type { Context } from 'hono';
import { normaliseLang } from '../domain/language.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Env } from './environment.ts';

/** What a service is handed beside its input. */
export function requestContext(c: Context<Env>, clock: Clock): Ctx {
  const first = (c.req.header('accept-language') ?? '').split(/[,;]/)[0] ?? '';
  return {
    principal: c.get('principal'),
    now: clock.now(),
    requestId: c.get('requestId'),
    signal: c.req.raw.signal,
    locale: /^[a-z]{2,3}(-|$)/i.test(first) ? normaliseLang(first) : 'en',
  };
}
