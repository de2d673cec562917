import { beforeEach, expect, test } from 'vitest';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const focused = () => on.page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
const inPanel = () => on.panel.evaluate((panel) => panel.shadowRoot?.activeElement?.className ?? '');
const isOpen = () => on.page.evaluate(() => document.getElementById('place')?.style.visibility === 'visible');

/** A host that lays the panel over its page: hidden until it is asked for, by the panel or by the host's own button. */
beforeEach(async () => {
  await on.page.evaluate(() => {
    const place = document.getElementById('place') as HTMLElement;
    const show = (shown: boolean) => place.style.setProperty('visibility', shown ? 'visible' : 'hidden');
    show(false);
    document.addEventListener('erfara-reveal', () => setTimeout(() => show(true), 60));
    document.addEventListener('erfara-leave', () => show(false));
    const opener = Object.assign(document.createElement('a'), { id: 'opener', href: '#', textContent: 'Answers' });
    opener.addEventListener('click', () => document.querySelector('erfara-suggest')?.focusFirst());
    document.querySelector('main')?.prepend(opener);
  });
  await on.show();
  await on.panel.locator('.card.open .reply').waitFor({ state: 'attached' });
});

test('the chord shows a hidden panel, goes to the first suggestion, and Escape goes back to the reply box', async () => {
  await on.reply.focus();
  await on.page.keyboard.press('Control+Shift+Space');
  await expect.poll(inPanel).toContain('card open');
  expect(await isOpen()).toBe(true);
  await on.page.keyboard.press('Escape');
  expect(await isOpen()).toBe(false);
  expect(await focused()).toBe('reply');
});

test('opened by a button of the host, Escape goes back to the button, step by step', async () => {
  await on.page.locator('#opener').focus();
  await on.page.keyboard.press('Enter');
  await expect.poll(inPanel).toContain('card open');
  await on.page.keyboard.press('?');
  await on.panel.locator('.keys dl').waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(inPanel).toContain('card open');
  expect(await isOpen()).toBe(true);
  await on.page.keyboard.press('Escape');
  expect(await isOpen()).toBe(false);
  expect(await focused()).toBe('opener');
});

test('the chord inside goes to the reply box, wherever the agent came from', async () => {
  await on.page.locator('#opener').focus();
  await on.page.keyboard.press('Enter');
  await expect.poll(inPanel).toContain('card open');
  await on.page.keyboard.press('Control+Shift+Space');
  expect(await focused()).toBe('reply');
  expect(await isOpen()).toBe(false);
});

test('what the agent came from in one conversation is not gone back to in another', async () => {
  await on.page.locator('#opener').focus();
  await on.page.keyboard.press('Enter');
  await expect.poll(inPanel).toContain('card open');
  await on.set({ case: 'c2', message: 'Och väskan?' });
  await expect.poll(() => on.fixture.asked.at(-1)?.case).toBe('c2');
  await on.panel.locator('.card.open .reply').waitFor();
  await on.panel.locator('.key-help').click();
  await on.panel.locator('.keys dl').waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(inPanel).toContain('key-help');
  await on.page.keyboard.press('Escape');
  expect(await focused()).toBe('reply');
});

test('what is announced is heard while the panel is hidden', async () => {
  const live = on.panel.locator('[aria-live]');
  expect(await live.evaluate((region) => getComputedStyle(region).visibility)).toBe('visible');
  await expect.poll(async () => (await live.locator('p').allTextContents()).join('')).toContain('2 suggested answers');
});
