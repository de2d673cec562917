import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../environment.ts';

/** Nothing inline, nothing from elsewhere. Elements bring their styles as constructed sheets, which need no exception. */
export function securityHeaders(): MiddlewareHandler<Env> {
  const common = {
    strictTransportSecurity: false,
    xFrameOptions: 'SAMEORIGIN',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'self'"],
    },
  };
  const inside = secureHeaders(common);
  const embeddable = secureHeaders({ ...common, crossOriginResourcePolicy: 'cross-origin' });
  return (c, next) => (c.req.path.startsWith('/components/') ? embeddable : inside)(c, next);
}
