import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../server/project-root.ts';
import { launchChromium } from './chromium.ts';

const PAGE = '<!doctype html><title>Tab</title><script type="module" src="/listen.js"></script>';
const LISTEN = `
  import { eventsOf } from './web-components/client/shared-events.ts';
  window.heard = [];
  eventsOf({ base: location.origin }).listen((event) => window.heard.push(event.version));
`;

let browser: Browser;
let server: Server;
let url: string;
const streams = new Set<ServerResponse>();
const opened: string[] = [];

beforeAll(async () => {
  const stdin = { contents: LISTEN, resolveDir: projectRoot(), loader: 'ts' } as const;
  const { outputFiles = [] } = await build({ stdin, bundle: true, format: 'esm', write: false });
  const script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    if (request.url === '/') return void response.setHeader('Content-Type', 'text/html').end(PAGE);
    if (request.url === '/listen.js') return void response.setHeader('Content-Type', 'text/javascript').end(script);
    if (request.url !== '/v1/events') return void response.writeHead(404).end();
    opened.push(String(request.headers['last-event-id']));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('id: e0\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const tell = (version: number) => {
  const event = { id: `e${version}`, type: 'index-changed', version };
  for (const stream of streams) stream.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
};
const heardIn = (page: Page) => page.evaluate(() => (window as unknown as { heard: number[] }).heard);

test('ten tabs keep one connection, each hears everything once, and another goes on when the reader closes', async () => {
  const context = await browser.newContext();
  const tabs: Page[] = [];
  for (let i = 0; i < 10; i += 1) {
    const page = await context.newPage();
    await page.goto(url);
    tabs.push(page);
  }
  await expect.poll(() => streams.size).toBe(1);
  tell(1);
  for (const tab of tabs) await expect.poll(() => heardIn(tab)).toEqual([1]);
  await tabs.shift()?.close();
  await expect.poll(() => opened).toEqual(['undefined', 'e1']);
  await expect.poll(() => streams.size).toBe(1);
  tell(2);
  for (const tab of tabs) await expect.poll(() => heardIn(tab)).toEqual([1, 2]);
  await context.close();
});
