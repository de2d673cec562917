import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Env, HttpDeps } from '../environment.ts';

/** Chunks carry a hash of their content in their name; nothing else may be kept without asking. */
const HASHED = /\/chunks\/[^/]+-[A-Za-z0-9_]{8}\.(js|css)(\.map)?$/;

/** The framed page checks for itself who speaks to it. An origin holds no character that HTML reads. */
const NO_ORIGINS = 'name="erfara-origins" content=""';

/** The bundled pages and elements. */
export function registerPages(app: OpenAPIHono<Env>, { settings }: HttpDeps): void {
  const caching = async (c: Parameters<ReturnType<typeof etag>>[0], next: () => Promise<void>) => {
    await next();
    if (!c.res.ok && c.res.status !== 304) return;
    c.header('Cache-Control', HASHED.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
  const served = [caching, compress(), etag()] as const;
  app.get('/', ...served, serveStatic({ root: settings.dist, path: 'pages/inbox.html' }));
  app.get('/embed', ...served, async (c) => {
    const page = await readFile(join(settings.dist, 'pages', 'embed.html'), 'utf8');
    return c.html(page.replace(NO_ORIGINS, `name="erfara-origins" content="${settings.origins.join(' ')}"`));
  });
  app.get('/search', ...served, serveStatic({ root: settings.dist, path: 'pages/search.html' }));
  app.get('/console', ...served, serveStatic({ root: settings.dist, path: 'pages/console.html' }));
  app.get('/incident/:id', ...served, serveStatic({ root: settings.dist, path: 'pages/incident.html' }));
  app.get('/pages/*', ...served, serveStatic({ root: settings.dist }));
  app.get('/components/*', ...served, serveStatic({ root: settings.dist }));
}
