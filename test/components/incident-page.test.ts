import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSmallBank, type SmallBank } from '../http/small-bank.ts';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';

const template = (lang: string, title: string, status: string, reply: string) =>
  `---\nschema: 1\nid: template-storm\nlang: ${lang}\nkind: incident\ntemplate: true\nstate: validated\naudience: public\ntitle: ${title}\nsupersedes: [refund]\n---\n## Status\n${status}\n## Reply\n${reply}\n## Reply: sms\n${reply}\n`;

let browser: Browser;
let bank: SmallBank;
let server: Server;
let page: Page;
let address: string;
let id: string;
let errors: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Lina Berg' });
  bank.clock.time = new Date();
  await bank.write(
    'incidents/templates/template-storm.sv.md',
    template('sv', 'Inställda färjor', 'Storm: färjor ställs in.', 'Det blåser för hårt.'),
  );
  await bank.sync();
  server = createAdaptorServer({ fetch: bank.app.fetch }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  id = (
    await change({
      action: 'raise',
      template: 'template-storm',
      from: inMinutes(-60),
      until: inMinutes(200),
      approvedBy: 'Duty manager',
    })
  ).id;
  errors = [];
});
afterEach(async () => {
  await page?.context().close();
  bank.endStreams();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await bank.close();
  expect(errors).toEqual([]);
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
async function change(body: object): Promise<{ id: string }> {
  const response = await bank.post('/v1/incidents', body);
  return ((await response.json()) as { incident: { id: string } }).incident;
}
async function open(how: { width?: number; locale?: string; dark?: boolean; name?: string } = {}): Promise<void> {
  const { width = 360, locale = 'sv-SE', dark = false, name = id } = how;
  const context = await browser.newContext({
    viewport: { width, height: 760 },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    // Only so that axe can be put into the page.
    bypassCSP: true,
  });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  await page.goto(`${address}/incident/${name}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('says on a phone what is the matter, until when, who approved it, what we answer, what is withheld and what happened', async () => {
  await open();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Storm: färjor ställs in.');
  const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const part of [
    'Pågår',
    '3 tim',
    'Godkänd av Duty manager',
    'Startad av Lina Berg',
    'Det blåser för hårt.',
    'Återbetalning av inställt flyg',
    'Startad Lina Berg',
  ]) {
    expect(words).toContain(part);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await violations(page)).toEqual([]);
});

test('is accessible in the dark, on a wide screen and where there is nothing', async () => {
  await open({ width: 1_200, dark: true, locale: 'en-GB' });
  expect(await violations(page)).toEqual([]);
  await page.context().close();
  await open({ name: 'nothing', locale: 'el-GR' });
  expect(await page.title()).toBe('Έκτακτη ενημέρωση');
  expect(await violations(page)).toEqual([]);
});

test('shows another language on choosing it, and what is not translated as such', async () => {
  await open({ locale: 'en-GB' });
  expect(await page.getByText('Not translated into English').count()).toBe(1);
  await page.getByLabel('Language').selectOption('sv');
  await page.getByText('Det blåser för hårt.').first().waitFor();
  await page.getByRole('button', { name: /^Copy/ }).press('Enter');
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Det blåser för hårt.');
});

test('follows what becomes of it: another end, and that it is over', async () => {
  await open({ locale: 'en-GB' });
  await change({ action: 'extend', id, until: inMinutes(9) });
  await page.getByText('Less than 10 minutes are left').waitFor({ timeout: 5_000 });
  await page.getByText('Given another end').waitFor();
  await change({ action: 'end', id });
  await page.locator('.top.ended').waitFor({ timeout: 5_000 });
  expect(await page.getByRole('status').textContent()).toContain('Ended');
});
