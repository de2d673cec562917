import { expect, test } from 'vitest';
import { answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const insert = () => on.panel.locator('.card.open button.main');
const caret = () =>
  on.reply.evaluate((box) => [(box as HTMLTextAreaElement).selectionStart, (box as HTMLTextAreaElement).selectionEnd]);
const only = (changes: Parameters<typeof reply>[0]) => () =>
  answer({ suggestions: [suggestion('refund', { reply: reply({ alternatives: [], ...changes }) })] });

test('inserting puts greeting, reply and sign-off in the box, with the caret after the greeting', async () => {
  await on.show();
  await insert().click();
  expect(await on.reply.inputValue()).toBe(
    'Hej Karin! Du får tillbaka allt inom 7 dagar. Välj på https://nordbris.example/refund. /Sofia',
  );
  expect(await caret()).toEqual(['Hej Karin!'.length, 'Hej Karin!'.length]);
  expect(await on.reply.evaluate((box) => box === document.activeElement)).toBe(true);
});

test('no name known: the greeting without a name', async () => {
  await on.show({ variables: { 'agent.first_name': 'Sofia' } });
  await insert().click();
  expect(await on.reply.inputValue()).toMatch(/^Hej! Du får/);
});

test('the text lands at the cursor, and a greeting that stands there is not repeated', async () => {
  await on.show();
  await on.reply.fill('Hej Karin! Vad tråkigt.  Hör av dig.');
  await on.reply.evaluate((box) => (box as HTMLTextAreaElement).setSelectionRange(24, 24));
  await insert().click();
  expect(await on.reply.inputValue()).toBe(
    'Hej Karin! Vad tråkigt. Du får tillbaka allt inom 7 dagar. Välj på https://nordbris.example/refund. /Sofia Hör av dig.',
  );
});

test("the browser's own undo takes the insertion back", async () => {
  await on.show();
  await on.reply.fill('Eget');
  await insert().click();
  await on.page.keyboard.press('Control+z');
  expect(await on.reply.inputValue()).toBe('Eget');
  await on.panel.locator('.toast', { hasText: 'Undone' }).waitFor();
});

test("the browser's own redo brings the insertion back, and with it the article", async () => {
  await on.show();
  await insert().click();
  await on.page.keyboard.press('Control+z');
  await on.panel.locator('.toast', { hasText: 'Undone' }).waitFor();
  await on.page.keyboard.press('Control+Shift+z');
  expect(await on.reply.inputValue()).toContain('Hej Karin!');
  await on.panel.locator('.toast', { hasText: 'Inserted' }).waitFor();
  await expect
    .poll(() => on.fixture.events.map(({ type }) => type).filter((type) => type !== 'impression'), { timeout: 6000 })
    .toEqual(['insert', 'unlink', 'insert']);
});

test('a box that is shut takes nothing, and the panel copies until it is open', async () => {
  await on.show();
  await insert().filter({ hasText: 'Insert' }).waitFor();
  await on.reply.evaluate((box) => box.toggleAttribute('readonly', true));
  await insert().filter({ hasText: 'Copy' }).click();
  expect(await on.reply.inputValue()).toBe('');
  await on.reply.evaluate((box) => box.toggleAttribute('readonly', false));
  await insert().filter({ hasText: 'Insert' }).click();
  expect(await on.reply.inputValue()).toContain('Hej Karin!');
});

test('of several boxes the one in view is used, and one that appears later is noticed', async () => {
  await on.show({ for: '.answer' });
  await insert().filter({ hasText: 'Copy' }).waitFor();
  await on.reply.evaluate((box) => {
    box.insertAdjacentHTML('beforebegin', '<textarea class="answer" id="hidden" hidden></textarea>');
    box.setAttribute('class', 'answer');
  });
  await insert().filter({ hasText: 'Insert' }).click();
  expect(await on.reply.inputValue()).toContain('Hej Karin!');
});

test('the toast undoes until the agent writes on', async () => {
  await on.show();
  await insert().click();
  await on.panel.locator('.toast button').click();
  expect(await on.reply.inputValue()).toBe('');
  await insert().click();
  await on.reply.press('x');
  await expect.poll(() => on.panel.locator('.toast').count()).toBe(0);
});

test('missing values are visible blanks that Tab goes through, and then Tab leaves the box', async () => {
  on.fixture.suggest = only({
    markdown: 'Bokning {{order.number}} till {{trip.destination}}.',
    variables: [
      { name: 'order.number', value: null },
      { name: 'trip.destination', value: null },
    ],
  });
  await on.show();
  await insert().click();
  const selected = () =>
    on.reply.evaluate((box) => {
      const { value, selectionStart, selectionEnd } = box as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
  expect(await selected()).toBe('[order number]');
  await on.page.keyboard.type('NB-482913');
  await on.page.keyboard.press('Tab');
  expect(await selected()).toBe('[destination]');
  await on.page.keyboard.type('Aten');
  await on.page.keyboard.press('Tab');
  expect(await on.reply.inputValue()).toBe('Hej Karin! Bokning NB-482913 till Aten. /Sofia');
  expect(await on.reply.evaluate((box) => box === document.activeElement)).toBe(false);
});

test('a reply in another language than the customer’s is inserted only after a warning', async () => {
  on.fixture.suggest = () =>
    answer({
      query: { lang: 'el', langConfidence: 0.99, asks: [] },
      suggestions: [
        suggestion('refund', { reply: null, replyFallback: reply({ lang: 'en', markdown: 'You get it all back.' }) }),
      ],
    });
  await on.show();
  await insert().click();
  expect(await on.reply.inputValue()).toBe('');
  expect(await on.panel.locator('.caution').innerText()).toBe(
    'The article has no translation into Greek. This reply is in English.',
  );
  await on.page.keyboard.press('Enter');
  expect(await on.reply.inputValue()).toContain('You get it all back.');
});

test('the panel measures the box against the good length and the limit, in words', async () => {
  on.fixture.suggest = () => answer({ length: { unit: 'chars', good: 10, limit: 20 } });
  await on.show();
  const measure = on.panel.locator('.measure .length');
  await on.reply.fill('123456789');
  await expect.poll(() => measure.innerText()).toBe('9 / 10');
  await on.reply.fill('123456789012');
  await expect.poll(() => measure.getAttribute('class')).toContain('long');
  await on.reply.fill('1234567890123456789012');
  await expect.poll(() => measure.innerText()).toMatch(/^2 over the limit\s+22 \/ 20$/);
});

test('an erfara-length under the box takes the bar over from the panel', async () => {
  on.fixture.suggest = () => answer({ length: { unit: 'sms', good: 2, limit: 4 } });
  await on.page.evaluate(() => {
    const bar = document.createElement('erfara-length');
    Object.assign(bar, { for: '#reply', lang: 'en' });
    document.querySelector('main')?.append(bar);
  });
  await on.show({ channel: 'sms' });
  await on.reply.fill('x'.repeat(161));
  await expect.poll(() => on.page.locator('erfara-length .count').innerText()).toBe('2 SMS');
  expect(await on.panel.locator('.measure').count()).toBe(0);
});

test('a host that cancels the insert event inserts in its own way', async () => {
  await on.show();
  await insert().waitFor();
  await on.page.evaluate(() =>
    document.addEventListener('erfara-insert', (event) => {
      event.preventDefault();
      document.title = (event as CustomEvent).detail.text;
    }),
  );
  await insert().click();
  expect(await on.page.title()).toContain('Hej Karin!');
  expect(await on.reply.inputValue()).toBe('');
});

test('what the agent does reaches the bank, each event once and with a time-ordered id', async () => {
  await on.show();
  await insert().click();
  await expect
    .poll(() => on.fixture.events.map(({ type }) => type), { timeout: 6000 })
    .toEqual(['impression', 'impression', 'insert']);
  const [event] = on.fixture.events.filter(({ type }) => type === 'insert');
  expect(event).toMatchObject({
    requestId: 'r1',
    rank: 1,
    ask: 'a1',
    channel: 'facebook-comment',
    case: 'c1',
    article: { id: 'refund', lang: 'sv' },
  });
  expect(event?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('events wait in the session until they are acknowledged, over a reload too', async () => {
  on.fixture.acknowledges = false;
  await on.show();
  await on.panel.getByRole('button', { name: 'None of these fit' }).click();
  await on.page.waitForTimeout(2300);
  await on.page.reload();
  on.fixture.acknowledges = true;
  await on.show({ message: '' });
  await expect.poll(() => on.fixture.events.map(({ type }) => type), { timeout: 6000 }).toContain('none-fit');
  expect(new Set(on.fixture.events.map(({ id }) => id)).size).toBe(on.fixture.events.length);
});
