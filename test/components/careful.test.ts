import { expect, test } from 'vitest';
import type { ChannelRules } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const insert = () => on.panel.locator('.card.open .actions button.main');
const cautions = () => on.panel.locator('.card.open .cautions');
const inBox = () => on.panel.locator('.in-box');

const rules = (changes: Partial<ChannelRules> = {}): ChannelRules => ({
  setting: 'private',
  replyWindowHours: null,
  spoken: false,
  names: true,
  toPrivate: null,
  orderNumbers: [],
  domains: ['nordbris.example'],
  ...changes,
});
const PUBLIC = rules({
  setting: 'public',
  toPrivate: 'Skicka ett privat meddelande till oss här på Facebook, så hjälper jag dig där.',
  orderNumbers: ['\\bNB-\\d{6}\\b'],
});

/** Only what the panel owns is judged: the host page's own styles are made to be bad. */
async function expectAccessible(): Promise<void> {
  await on.page.evaluate(() => {
    for (const sheet of document.styleSheets) sheet.disabled = true;
  });
  expect(await violations(on.page)).toEqual([]);
}

test('a private value is not inserted in public; moving to private messages is the one way on', async () => {
  on.fixture.suggest = () =>
    answer({
      channel: PUBLIC,
      suggestions: [suggestion('a', { reply: reply({ markdown: 'Din bokning NB-482913 är klar.' }) })],
    });
  await on.show();
  await expect.poll(() => cautions().innerText()).toContain('Everyone can read this. Leave out: NB-482913.');
  await on.panel.locator('.card.open').press('Enter');
  expect(await on.reply.inputValue()).toBe('');
  const move = on.panel.getByRole('button', { name: 'move to private messages' });
  await expect
    .poll(() => move.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button))
    .toBe(true);
  expect(await on.panel.getByRole('button', { name: 'Insert anyway' }).count()).toBe(0);
  await expectAccessible();
  await on.page.keyboard.press('Enter');
  expect(await on.reply.inputValue()).toBe(`Hej Karin! ${PUBLIC.toPrivate} /Sofia`);
});

test('nor is it copied by its key, to be pasted', async () => {
  on.fixture.suggest = () =>
    answer({
      channel: PUBLIC,
      suggestions: [suggestion('a', { reply: reply({ markdown: 'Din bokning NB-482913 är klar.' }) })],
    });
  await on.show();
  await expect.poll(() => cautions().innerText()).toContain('NB-482913');
  await on.panel.locator('.card.open').press('c');
  await on.panel.getByRole('button', { name: 'move to private messages' }).waitFor();
  expect(await on.panel.locator('.toast').count()).toBe(0);
});

test('where there is no private way, the agent can only leave it', async () => {
  on.fixture.suggest = () =>
    answer({
      channel: { ...PUBLIC, toPrivate: null },
      suggestions: [suggestion('a', { reply: reply({ markdown: 'NB-482913' }) })],
    });
  await on.show();
  await cautions().waitFor();
  await insert().click();
  expect(await on.panel.locator('.card.open .actions button').allInnerTexts()).toEqual(['Cancel\nEsc']);
  await on.page.keyboard.press('Escape');
  expect(await on.reply.inputValue()).toBe('');
});

test('what the agent writes is watched too: private values, other doors, blanks', async () => {
  on.fixture.suggest = () => answer({ channel: PUBLIC });
  await on.show();
  await on.panel.locator('.card.open').waitFor();
  await on.reply.fill('Ring kundtjänst om NB-482913, [resdatum].');
  await expect
    .poll(() => inBox().locator('li').allInnerTexts())
    .toEqual([
      'Everyone can read this. Leave out: NB-482913.',
      'Still to fill in: [resdatum]',
      '“Ring kundtjänst” sends the customer elsewhere. Answer here if you can.',
    ]);
  await expectAccessible();
  await on.reply.fill('Det ordnar jag.');
  await expect.poll(() => inBox().count()).toBe(0);
});

