import { expect, test } from 'vitest';
import { violations } from '../components/axe.ts';
import { realInbox } from './real-inbox.ts';

const inbox = realInbox();
const search = () => inbox.page.locator('erfara-search');

async function open(query: string, options: { width?: number; height?: number; dark?: boolean } = {}): Promise<void> {
  await inbox.open('', { lang: 'sv', ...options });
  await inbox.page.goto(new URL(`/search?${query}`, inbox.page.url()).href);
  await search().getByRole('listbox', { name: 'Mest använda' }).waitFor();
}

test('on a mobile a phone note finds the spoken reply, and leads to a case note', async () => {
  await open('lang=sv&reads=sv&channel=phone&market=se', { width: 360, height: 740 });
  await inbox.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  expect(await violations(inbox.page)).toEqual([]);
  const words = search().getByRole('combobox', { name: 'Sök svar' });
  await words.fill('inställt flyg, vill ha pengarna tillbaka');
  await search().locator('#result-0').getByText('Återbetalning när Nordbris har ställt in flyget').waitFor();
  await words.press('Enter');
  await search().getByRole('tab', { name: 'Telefon', selected: true }).waitFor();
  expect(await violations(inbox.page)).toEqual([]);
  const wide = await inbox.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await search().locator('.foot').getByRole('button', { name: 'Kopiera som ärendeanteckning' }).click();
  await expect
    .poll(() => inbox.page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Kundens fråga: inställt flyg, vill ha pengarna tillbaka');
});

test('an article tells who changed it, and stands beside its translation', async () => {
  await open('lang=sv&reads=sv&market=se', { width: 1000, height: 800, dark: true });
  const words = search().getByRole('combobox', { name: 'Sök svar' });
  await words.fill('hund i kabinen');
  await search().locator('.chosen').waitFor();
  await words.press('ArrowRight');
  await search().getByRole('combobox', { name: 'Bredvid' }).selectOption('el');
  await search().locator('.column').nth(1).waitFor();
  await search().getByText('Historik').click();
  await search().locator('.history li').first().waitFor();
  expect(await violations(inbox.page)).toEqual([]);
});
