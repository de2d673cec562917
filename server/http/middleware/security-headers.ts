import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../environment.ts';

/**
 * Nothing inline, nothing from elsewhere; the listed origins may frame `/embed`, and nothing else.
 * Elements bring their styles as constructed sheets, which need no exception.
 */
export function securityHeaders(origins: string[]): MiddlewareHandler<Env> {
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
  const framed = secureHeaders({
    ...common,
    // It knows no list; frame-ancestors stands above it where both are known.
    xFrameOptions: false,
    crossOriginResourcePolicy: 'cross-origin',
    contentSecurityPolicy: { ...common.contentSecurityPolicy, frameAncestors: ["'self'", ...origins] },
  });
  return (c, next) => {
    if (c.req.path === '/embed') return framed(c, next);
    return (c.req.path.startsWith('/components/') ? embeddable : inside)(c, next);
  };
}
