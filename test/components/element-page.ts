import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Fixture, startFixture } from './fixture-server.ts';

export interface ElementPage {
  readonly page: Page;
  readonly fixture: Fixture;
  readonly element: Locator;
  /** Names of the element's events that reached the document, in order. */
  heard(): Promise<string[]>;
  /** Puts the element on the page, in the place of the one before. */
  show(properties?: Record<string, unknown>): Promise<void>;
  /** A fresh page: another colour scheme, another width, or the same browser's storage kept. */
  open(how?: { dark?: boolean; width?: number; again?: boolean }): Promise<void>;
}

/** One element alone on a host's page, with a fixture for its server. Fails a test whose page reports an error. */
export function elementPage(name: string, room: string, events: string[]): ElementPage {
  let browser: Browser;
  let fixture: Fixture;
  let page: Page;
  let errors: string[] = [];

  async function open({ dark = false, width = 480, again = false } = {}): Promise<void> {
    const before = page?.context();
    const context =
      again && before
        ? before
        : await browser.newContext({
            colorScheme: dark ? 'dark' : 'light',
            viewport: { width, height: 800 },
            reducedMotion: 'reduce',
          });
    if (again) await page.close();
    else await before?.close();
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && /content security policy|refused to/i.test(message.text()))
        errors.push(message.text());
    });
    await page.goto(fixture.url);
    await page.addScriptTag({ type: 'module', url: `/components/${room}/define.js` });
    await page.evaluate((names) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const each of names) document.addEventListener(each, () => heard.push(each));
    }, events);
  }

  beforeAll(async () => {
    [browser, fixture] = await Promise.all([launchChromium(), startFixture()]);
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });
  beforeEach(async () => {
    fixture.reset();
    errors = [];
    await open();
  });
  afterEach(async () => {
    // A page that still asked would be answered by the fixture of the next test.
    await page?.context().close();
    if (errors.length > 0) throw new Error(`The page reported: ${errors.join('; ')}`);
  });

  return {
    get page() {
      return page;
    },
    get fixture() {
      return fixture;
    },
    get element() {
      return page.locator(name);
    },
    heard: () => page.evaluate(() => (window as unknown as { heard: string[] }).heard),
    async show(properties = {}) {
      await page.evaluate(
        ([tag, all]) => {
          const element = document.createElement(tag);
          Object.assign(element, { lang: 'en' }, all);
          const main = document.querySelector('main') ?? document.body;
          main.style.setProperty('display', 'block');
          document.getElementById('place')?.replaceChildren(element);
        },
        [name, properties] as const,
      );
    },
    open,
  };
}
