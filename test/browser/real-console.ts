import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../components/chromium.ts';
import { deskOf } from '../http/desk.ts';
import { openSmallBank, type SmallBank } from '../http/small-bank.ts';

export interface RealConsole {
  readonly page: Page;
  readonly bank: SmallBank;
  readonly desk: ReturnType<typeof deskOf>;
  /** Goes to an address of the console, in a window of its own. */
  open(path: string, how?: { width?: number; height?: number; dark?: boolean; lang?: string }): Promise<void>;
  /** Another tab of the same browser. */
  again(path: string): Promise<void>;
  /** Where the text is written. */
  readonly text: Locator;
  /** Writes at the end of the text. */
  write(words: string): Promise<void>;
  /** The whole text is another. */
  rewrite(text: string): Promise<void>;
}

/** The console as it is served, over the real server with a small bank of its own, and a browser on it. */
export function realConsole(files: Record<string, string>): RealConsole {
  let bank: SmallBank;
  let browser: Browser;
  let server: Server;
  let page: Page;
  let reports: string[] = [];

  const watch = (fresh: Page): Page => {
    fresh.on('pageerror', (error) => reports.push(String(error)));
    fresh.on('console', (message) => {
      if (message.type() === 'error' && /content security policy/i.test(message.text())) reports.push(message.text());
    });
    return fresh;
  };
  const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/console#${path}`;

  beforeAll(async () => {
    [bank, browser] = await Promise.all([openSmallBank({ ERFARA_EDITOR: 'Anna Ek' }), launchChromium()]);
    // Its time goes on, as the browser's does.
    Object.defineProperty(bank.clock, 'time', { get: () => new Date() });
    for (const [path, source] of Object.entries(files)) await bank.write(path, source);
    await bank.sync();
    server = createAdaptorServer({ fetch: bank.app.fetch }) as Server;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise<void>((closed) => (server ? server.close(() => closed()) : closed()));
    await bank?.close();
  });
  beforeEach(() => {
    reports = [];
  });
  afterEach(() => {
    if (reports.length > 0) throw new Error(`The page reported: ${reports.join('; ')}`);
  });

  const text = () => page.locator('.code-pane .cm-content');
  return {
    get page() {
      return page;
    },
    get bank() {
      return bank;
    },
    get desk() {
      return deskOf(bank);
    },
    get text() {
      return text();
    },
    async open(path, how = {}) {
      const { width = 1280, height = 860, dark = false, lang = 'en' } = how;
      await page?.context().close();
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: lang,
        reducedMotion: 'reduce',
      });
      page = watch(await context.newPage());
      await page.goto(address(path));
    },
    async again(path) {
      page = watch(await page.context().newPage());
      await page.goto(address(path));
    },
    async write(words) {
      await text().focus();
      await page.keyboard.press('Control+End');
      // Before the line break that ends the file.
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.insertText(words);
    },
    async rewrite(words) {
      await text().focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(words);
    },
  };
}
