import { expect, test } from 'vitest';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const settled = { timeout: 6000 };
const OWN =
  'Jag har själv ringt hotellet och bokat om rummet till lördag, och kvittot kommer med posten inom tre arbetsdagar.';
const sent = () => on.fixture.events.filter(({ type }) => type === 'sent');
const insert = () => on.panel.locator('.card.open button.main');
const line = () => on.panel.locator('.offer');

async function ready(properties: Record<string, unknown> = {}) {
  await on.show(properties);
  await insert().waitFor();
  await on.reply.click();
}

test('what the host says was sent is recorded with its words for every article in it', async () => {
  await ready();
  await insert().click();
  await on.page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('erfara-sent', { detail: { text: 'Hej Karin! Rättat.' } })),
  );
  await expect.poll(() => sent().length, settled).toBe(1);
  expect(sent()[0]).toMatchObject({ article: { id: 'refund' }, text: 'Hej Karin! Rättat.' });
  await on.panel.locator('.badge', { hasText: 'Already sent' }).first().waitFor();
  expect(await line().count()).toBe(0);
});

test('of a conversation of which nothing is kept no word is recorded or stored, and the panel says so', async () => {
  await ready({ keep: 'nothing' });
  await on.panel.getByText('Nothing of this case is kept.').waitFor();
  await insert().click();
  await on.page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('erfara-sent', { detail: { text: 'Hej Karin! Rättat.' } })),
  );
  await on.page.evaluate((text) => document.dispatchEvent(new CustomEvent('erfara-sent', { detail: { text } })), OWN);
  const stored = await on.page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(stored).not.toMatch(/Karin|hotellet/);
  await ready({ case: 'another', keep: '' });
  await insert().click();
  await expect.poll(() => on.fixture.events.length, settled).toBeGreaterThan(0);
  expect(on.fixture.events.filter((event) => event.case !== 'another')).toEqual([]);
  expect(await line().count()).toBe(0);
});

test("a form's submit sends what stood in the box, and emptying it after does not send it again", async () => {
  await on.page.evaluate(() => {
    const form = document.createElement('form');
    const box = document.querySelector('#reply') as HTMLTextAreaElement;
    box.replaceWith(form);
    form.append(box);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      box.value = '';
    });
  });
  await ready();
  await insert().click();
  await on.page.evaluate(() => document.querySelector('form')?.requestSubmit());
  await expect.poll(() => sent().length, settled).toBe(1);
  expect(sent()[0]?.text).toContain('Hej Karin!');
  await on.page.waitForTimeout(2500);
  expect(sent().length).toBe(1);
});

test('a box emptied by the host was sent; one that the agent erased was not', async () => {
  await ready();
  await on.page.evaluate(() => {
    const button = Object.assign(document.createElement('button'), { textContent: 'Go', type: 'button' });
    button.addEventListener('click', () => {
      (document.querySelector('#reply') as HTMLTextAreaElement).value = '';
    });
    document.querySelector('main')?.prepend(button);
  });
  await on.page.keyboard.type('Nej, fel.');
  await on.page.keyboard.press('Control+a');
  await on.page.keyboard.press('Backspace');
  await on.page.waitForTimeout(1500);
  await on.page.keyboard.type(OWN);
  await on.page.locator('main > button').evaluate((button) => (button as HTMLElement).click());
  await expect.poll(() => sent().length, settled).toBe(1);
  expect(sent()[0]).toMatchObject({ text: OWN, shown: ['refund', 'delay'] });
  expect(sent()[0]?.article).toBeUndefined();
});

test('a reply that a search beside the panel put into the box is known, recorded once and not offered to be saved', async () => {
  await ready();
  await on.page.addScriptTag({ url: '/components/search/define.js', type: 'module' });
  await on.page.evaluate(() => {
    const search = document.createElement('erfara-search');
    Object.assign(search, { for: '#reply', channel: 'facebook-comment', lang: 'en', reads: ['sv'] });
    document.querySelector('main')?.append(search);
    const button = Object.assign(document.createElement('button'), { textContent: 'Go', type: 'button' });
    button.addEventListener('click', () => {
      (document.querySelector('#reply') as HTMLTextAreaElement).value = '';
    });
    document.querySelector('main')?.prepend(button);
  });
  const words = on.page.locator('main > erfara-search input').first();
  await words.fill('bagage');
  await on.page.locator('main > erfara-search .chosen').waitFor();
  await words.press('Enter');
  await expect.poll(() => on.reply.inputValue()).toContain('Du får tillbaka');
  await on.reply.pressSequentially(OWN);
  await on.page.locator('main > button').dispatchEvent('click');
  await expect.poll(() => sent().length, settled).toBe(1);
  await on.page.waitForTimeout(500);
  expect(sent().map(({ article }) => article?.id)).toEqual(['baggage']);
  expect(await line().count()).toBe(0);
});

test("the agent's own reply is offered to be saved in one quiet line, which can be refused", async () => {
  await ready();
  await on.reply.fill(OWN);
  await on.page.evaluate(() => document.querySelector('erfara-suggest')?.markSent());
  await line().waitFor();
  await on.panel.getByRole('button', { name: 'Not worth saving' }).click();
  await expect.poll(() => line().count()).toBe(0);
  await on.page.evaluate((text) => document.querySelector('erfara-suggest')?.markSent(`${text} Igen.`), OWN);
  await on.page.waitForTimeout(300);
  expect(await line().count()).toBe(0);
});

test('saving the case opens with what the customer asked and what solved it', async () => {
  await on.page.route('**/v1/cases**', (route) => route.fulfill({ status: 503, json: {} }));
  await ready();
  await on.reply.fill(OWN);
  await on.page.evaluate(() => document.querySelector('erfara-suggest')?.markSent());
  await on.panel.getByRole('button', { name: 'Save the case' }).click();
  const fields = on.panel.locator('erfara-capture textarea');
  await fields.first().waitFor();
  const values = await fields.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value).join(' | '));
  expect(values).toContain('ringt hotellet');
});
