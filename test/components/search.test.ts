import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';

const on = elementPage('erfara-search', 'search', ['erfara-insert-offer', 'erfara-insert']);
const words = () => on.element.getByRole('combobox', { name: 'Search answers' });

async function find(text: string): Promise<void> {
  await words().fill(text);
  await on.element.locator('#results [role=option]').first().waitFor();
}

test('finds, reads and inserts by keyboard alone', async () => {
  await on.show({ for: '#reply', channel: 'facebook-comment' });
  await find('pengar');
  await words().press('Enter');
  await on.element.getByRole('button', { name: 'Insert' }).press('Enter');
  await expect.poll(() => on.page.locator('#reply').inputValue()).toContain('Du får tillbaka');
});

test('offers the reply to the host where no reply box is named', async () => {
  await on.show();
  await find('pengar');
  await words().press('Enter');
  await on.element.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect.poll(() => on.heard()).toEqual(['erfara-insert-offer']);
});

test('keeps what was searched for without e-mail addresses and long numbers, until it is cleared', async () => {
  await on.show();
  await find('karin@example.com 0701234567 pengar');
  await words().press('Enter');
  await on.page.keyboard.press('Escape');
  await words().fill('');
  await on.element.getByRole('button', { name: '[e-mail] [number] pengar' }).waitFor();
  await on.element.getByRole('button', { name: 'Clear the list' }).click();
  expect(await on.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pengar');
});

test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
  await on.open(how);
  await on.show();
  await find('pengar');
  await on.element.getByRole('combobox', { name: 'Language' }).selectOption('sv');
  await on.element.getByRole('button', { name: 'Remove Language: Swedish' }).waitFor();
  await on.page.screenshot({ path: `/tmp/s2-${JSON.stringify(how).replace(/\W/g, '')}.png` });
  expect(await violations(on.page)).toEqual([]);
});
