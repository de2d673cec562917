import { expect, test } from 'vitest';
import { answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const heard = () => on.panel.locator('[aria-live] p').allInnerTexts();
const submitted = () => on.page.evaluate(() => (window as never as { submitted: string[] }).submitted);
const sent = () => on.fixture.events.filter(({ type }) => type === 'sent').length;

/** The reply box in a form that sends by submit and by Ctrl+Enter, with a reply inserted that lacks the order number. */
async function withBlank(): Promise<void> {
  on.fixture.suggest = () =>
    answer({
      suggestions: [suggestion('refund', { reply: reply({ markdown: 'Bokning {{order.number}} är klar.' }) })],
    });
  await on.page.evaluate(() => {
    const form = document.createElement('form');
    const box = document.querySelector('#reply') as HTMLTextAreaElement;
    box.replaceWith(form);
    form.append(box);
    const went: string[] = [];
    Object.assign(window, { submitted: went });
    const send = () => {
      went.push(box.value);
      box.value = '';
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send();
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.ctrlKey) send();
    });
  });
  await on.show();
  await on.panel.locator('.card.open button.main').click();
  await expect.poll(() => on.reply.inputValue()).toContain('[order number]');
}

test.each([
  ['its form', () => on.page.evaluate(() => document.querySelector('form')?.requestSubmit())],
  ['Ctrl+Enter', () => on.reply.press('Control+Enter')],
])('a reply with a blank is held once when it is sent by %s, said why, and the blank is selected', async (_, send) => {
  await withBlank();
  await on.reply.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(0, 0));
  await send();
  expect(await submitted()).toEqual([]);
  expect(await on.panel.locator('.toast').innerText()).toContain('[order number]');
  await expect.poll(async () => (await heard()).join(' ')).toContain('Not sent yet. Still to fill in: [order number].');
  expect(
    await on.reply.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd)),
  ).toBe('[order number]');
  await send();
  expect(await submitted()).toHaveLength(1);
  await expect.poll(sent, { timeout: 6000 }).toBe(1);
});

test('filled in, it goes at once', async () => {
  await withBlank();
  await on.reply.press('Control+Enter');
  await on.page.keyboard.type('AB-1');
  await on.reply.press('Control+Enter');
  expect((await submitted())[0]).toContain('Bokning AB-1 är klar.');
});

test('a host that wants it so lets it go', async () => {
  await withBlank();
  await on.page.evaluate(() => document.addEventListener('erfara-blanks', (event) => event.preventDefault()));
  await on.reply.press('Control+Enter');
  expect(await submitted()).toHaveLength(1);
});

test('sent by a button that nobody can hold back, it is said afterwards', async () => {
  await withBlank();
  await on.page.evaluate(() => document.querySelector('erfara-suggest')?.markSent());
  await expect.poll(async () => (await heard()).join(' ')).toContain('Sent without being filled in: [order number]');
});

test('the length under the box names the blanks, so that they are seen where the panel is not', async () => {
  await on.page.evaluate(() => {
    const length = Object.assign(document.createElement('erfara-length'), { for: '#reply', lang: 'en' });
    document.querySelector('main')?.append(length);
  });
  await withBlank();
  await on.page.locator('erfara-length').getByText('Still to fill in: [order number]').waitFor();
  expect(await on.panel.locator('.in-box [data-kind=blank]').count()).toBe(0);
});