test('a blank is told before the reply is inserted, and goes on being told until it is filled', async () => {
  on.fixture.suggest = () =>
    answer({
      suggestions: [
        suggestion('a', {
          reply: reply({ markdown: 'Bokning {{order.number}}.', variables: [{ name: 'order.number', value: null }] }),
        }),
      ],
    });
  await on.show();
  await expect.poll(() => cautions().innerText()).toContain('Still to fill in: [order number]');
  await insert().click();
  await expect.poll(() => inBox().innerText()).toContain('[order number]');
  await on.page.keyboard.type('NB-1');
  await expect.poll(() => inBox().count()).toBe(0);
});

test('too long for the channel, the editors’ shorter wording is offered and never taken by itself', async () => {
  on.fixture.suggest = () =>
    answer({
      suggestions: [
        suggestion('a', {
          reply: reply({ markdown: 'Lång text. '.repeat(9), shorter: ['x'.repeat(90), 'Kort text.'], limit: 60 }),
        }),
      ],
    });
  await on.show();
  const shorter = on.panel.getByRole('button', { name: 'Use the shorter wording' });
  await shorter.waitFor();
  expect(await on.panel.locator('.reply').innerText()).toContain('Lång text. Lång text.');
  await shorter.click();
  expect(await on.panel.locator('.reply').innerText()).toBe('Hej Karin! Kort text. /Sofia');
  await on.panel.getByRole('button', { name: 'Use the full one' }).click();
  expect(await on.panel.locator('.reply').innerText()).toContain('Lång text. Lång text.');
});

test('a stale translation is inserted only after a yes', async () => {
  on.fixture.suggest = () => answer({ suggestions: [suggestion('a', { reply: reply({ stale: true }) })] });
  await on.show();
  await expect.poll(() => cautions().innerText()).toContain('The translation (Swedish) is older');
  await insert().click();
  expect(await on.reply.inputValue()).toBe('');
  await on.panel.getByRole('button', { name: 'Insert anyway' }).click();
  expect(await on.reply.inputValue()).toContain('Du får tillbaka');
});

test('where a hand-over leads, its holding reply alone is inserted with one key', async () => {
  on.fixture.suggest = () =>
    answer({
      suggestions: [
        suggestion('press', {
          article: { handOver: 'Pressjouren, 08-000 00 00.', mandate: null },
          reply: reply({ markdown: 'Jag lämnar din fråga vidare.' }),
        }),
        suggestion('refund', { rank: 2 }),
      ],
    });
  await on.show();
  await on.panel.locator('.card').nth(1).click();
  await expect.poll(() => cautions().innerText()).toContain('hand this over');
  await on.panel.locator('.card.open').press('Enter');
  expect(await on.reply.inputValue()).toBe('');
  await on.page.keyboard.press('Escape');
  await on.panel.locator('.card').nth(0).click();
  await insert().click();
  expect(await on.reply.inputValue()).toContain('Jag lämnar din fråga vidare.');
});

test('on the phone the answer is large, and the main action is to copy a case note', async () => {
  await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  on.fixture.suggest = () =>
    answer({
      channel: rules({ spoken: true }),
      suggestions: [
        suggestion('a', {
          reply: reply({
            channel: 'phone',
            markdown: 'Du får tillbaka allt inom en vecka.',
            greeting: '',
            greetingNoName: '',
            signOff: '',
          }),
        }),
      ],
    });
  await on.show({ channel: 'phone', for: '' });
  await expect.poll(() => insert().innerText()).toContain('Copy as case note');
  expect(await on.panel.locator('.reply').evaluate((box) => getComputedStyle(box).fontSize)).toBe('20px');
  await expectAccessible();
  await insert().click();
  const note = await on.page.evaluate(() => navigator.clipboard.readText());
  expect(note).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d\n/);
  expect(note.split('\n').slice(1)).toEqual([
    'Customer’s question: Hur får jag pengarna tillbaka?',
    'Reply: Du får tillbaka allt inom en vecka.',
    'Article: a',
  ]);
});

