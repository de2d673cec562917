import { expect, test } from 'vitest';
import { panelPage } from './panel-page.ts';

const on = panelPage();

test('the server goes: the last suggestions stay, greyed, with a countdown, and it recovers by itself', async () => {
  await on.show();
  await on.panel.locator('.card').first().waitFor();
  on.fixture.online = false;
  await on.set({ message: 'Och nu?' });
  const notice = on.panel.locator('.notice.lost');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/Not connected\. Trying again in \d+ s/);
  expect(await on.panel.locator('.list').getAttribute('class')).toContain('stale');
  expect(await on.panel.locator('.card').count()).toBe(2);
  on.fixture.online = true;
  await notice.waitFor({ state: 'detached' });
  expect(await on.panel.locator('.list').getAttribute('class')).not.toContain('stale');
});

test('"Try now" does not wait', async () => {
  on.fixture.online = false;
  await on.show();
  await on.panel.locator('.notice.lost').waitFor();
  on.fixture.online = true;
  await on.panel.getByRole('button', { name: 'Try now' }).click();
  await on.panel.locator('.card').first().waitFor();
});

test('feedback that finds no server tells the agent before they ask for anything', async () => {
  await on.show();
  await on.panel.locator('.card').first().waitFor();
  on.fixture.online = false;
  await on.panel.locator('.notice.lost').waitFor({ timeout: 10_000 });
});

test('a screen reader is told once that the connection is gone, not at every second', async () => {
  on.fixture.online = false;
  await on.show();
  await on.panel.locator('.notice.lost').waitFor();
  const spoken = () => on.panel.locator('[aria-live] p').allInnerTexts();
  const first = await spoken();
  await on.page.waitForTimeout(1200);
  expect(await spoken()).toEqual(first);
  expect(first.join('')).toBe('Not connected.');
});
