import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Flag } from '../../server/http/contract.ts';
import { openSmallBank, type SmallBank } from '../http/small-bank.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let bank: SmallBank;
let server: Server;
let page: Page;
let errors: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  bank = await openSmallBank({}, true);
  bank.clock.time = new Date();
  server = createAdaptorServer({ fetch: bank.app.fetch }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  errors = [];
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/docs`);
});
afterEach(async () => {
  await page.close();
  bank.endStreams();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await bank.close();
  expect(errors).toEqual([]);
});

/** Puts an element alone on a page of the server's. */
async function show(name: string, room: string, properties: Record<string, unknown>): Promise<void> {
  await page.addScriptTag({ type: 'module', url: `/components/${room}/define.js` });
  await page.evaluate(
    ([tag, all]) => {
      document.body.replaceChildren(Object.assign(document.createElement(tag), { lang: 'sv' }, all));
    },
    [name, properties] as const,
  );
}

const cases = () => readdirSync(join(bank.folder, 'content', 'articles', 'cases'));
const variables = { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' };

test('a case is captured, kept without personal data, found by colleagues, and taken back', async () => {
  await show('erfara-capture', 'capture', {
    question: 'Jag glömde mitt röda paraply på planet, ring 070-123 45 67. Mvh Karin Ek',
    solution: 'Hej Karin!\nStationen på ankomstorten letar efter bokning AB-123456.\nVänliga hälsningar\nSofia',
    ...{ channel: 'email', market: 'se', case: 'host-42', variables },
  });
  const capture = page.locator('erfara-capture');
  await capture.locator('.replaced').waitFor();
  expect(await capture.locator('.replaced').textContent()).toContain('070-123 45 67');
  await page.keyboard.press('Control+Enter');
  await capture.locator('[data-done]').waitFor();
  const kept = readFileSync(join(bank.folder, 'content', 'articles', 'cases', cases()[0] ?? ''), 'utf8');
  expect(kept).not.toMatch(/Karin|\bEk\b|070|AB-123456|Sofia|Hej/);
  expect(kept).toContain('Stationen på ankomstorten letar efter bokning {{order.number}}.');
  expect(kept).toContain('state: not-validated');
  expect(kept).toContain('host-42');
  await page.keyboard.press('Control+z');
  await capture.getByText('Ångrat.').first().waitFor();
  expect(cases()).toEqual([]);
});

test('what is known already gets the customer’s words with one key', async () => {
  await show('erfara-capture', 'capture', {
    question: 'Vad kostar en extra väska då?',
    solution: 'Det kostar 450 kr i appen.',
    ...{ case: 'host-43', variables },
  });
  await page.locator('erfara-capture .similar').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('erfara-capture [data-done]').waitFor();
  expect(readFileSync(join(bank.folder, 'content', 'articles', 'bag-fee.sv.md'), 'utf8')).toContain(
    'Vad kostar en extra väska då?',
  );
});

test('a remark reaches the editors, and its answer comes back by itself', async () => {
  await show('erfara-flag', 'flag', {
    article: { id: 'bag-fee', lang: 'sv', title: 'Avgift för extra väska' },
    phrasing: 'hur mycket för väska till',
  });
  const flag = page.locator('erfara-flag');
  await flag.locator('#comment').fill('Beloppet är gammalt.');
  await page.keyboard.press('Control+Enter');
  await flag.locator('[data-done]').waitFor();
  const { flags } = (await (await bank.ask('/v1/flags')).json()) as { flags: Flag[] };
  expect(flags).toMatchObject([{ comment: 'Beloppet är gammalt.', phrasing: 'hur mycket för väska till' }]);
  await show('erfara-remarks', 'flag', {});
  await page.waitForTimeout(500);
  await bank.post(`/v1/flags/${flags[0]?.id}/answer`, { answer: 'Rättat, tack.' });
  await page.locator('erfara-remarks').getByText('Rättat, tack.').waitFor({ timeout: 5_000 });
  await page.locator('erfara-remarks').getByRole('button', { name: 'Läs artikeln' }).click();
  await page.locator('erfara-remarks .reading .section').first().waitFor();
});

test('an incident is there, and gone, within five seconds of the file', async () => {
  const file = (until: number) => `---
schema: 1
id: ash-cloud
lang: sv
kind: incident
title: Askmoln
state: validated
audience: public
valid_from: ${new Date(Date.now() - 60_000).toISOString()}
valid_until: ${new Date(until).toISOString()}
approved_by: Lina
---
## Status
Alla flyg till Island är inställda.
`;
  await show('erfara-incident', 'incident', { market: 'se', reads: ['sv'] });
  await page.waitForTimeout(500);
  await bank.write('incidents/ash-cloud.sv.md', file(Date.now() + 3_600_000));
  await page.locator('erfara-incident .incident-line').waitFor({ timeout: 5_000 });
  bank.clock.time = new Date();
  await bank.write('incidents/ash-cloud.sv.md', file(Date.now() - 1_000));
  await page.locator('erfara-incident .incident-ended').waitFor({ timeout: 5_000 });
});

test('what a colleague captured is news until it is marked as seen', async () => {
  await show('erfara-whats-new', 'whats-new', { open: true, reads: ['sv'] });
  const news = page.locator('erfara-whats-new');
  await news.getByText('Inget nytt').waitFor();
  await bank.post('/v1/cases', { lang: 'sv', question: 'Jag glömde mitt röda paraply', solution: 'Stationen letar.' });
  await news.getByRole('button', { name: /röda paraply/ }).waitFor({ timeout: 5_000 });
  expect(await news.locator('.badge').allTextContents()).toEqual(['Ny', 'Ej kontrollerad']);
  bank.clock.time = new Date();
  await news.getByRole('button', { name: 'Markera som sett' }).click();
  await news.getByText('Inget nytt').waitFor();
});
