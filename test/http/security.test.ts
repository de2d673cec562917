import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const DESK = 'https://desk.example.com';

let bank: SmallBank;
beforeAll(async () => {
  bank = await openSmallBank({ ERFARA_ORIGINS: DESK, ERFARA_MAX_BODY: '4KB' });
});
afterAll(() => bank.close());

const code = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;

/** Pages and what they are made of: whoever reaches the server may load them, and they hold nothing of the bank. */
const PAGES = [
  '/',
  '/embed',
  '/incident/:id',
  '/search',
  '/console',
  '/incident/:id',
  '/pages/*',
  '/components/*',
  '/docs',
  '/docs/start.js',
  '/docs/:asset',
  '/openapi.json',
];

interface Operation {
  'x-scope'?: string;
}

async function operations(): Promise<{ method: string; path: string; scope: string | undefined }[]> {
  const document = (await (await bank.ask('/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      scope: operation['x-scope'],
    })),
  );
}

describe('every route', () => {
  it('declares its scope, or is a page', async () => {
    const declared = await operations();
    const routes = bank.app.routes.filter(({ method, path }) => method !== 'ALL' && !PAGES.includes(path));
    expect(routes.length).toBeGreaterThan(0);
    for (const { method, path } of routes) {
      const asWritten = path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = declared.find((each) => each.method === method && each.path === asWritten);
      expect(operation?.scope, `${method} ${path} declares no scope: see server/http/access.ts`).toBeTruthy();
    }
  });

  it('leaves nothing under /v1 open', async () => {
    const open = (await operations()).filter(({ path, scope }) => path.startsWith('/v1') && scope === 'open');
    expect(open).toEqual([]);
  });

  it('refuses a foreign host and a foreign origin, and carries the security headers', async () => {
    for (const { method, path } of await operations()) {
      const address = path.replace('{id}', 'bag-fee');
      const foreignHost = await bank.ask(address, { method, headers: { Host: 'evil.example' } });
      expect(await code(foreignHost), `${method} ${path}`).toBe('foreign-host');
      for (const Origin of ['https://evil.example', 'null', `${DESK}.evil.example`]) {
        const foreignOrigin = await bank.ask(address, { method, headers: { Origin } });
        expect(await code(foreignOrigin), `${method} ${path} from ${Origin}`).toBe('foreign-origin');
        expect(foreignOrigin.headers.get('access-control-allow-origin')).toBeNull();
        expect(foreignOrigin.headers.get('content-security-policy')).toContain("script-src 'self';");
        expect(foreignOrigin.headers.get('x-content-type-options')).toBe('nosniff');
      }
    }
  });

  it('answers other methods with 405 and OPTIONS with what it takes', async () => {
    for (const { path } of await operations()) {
      const address = path.replace('{id}', 'bag-fee');
      const refused = await bank.ask(address, { method: 'PATCH' });
      expect(refused.status, path).toBe(405);
      expect(await code(refused)).toBe('method-not-allowed');
      const options = await bank.ask(address, { method: 'OPTIONS' });
      expect(options.status, path).toBe(204);
      expect(options.headers.get('allow')).toBe(refused.headers.get('allow'));
    }
  });

  it('answers HEAD where it answers GET, without a body', async () => {
    for (const path of [
      '/v1/search?q=bag',
      '/v1/articles/bag-fee',
      '/v1/flags',
      '/v1/news?since=2026-11-22T08:00:00Z',
      '/v1/events',
      '/healthz',
      '/readyz',
      '/metrics',
      '/docs',
    ]) {
      const head = await bank.ask(path, { method: 'HEAD' });
      expect(head.status, path).toBe(200);
      expect(await head.text(), path).toBe('');
    }
    expect((await bank.ask('/v1/suggest', { method: 'HEAD' })).status).toBe(405);
  });
});

describe('hosts and origins', () => {
  it('answers on every name of this machine', async () => {
    for (const Host of ['localhost:8787', '127.0.0.1', '[::1]:8787', 'LOCALHOST']) {
      expect((await bank.ask('/healthz', { headers: { Host } })).status, Host).toBe(200);
    }
    for (const Host of ['localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.4', '0.0.0.0']) {
      expect((await bank.ask('/healthz', { headers: { Host } })).status, Host).toBe(403);
    }
  });

  it('lets a listed origin in, preflight included', async () => {
    const preflight = await bank.ask('/v1/suggest', {
      method: 'OPTIONS',
      headers: {
        Origin: DESK,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
        'Access-Control-Request-Private-Network': 'true',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(DESK);
    expect(preflight.headers.get('access-control-allow-methods')).toMatch(/POST.*DELETE/);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
    expect(preflight.headers.get('access-control-allow-private-network')).toBe('true');
    const answer = await bank.post('/v1/suggest', { message: 'hej' }, { Origin: DESK });
    expect(answer.headers.get('access-control-allow-origin')).toBe(DESK);
    expect(answer.headers.get('vary')).toContain('Origin');
    const wrong = await bank.post('/v1/suggest', {}, { Origin: DESK });
    expect(wrong.status).toBe(400);
    expect(wrong.headers.get('access-control-allow-origin')).toBe(DESK);
  });

  it('needs no header from its own pages', async () => {
    const answer = await bank.post(
      '/v1/suggest',
      { message: 'hej' },
      { Origin: 'http://127.0.0.1', Host: '127.0.0.1' },
    );
    expect(answer.status).toBe(200);
  });
});

describe('bodies', () => {
  it('are JSON: what a foreign form could send is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ]) {
      const headers = { 'Content-Type': type };
      const response = await bank.ask('/v1/suggest', { method: 'POST', headers, body: '{"message":"hej"}' });
      expect(response.status, type).toBe(415);
    }
    const bare = await bank.ask('/v1/feedback', { method: 'POST', body: new TextEncoder().encode('{"events":[]}') });
    expect(bare.status).toBe(415);
  });

  it('are refused beyond the limit, announced or streamed', async () => {
    expect((await bank.post('/v1/suggest', { message: 'x'.repeat(5_000) })).status).toBe(413);
    const server = createAdaptorServer({ fetch: bank.app.fetch });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve) => {
      const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
      const sent = request({ port, host: '127.0.0.1', path: '/v1/suggest', method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', () => undefined);
      for (let i = 0; i < 20; i += 1) sent.write('x'.repeat(1_000));
      sent.end();
    });
    await new Promise((resolve) => server.close(resolve));
    expect(status).toBe(413);
  });
});

describe('request ids', () => {
  it('come back as they were given when they are plain, and are made otherwise', async () => {
    const given = await bank.ask('/healthz', { headers: { 'X-Request-Id': 'case-42' } });
    expect(given.headers.get('x-request-id')).toBe('case-42');
    const made = await bank.ask('/healthz', { headers: { 'X-Request-Id': '<script>' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
