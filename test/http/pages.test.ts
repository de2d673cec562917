import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ErfaraError } from '../../server/domain/errors.ts';
import { type App, createApp } from '../../server/http/app.ts';
import type { HttpDeps } from '../../server/http/environment.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { localPrincipalAt } from '../../server/http/middleware/local-principal.ts';

let dist: string;
let app: App;
/** How the services answer in the test that is running. */
let answer: () => Promise<never>;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'erfara-dist-'));
  await mkdir(join(dist, 'components', 'chunks'), { recursive: true });
  await mkdir(join(dist, 'components', 'suggest'));
  await mkdir(join(dist, 'pages'));
  await writeFile(join(dist, 'pages', 'inbox.html'), '<!doctype html><title>Inbox</title>');
  await writeFile(join(dist, 'components', 'suggest', 'define.js'), `export const a = "${'a'.repeat(5_000)}";`);
  await writeFile(join(dist, 'components', 'chunks', 'lit-ABCD2345.js'), 'export const b = 1;');
  await writeFile(join(dist, 'secret.txt'), 'not served');
  const service = () => answer();
  const deps: HttpDeps = {
    // Every service answers the same; pages need none of them.
    services: new Proxy({} as HttpDeps['services'], { get: () => service }),
    settings: {
      ...{ origins: [], maxBody: 1024, principal: localPrincipalAt('internal'), dist },
      ...{ atOnce: 2, timeoutMs: 200, heartbeatMs: 1_000 },
    },
    status: () => ({ ready: false, mode: 'keyword', index: null, model: null, problems: 0 }),
    metrics: createMetrics(() => null),
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date() },
  };
  app = createApp(deps);
});
afterAll(() => rm(dist, { recursive: true, force: true }));

const ask = (path: string, init?: RequestInit) => app.request(`http://localhost:8787${path}`, init);
const suggest = () =>
  ask('/v1/suggest', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"message":"hej"}' });

it('serves the inbox at the root', async () => {
  const response = await ask('/');
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toContain('Inbox');
});

it('lets a hashed chunk be kept for ever, and has everything else asked for again', async () => {
  const cache = async (path: string) => (await ask(path)).headers.get('cache-control');
  expect(await cache('/components/chunks/lit-ABCD2345.js')).toContain('immutable');
  expect(await cache('/components/suggest/define.js')).toBe('no-cache');
  expect(await cache('/')).toBe('no-cache');
});

it('answers 304 to one who has it already, and gzip to one who takes it', async () => {
  const first = await ask('/components/suggest/define.js', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(first.headers.get('content-encoding')).toBe('gzip');
  const etag = first.headers.get('etag') ?? '';
  const again = await ask('/components/suggest/define.js', { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get('cache-control')).toBe('no-cache');
});

it('lets elements be loaded from other origins, and nothing else', async () => {
  const policy = async (path: string) => (await ask(path)).headers.get('cross-origin-resource-policy');
  expect(await policy('/components/suggest/define.js')).toBe('cross-origin');
  expect(await policy('/')).toBe('same-origin');
});

it('serves what describes the elements to editors and catalogues', async () => {
  await writeFile(join(dist, 'components', 'custom-elements.json'), '{"schemaVersion":"1.0.0"}');
  const response = await ask('/components/custom-elements.json');
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toEqual({ schemaVersion: '1.0.0' });
});

it('serves nothing beside its two folders', async () => {
  for (const path of [
    '/secret.txt',
    '/components/../secret.txt',
    '/components/%2e%2e/secret.txt',
    '/pages/..%2fsecret.txt',
  ]) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

it('is not ready before there is an index', async () => {
  expect((await ask('/readyz')).status).toBe(503);
});

it('tells the caller nothing of an unexpected error but where to look', async () => {
  answer = async () => {
    throw new Error('the password is hunter2');
  };
  const response = await suggest();
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).not.toContain('hunter2');
  expect(JSON.parse(text)).toMatchObject({
    error: { code: 'internal', requestId: response.headers.get('x-request-id') },
  });
});

it('says when to come back', async () => {
  answer = async () => {
    throw new ErfaraError('no-index', { retryAfter: 5 });
  };
  const response = await suggest();
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.json()).toMatchObject({ error: { code: 'no-index', retryAfter: 5 } });
});

it('is busy beyond its limit, and gives up on what takes too long', async () => {
  answer = () => new Promise(() => undefined);
  const responses = await Promise.all([suggest(), suggest(), suggest()]);
  const errors = await Promise.all(
    responses.map(
      async (response) => ((await response.json()) as { error: { code: string; details: { rule: string }[] } }).error,
    ),
  );
  expect(errors.map(({ code }) => code)).toEqual(['busy', 'busy', 'busy']);
  expect(errors.map(({ details }) => details[0]?.rule)).toEqual(['timeout', 'timeout', undefined]);
  expect((await ask('/healthz')).status).toBe(200);
});
