import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { compose, type Erfara } from '../../server/compose.ts';
import { projectRoot } from '../../server/project-root.ts';
import { readSettings } from '../../server/settings.ts';
import { launchChromium } from '../components/chromium.ts';
import { indexed, REAL_DATA } from '../real-bank.ts';

export interface RealInbox {
  readonly page: Page;
  /** Opens the inbox, at one conversation when its id is given. */
  open(conversation?: string, options?: OpenOptions): Promise<void>;
  /** Id of the article suggested first; null when nothing is. */
  firstArticle(): Promise<string | null>;
  /** Takes the server away from its port; `start` brings it back there. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface OpenOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  lang?: string;
  /** Of the page, as the browser's zoom: 2 is 200 %. */
  zoom?: number;
}

/**
 * The inbox as `npm start` serves it: the real server with the real content and model, and a browser on it. `ownCopy`: what is
 * written lands in a copy of the content.
 */
export function realInbox({ ownCopy = false } = {}): RealInbox {
  let erfara: Erfara;
  let browser: Browser;
  let server: Server | null = null;
  let port = 0;
  let page: Page;
  let reports: string[] = [];
  let folder: string | null = null;

  async function bank(environment: Record<string, string>): Promise<Erfara> {
    const settings = readSettings({ LOG_LEVEL: 'silent', ...environment }, projectRoot());
    const opened = await compose(settings, { log: pino({ level: 'silent' }), watch: false });
    await opened.sync();
    return opened;
  }

  async function start(): Promise<void> {
    const fresh = createAdaptorServer({ fetch: erfara.app.fetch }) as Server;
    await new Promise<void>((listening, failed) => {
      fresh.once('error', failed);
      fresh.listen(port, '127.0.0.1', listening);
    });
    port = (fresh.address() as AddressInfo).port;
    server = fresh;
  }

  async function stop(): Promise<void> {
    const old = server;
    server = null;
    old?.closeAllConnections();
    await new Promise<void>((closed) => (old ? old.close(() => closed()) : closed()));
  }

  async function open(conversation = '', options: OpenOptions = {}): Promise<void> {
    const { width = 1440, height = 900, dark = false, lang = 'en', zoom = 1 } = options;
    await page?.context().close();
    const context = await browser.newContext({
      // A zoomed page has fewer CSS pixels, each drawn with more.
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      colorScheme: dark ? 'dark' : 'light',
      locale: lang,
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.on('pageerror', (error) => reports.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && /content security policy/i.test(message.text())) reports.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${port}/#${conversation}`);
    await page.locator('erfara-suggest .panel').waitFor({ state: 'attached' });
  }

  beforeAll(async () => {
    browser = await launchChromium();
    await indexed();
    erfara = await bank({ ERFARA_DATA: REAL_DATA });
    if (ownCopy) {
      await erfara.close();
      folder = await mkdtemp(join(tmpdir(), 'erfara-inbox-'));
      const [content, data] = [join(folder, 'content'), join(folder, 'data')];
      await cp(join(projectRoot(), 'content'), content, { recursive: true });
      for (const part of ['cache', 'index', 'format.json'])
        await cp(join(REAL_DATA, part), join(data, part), { recursive: true });
      erfara = await bank({ ERFARA_CONTENT: content, ERFARA_DATA: data });
    }
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    await stop();
    await erfara?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    reports = [];
  });
  afterEach(() => {
    if (reports.length > 0) throw new Error(`The page reported: ${reports.join('; ')}`);
  });

  return {
    get page() {
      return page;
    },
    open,
    start,
    stop,
    firstArticle: async () => {
      await page.waitForFunction(() => document.querySelector('erfara-suggest')?.controller.phase === 'answered');
      return page.evaluate(
        () => document.querySelector('erfara-suggest')?.controller.suggestions[0]?.article.id ?? null,
      );
    },
  };
}
