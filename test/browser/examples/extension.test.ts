import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildExtension } from '../../../scripts/extension.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { violations } from '../../components/axe.ts';
import { openSmallBank, type SmallBank } from '../../http/small-bank.ts';

/** Follows from the key in the manifest. */
const ID = 'lnjljnmknabnadnnfgogmebkogppjnla';

/** A social network's inbox, with a policy that lets nothing in. */
const INBOX = `<!doctype html><html lang="sv"><title>Inbox</title><body><p id="message">Vad kostar en extra väska?</p><p id="other">Hej då</p>
<textarea id="plain" aria-label="Svar"></textarea><div id="rich" contenteditable="true" role="textbox" aria-label="Svar"></div>
<iframe id="inner" title="inner" src="/inner"></iframe></body></html>`;
const INNER = '<!doctype html><textarea id="framed" aria-label="Svar"></textarea>';

const servers: Server[] = [];
let folder: string;
let bank: SmallBank;
let context: BrowserContext;
let erfara = '';
let site = '';
let panel: Page;
let page: Page;

const listen = async (server: Server): Promise<string> => {
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/**
 * The extension as it is built, but for one thing: a click on its icon and the browser's own question cannot be made from here,
 * so that the two addresses they would allow are written into its manifest.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erfara-extension-'));
  bank = await openSmallBank({ ERFARA_ORIGINS: `chrome-extension://${ID}` });
  bank.clock.time = new Date();
  erfara = await listen(createAdaptorServer({ fetch: bank.app.fetch }) as Server);
  site = await listen(
    createServer((request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; frame-src 'self'",
      });
      response.end(request.url === '/inner' ? INNER : INBOX);
    }),
  );
  const extension = join(folder, 'extension');
  await buildExtension(extension);
  const manifest = join(extension, 'manifest.json');
  const written = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(
    manifest,
    JSON.stringify({ ...written, host_permissions: [`${erfara}/*`, `${site}/*`].map(anyPort) }),
  );
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findBrowser() ?? '',
    headless: false,
    viewport: { width: 400, height: 700 },
    args: [
      ...['--headless=new', '--no-sandbox', '--lang=en'],
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  context.setDefaultTimeout(10_000);
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker', { timeout: 20_000 });
});
afterAll(async () => {
  await context?.close();
  bank?.endStreams();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  await bank?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A pattern names no port. */
function anyPort(pattern: string): string {
  return pattern.replace(/:\d+/, '');
}

beforeEach(async () => {
  for (const open of context.pages().slice(1)) await open.close();
  page = await context.newPage();
  await page.goto(site);
  panel = await context.newPage();
  await panel.goto(`chrome-extension://${ID}/panel.html`);
  await panel.evaluate(
    (server) =>
      (
        globalThis as never as { chrome: { storage: { local: { set(v: object): Promise<void> } } } }
      ).chrome.storage.local.set({
        ...{ server, market: 'se', channel: 'email', name: 'Sofia' },
      }),
    erfara,
  );
  await panel.reload();
  await page.bringToFront();
  // What the click does.
  await context.serviceWorkers()[0]?.evaluate(async (url) => {
    const { chrome } = globalThis as never as {
      chrome: {
        tabs: { query(q: object): Promise<{ id: number }[]> };
        scripting: { executeScript(i: object): Promise<unknown> };
      };
    };
    const [tab] = await chrome.tabs.query({ url: `${url}/*` });
    await chrome.scripting.executeScript({ target: { tabId: tab?.id, allFrames: true }, files: ['page.js'] });
  }, anyPort(site));
});

const select = (id: string) =>
  page.evaluate((name) => document.getSelection()?.selectAllChildren(document.getElementById(name) as HTMLElement), id);
const main = () => panel.locator('erfara-suggest .card.open button.main');

test('what is selected on the page is asked about, and the answer inserted into the field that had the focus', async () => {
  await select('message');
  await main().waitFor();
  expect(await main().innerText()).toContain('Copy');
  await page.locator('#plain').focus();
  await expect.poll(() => main().innerText()).toContain('Insert');
  await main().click();
  await expect.poll(() => page.locator('#plain').inputValue()).toContain('En extra väska kostar 450 kr.');
  expect(await page.locator('#plain').inputValue()).toContain('Sofia');
});

test('in the side panel the chord goes to the first suggestion, and Enter inserts it into the page', async () => {
  await select('message');
  await main().waitFor();
  await page.locator('#plain').focus();
  await expect.poll(() => main().innerText()).toContain('Insert');
  await panel.keyboard.press('Control+Shift+Space');
  await expect
    .poll(() => panel.locator('erfara-suggest').evaluate((each) => each.shadowRoot?.activeElement?.className ?? ''))
    .toContain('card');
  await panel.keyboard.press('Enter');
  await expect.poll(() => page.locator('#plain').inputValue()).toContain('En extra väska kostar 450 kr.');
});

test('it is inserted into an editable element, and into a field of a frame', async () => {
  await select('message');
  await page.locator('#rich').focus();
  await expect.poll(() => main().innerText()).toContain('Insert');
  await main().click();
  await expect.poll(() => page.locator('#rich').innerText()).toContain('En extra väska kostar 450 kr.');
  const framed = page.frameLocator('#inner').locator('#framed');
  await framed.focus();
  await main().click();
  await expect.poll(() => framed.inputValue()).toContain('En extra väska kostar 450 kr.');
});

test('what was selected before the panel was there is asked about when it comes', async () => {
  await select('message');
  await main().waitFor();
  // A hidden panel stays hidden: the page in front is the one that is read.
  await panel.evaluate(() => location.reload());
  await expect.poll(() => main().count()).toBe(1);
});

test('what the agent writes or selects in a field of their own asks nothing', async () => {
  await page.locator('#plain').fill('Vad kostar en extra väska?');
  await page.locator('#plain').selectText();
  await page.waitForTimeout(600);
  expect(
    await panel.locator('erfara-suggest').evaluate((each) => (each as HTMLElement & { message: string }).message),
  ).toBe('');
});

test('it asks for little: no host beforehand, and nothing run from elsewhere', async () => {
  const manifest = JSON.parse(await readFile('web-components/extension/manifest.json', 'utf8'));
  expect(manifest.permissions.sort()).toEqual(['activeTab', 'scripting', 'sidePanel', 'storage']);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  expect(await panel.content()).not.toMatch(/<script[^>]+src="https?:/);
});

test('the panel is accessible, its settings too', async () => {
  await panel.bringToFront();
  await panel.locator('summary').click();
  expect(await panel.locator('#origin').innerText()).toBe(`ERFARA_ORIGINS=chrome-extension://${ID}`);
  expect(await violations(panel)).toEqual([]);
});
