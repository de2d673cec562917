import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { abstaining, answer } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const words = () => on.panel.getByRole('combobox', { name: 'Search answers' });

async function search(text: string): Promise<void> {
  await on.panel.locator('.footer').click();
  await words().fill(text);
  await on.panel.locator('.chosen').waitFor();
}

test('what is found in the panel is inserted from the list, and the panel knows it', async () => {
  await on.show();
  await search('bagage');
  await words().press('Enter');
  await expect.poll(() => on.reply.inputValue()).toContain('Hej Karin! Du får tillbaka allt');
  await expect
    .poll(() => on.fixture.events.filter(({ type }) => type === 'insert').map((event) => event.article?.id), {
      timeout: 6000,
    })
    .toEqual(['baggage']);
});

test('letters typed in the search are no shortcuts of the host', async () => {
  await on.page.evaluate(() => {
    document.body.dataset.heard = '';
    document.addEventListener('keydown', ({ key }) => {
      document.body.dataset.heard += key;
    });
  });
  await on.show();
  await on.panel.locator('.footer').click();
  await words().pressSequentially('rese');
  expect(await words().inputValue()).toBe('rese');
  expect(await on.page.evaluate(() => document.body.dataset.heard)).toBe('');
});

test('a reply in another language than the customer writes is shown with its question first', async () => {
  on.fixture.suggest = () => answer({ query: { lang: 'el', langConfidence: 1, asks: [] }, suggestions: [] });
  await on.show();
  await search('bagage');
  await words().press('Enter');
  await on.panel.getByRole('button', { name: 'Insert anyway' }).waitFor();
  expect(await on.reply.inputValue()).toBe('');
  expect(await violations(on.page)).toEqual([]);
  await on.panel.getByRole('button', { name: 'Insert anyway' }).press('Enter');
  await expect.poll(() => on.reply.inputValue()).toContain('Du får tillbaka');
});

test('what was typed and found is there again after an article was read, and gone in another conversation', async () => {
  await on.show();
  await search('bagage');
  await words().press('ArrowDown');
  await words().press('ArrowRight');
  await on.panel.locator('.preview .section').first().waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(() => words().evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await words().inputValue()).toBe('bagage');
  expect(await on.panel.locator('#results [aria-selected=true]').getAttribute('id')).toBe('result-1');
  await on.set({ case: 'c2', message: 'Kan jag boka om?' });
  await on.panel.locator('.card').first().waitFor();
  await on.panel.locator('.footer').click();
  await expect.poll(() => words().inputValue()).toBe('');
});

test('a lost connection is told of once', async () => {
  on.fixture.suggest = () => abstaining('nothing-in-scope');
  await on.show();
  await search('bagage');
  on.fixture.online = false;
  await words().fill('bagage vikt');
  await on.panel.locator('.notice.lost').waitFor();
  await on.page.waitForTimeout(300);
  expect(await on.panel.getByRole('button', { name: 'Try now' }).count()).toBe(1);
});
