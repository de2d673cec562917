import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { ERROR_CODES, ErfaraError } from '../../domain/errors.ts';
import type { Env } from '../environment.ts';

/** The files of swagger-ui-dist that the page needs; nothing else of the package is served. */
const ASSETS: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Erfara API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<script src="/docs/swagger-ui-bundle.js" defer></script>
<script src="/docs/start.js" defer></script>
</head>
<body>
<main id="docs"></main>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });
`;

/** The API described for machines and people; works without a network. */
export function registerDocs(app: OpenAPIHono<Env>): void {
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const served = [compress(), etag()] as const;
  app.get('/openapi.json', ...served, (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Erfara', version: 'v1', description: describeErrors() },
      }),
    );
  });
  app.get('/docs', ...served, (c) => c.html(PAGE));
  app.get('/docs/start.js', ...served, (c) => c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  app.get('/docs/:asset', ...served, async (c) => {
    const name = c.req.param('asset');
    const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
    if (type === undefined) throw new ErfaraError('not-found');
    const bytes = await readFile(join(assets, name));
    return c.body(Uint8Array.from(bytes), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  });
}

function describeErrors(): string {
  const rows = ERROR_CODES.map((code) => {
    const { status, message } = new ErfaraError(code);
    return `| \`${code}\` | ${status} | ${message} |`;
  });
  return [
    'An experience bank for customer service. `/v1` only grows: ignore fields and values that you do not know.',
    '',
    '### Errors',
    '',
    '| code | status | what happened, and what to do |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}
