import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../../components/chromium.ts';
import { openSmallBank, type SmallBank } from '../../http/small-bank.ts';

export interface Served {
  body: string;
  type?: string;
  headers?: Record<string, string>;
}

/** What a host serves, by path, when it knows the bank's address. */
export type Site = (erfara: string) => Record<string, Served | string>;

export interface Host {
  readonly page: Page;
  readonly bank: SmallBank;
  /** Address of the bank's server. */
  readonly erfara: string;
  /** The host's origin, which is in ERFARA_ORIGINS. */
  readonly origin: string;
  /** The same pages on an origin that is not listed. */
  readonly stranger: string;
  /** What the page wrote to its console, errors and warnings. */
  readonly said: string[];
  /** Lets one test's page report what matches. */
  tolerate(report: RegExp): void;
  open(path?: string, from?: string): Promise<void>;
  /** The frame whose page is the bank's. */
  frame(): Frame;
}

/**
 * A helpdesk's own site on another origin than the bank's, the bank's real server, and a page of a browser. Fails a test whose
 * page reports an error.
 */
export function hostPage(site: Site, options: BrowserContextOptions = {}): Host {
  let browser: Browser;
  let bank: SmallBank;
  let page: Page;
  let erfara = '';
  const servers: Server[] = [];
  let origins: string[] = [];
  let said: string[] = [];
  let errors: string[] = [];
  let tolerated: RegExp | null = null;

  const listen = async (server: Server): Promise<string> => {
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const serve = (): Server =>
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      const found = site(erfara)[pathname];
      const {
        body,
        type = 'text/html',
        headers = {},
      } = typeof found === 'string' ? { body: found } : (found ?? { body: '' });
      response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': `${type}; charset=utf-8`, ...headers });
      response.end(body);
    });

  beforeAll(async () => {
    origins = [await listen(serve()), await listen(serve())];
    [browser, bank] = await Promise.all([launchChromium(), openSmallBank({ ERFARA_ORIGINS: origins[0] ?? '' })]);
    bank.clock.time = new Date();
    erfara = await listen(createAdaptorServer({ fetch: bank.app.fetch }) as Server);
  });
  afterAll(async () => {
    await browser?.close();
    bank?.endStreams();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
    await bank?.close();
  });
  beforeEach(async () => {
    said = [];
    errors = [];
    tolerated = null;
    const context = await browser.newContext({
      viewport: { width: 1000, height: 700 },
      reducedMotion: 'reduce',
      locale: 'en',
      ...options,
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
      if (message.type() === 'error' && !/favicon|404/.test(message.text())) errors.push(message.text());
    });
  });
  afterEach(async () => {
    await page.context().close();
    const reported = errors.filter((error) => !tolerated?.test(error));
    if (reported.length > 0) throw new Error(`The page reported: ${reported.join('; ')}`);
  });

  return {
    get page() {
      return page;
    },
    get bank() {
      return bank;
    },
    get erfara() {
      return erfara;
    },
    get origin() {
      return origins[0] ?? '';
    },
    get stranger() {
      return origins[1] ?? '';
    },
    get said() {
      return said;
    },
    tolerate(report) {
      tolerated = report;
    },
    async open(path = '/', from = origins[0]) {
      await page.goto(`${from}${path}`);
    },
    frame() {
      const found = page.frames().find((frame) => frame.url().startsWith(erfara));
      if (!found) throw new Error('No frame of the bank stands in the page.');
      return found;
    },
  };
}