const long = () =>
  answer({
    suggestions: [
      suggestion('a', {
        reply: reply({ alternatives: [], markdown: 'Lång text. '.repeat(9), shorter: ['Kort text.'] }),
      }),
    ],
  });
const limited = (most: number) =>
  on.reply.evaluate((box: HTMLTextAreaElement, length) => box.setAttribute('maxlength', String(length)), most);

test('a reply box that does not take the whole reply says so, and takes the shorter wording by one more Enter', async () => {
  on.fixture.suggest = long;
  await limited(60);
  await on.show();
  await expect.poll(() => cautions().innerText()).toContain('The reply box takes 60 characters; this is 56 too many.');
  await on.panel.locator('.card.open').press('Enter');
  const shorter = on.panel.getByRole('button', { name: 'Use the shorter wording' });
  await expect
    .poll(() => shorter.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button))
    .toBe(true);
  expect(await on.reply.inputValue()).toBe('');
  await expectAccessible();
  await on.page.keyboard.press('Enter');
  expect(await on.reply.inputValue()).toBe('Hej Karin! Kort text. /Sofia');
});

test('inserted all the same it is there whole, one undo away, and counted against what the box takes', async () => {
  on.fixture.suggest = long;
  await limited(60);
  await on.show();
  await cautions().waitFor();
  await insert().click();
  await on.panel.getByRole('button', { name: 'Insert anyway' }).click();
  expect((await on.reply.inputValue()).length).toBe(116);
  expect(await on.reply.getAttribute('maxlength')).toBe('60');
  await expect.poll(() => on.panel.locator('.measure').innerText()).toContain('56 over the limit');
  expect(await cautions().count()).toBe(0);
  await on.reply.press('Control+z');
  expect(await on.reply.inputValue()).toBe('');
});

test('a box of one line gets the lines with spaces between them', async () => {
  on.fixture.suggest = () => answer({ suggestions: [suggestion('a', { reply: reply({ markdown: 'Ett.\n\nTvå.' }) })] });
  await on.reply.evaluate((box) => {
    const line = document.createElement('input');
    line.id = 'line';
    line.setAttribute('aria-label', 'Line');
    box.after(line);
  });
  await on.show({ for: '#line' });
  await insert().click();
  expect(await on.page.locator('#line').inputValue()).toBe('Hej Karin! Ett. Två. /Sofia');
});

test('WhatsApp says how long a reply may be sent, and then that only a template may', async () => {
  on.fixture.suggest = () => answer({ channel: rules({ replyWindowHours: 24 }) });
  await on.show({ channel: 'whatsapp', receivedAt: new Date(Date.now() - 22.5 * 3_600_000).toISOString() });
  await expect.poll(() => inBox().innerText()).toMatch(/for another 1 hr (29|30) min/);
  await on.set({ receivedAt: new Date(Date.now() - 25 * 3_600_000).toISOString() });
  await expect.poll(() => inBox().innerText()).toContain('only an approved template');
});

test('ten conversations in a row do not begin with the same wording', async () => {
  await on.show();
  await insert().click();
  expect(await on.reply.inputValue()).toContain('Du får tillbaka allt');
  await on.reply.fill('');
  await on.set({ case: 'c2', message: 'Får jag pengarna tillbaka?' });
  await expect.poll(() => on.panel.locator('.reply').innerText()).toContain('Du väljer själv');
  await insert().click();
  expect(await on.reply.inputValue()).toContain('Du väljer själv');
});

test('a handle is no name', async () => {
  await on.show({ variables: { 'customer.first_name': '@karin_92', 'agent.first_name': 'Sofia' } });
  await expect.poll(() => on.panel.locator('.reply').innerText()).toMatch(/^Hej! Du får/);
});
