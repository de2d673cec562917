import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Fixture, startFixture } from './fixture-server.ts';

export interface PanelPage {
  readonly page: Page;
  readonly fixture: Fixture;
  readonly panel: Locator;
  readonly reply: Locator;
  /** Puts the panel on the page with these properties, beside the reply box `#reply`. */
  show(properties?: Record<string, unknown>): Promise<void>;
  /** Changes properties of the panel that is there. */
  set(properties: Record<string, unknown>): Promise<void>;
  /** Lets one test's page report what matches. */
  tolerate(report: RegExp): void;
  /** A fresh page in another colour scheme. */
  dark(): Promise<void>;
}

const DEFAULTS = {
  for: '#reply',
  lang: 'en',
  case: 'c1',
  channel: 'facebook-comment',
  market: 'se',
  message: 'Hur får jag pengarna tillbaka?',
  reads: ['sv', 'en'],
  variables: { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' },
};

/** One browser and one fixture for a test file, one page for each test. Fails a test whose page reports an error. */
export function panelPage(): PanelPage {
  let browser: Browser;
  let fixture: Fixture;
  let page: Page;
  let errors: string[] = [];
  let tolerated: RegExp | null = null;

  async function open(colorScheme: 'light' | 'dark'): Promise<void> {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 760, height: 700 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && /content security policy|refused to/i.test(message.text()))
        errors.push(message.text());
    });
    await page.goto(fixture.url);
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
    tolerated = null;
    await open('light');
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
    get fixture() {
      return fixture;
    },
    get panel() {
      return page.locator('erfara-suggest');
    },
    get reply() {
      return page.locator('#reply');
    },
    async show(properties = {}) {
      await page.evaluate(
        (all) => {
          const element = document.createElement('erfara-suggest');
          Object.assign(element, all);
          document.getElementById('place')?.replaceChildren(element);
        },
        { ...DEFAULTS, ...properties },
      );
    },
    async set(properties) {
      await page.evaluate(
        (some) => void Object.assign(document.querySelector('erfara-suggest') ?? {}, some),
        properties,
      );
    },
    tolerate(report) {
      tolerated = report;
    },
    async dark() {
      await page.context().close();
      await open('dark');
    },
  };
}
