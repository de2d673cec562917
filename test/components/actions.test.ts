import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const insert = () => on.panel.locator('.card.open button.main');
const toast = (words: string) => on.panel.locator('.toast', { hasText: words }).waitFor();
const focused = () =>
  on.panel.evaluate((panel) => {
    const { activeElement } = panel.shadowRoot ?? {};
    return activeElement?.getAttribute('data-action') ?? activeElement?.getAttribute('data-place') ?? null;
  });
const kinds = () =>
  on.fixture.events
    .map(({ type, article }) => `${type} ${article?.id ?? ''}`.trim())
    .filter((kind) => !/^impr/.test(kind));
const settled = { timeout: 6000 };

async function atFirst(properties: Record<string, unknown> = {}) {
  await on.show(properties);
  await insert().waitFor();
  await on.panel.locator('.card').first().focus();
}

test('the menu opens by a key, the arrows walk it, and Escape goes back to its button', async () => {
  await atFirst();
  await on.page.keyboard.press('m');
  await expect.poll(focused).toBe('append');
  await on.page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('flag');
  await on.page.keyboard.press('Home');
  expect(await focused()).toBe('append');
  await on.page.keyboard.press('Escape');
  await expect.poll(() => on.panel.locator('[role=menu]').count()).toBe(0);
  expect(await on.panel.evaluate((panel) => panel.shadowRoot?.activeElement?.hasAttribute('data-more'))).toBe(true);
});

test('several answers stack in order, with one greeting and one sign-off', async () => {
  const one = (id: string, markdown: string) => suggestion(id, { reply: reply({ alternatives: [], markdown }) });
  on.fixture.suggest = () => answer({ suggestions: [one('a', 'Första.'), one('b', 'Andra.'), one('c', 'Tredje.')] });
  await atFirst({ channel: 'email' });
  await on.page.keyboard.press('a');
  await expect.poll(() => on.reply.inputValue()).toContain('Första.');
  for (const place of ['2', '3']) {
    await on.page.keyboard.press('Control+Shift+Space');
    await on.page.keyboard.press(place);
    await expect.poll(focused).toBe(String(Number(place) - 1));
    await on.page.keyboard.press('a');
  }
  await expect.poll(() => on.reply.inputValue()).toBe('Hej Karin!\n\nFörsta.\n\nAndra.\n\nTredje.\n\n/Sofia');
});

test('replacing takes the answer alone in place of what is selected; inserting leaves it', async () => {
  on.fixture.suggest = () =>
    answer({ suggestions: [suggestion('a', { reply: reply({ alternatives: [], markdown: 'Allt tillbaka.' }) })] });
  await atFirst();
  await on.reply.fill('Hej Karin! FEL Hälsar vi.');
  await on.reply.evaluate((box) => (box as HTMLTextAreaElement).setSelectionRange(11, 14));
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('r');
  expect(await on.reply.inputValue()).toBe('Hej Karin! Allt tillbaka. Hälsar vi.');
  await on.panel.locator('.toast button').click();
  expect(await on.reply.inputValue()).toBe('Hej Karin! FEL Hälsar vi.');
  await insert().click();
  expect(await on.reply.inputValue()).toContain('FEL');
});

test('copying gives plain words, and with formatting HTML beside them', async () => {
  await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await atFirst();
  await on.page.keyboard.press('c');
  await toast('Copied');
  const plain = 'Hej Karin! Du får tillbaka allt inom 7 dagar. Välj på https://nordbris.example/refund. /Sofia';
  expect(await on.page.evaluate(() => navigator.clipboard.readText())).toBe(plain);
  await on.page.keyboard.press('Shift+C');
  const rich = () =>
    on.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
    });
  await expect.poll(rich).toContain('<strong>allt</strong>');
  expect(await rich()).toContain('href="https://nordbris.example/refund"');
  expect(await on.page.evaluate(() => navigator.clipboard.readText())).toBe(plain);
});

test('a copy that the browser refuses is told of', async () => {
  await on.page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await on.page.reload();
  await atFirst();
  await on.page.keyboard.press('c');
  await toast('did not let it be copied');
});

test('used without inserting links the article, and can be taken back', async () => {
  await atFirst();
  await on.page.keyboard.press('u');
  await toast('Noted as used');
  await on.panel.locator('.linked').waitFor();
  await on.page.keyboard.press('Control+z');
  await toast('Unlinked');
  await expect.poll(kinds, settled).toEqual(['used refund', 'unlink refund']);
});

test('after inserting, unlink is the action, and the words stay', async () => {
  await on.show();
  await insert().click();
  await on.panel.getByRole('button', { name: 'Unlink' }).click();
  await toast('Unlinked');
  expect(await on.reply.inputValue()).toContain('Hej Karin!');
  expect(await on.panel.locator('.linked').count()).toBe(0);
  await expect.poll(kinds, settled).toEqual(['insert refund', 'unlink refund']);
});

test('a suggestion put away comes back with undo, and nothing is recorded of it', async () => {
  await atFirst();
  await on.page.keyboard.press('x');
  await toast('Hidden');
  expect(await on.panel.locator('.card').count()).toBe(1);
  await on.page.keyboard.press('Control+z');
  await expect.poll(() => on.panel.locator('.card').count()).toBe(2);
  await expect.poll(focused).toBe('0');
  await on.page.waitForTimeout(2500);
  expect(kinds()).toEqual([]);
});

test('undone after it reached the bank, another event takes it back', async () => {
  await atFirst();
  await on.page.keyboard.press('n');
  await expect.poll(kinds, settled).toEqual(['none-fit']);
  await on.panel.locator('.toast button').click();
  await expect.poll(() => on.panel.locator('.card').count()).toBe(2);
  await expect.poll(kinds, settled).toEqual(['none-fit', 'undo']);
  expect(on.fixture.events.at(-1)?.undoes).toBe(on.fixture.events.find(({ type }) => type === 'none-fit')?.id);
});

test('why a suggestion was put away may be said, once', async () => {
  await atFirst();
  await on.page.keyboard.press('x');
  await on.panel.getByRole('button', { name: 'Out of date' }).click();
  await toast('Noted');
  await expect.poll(kinds, settled).toEqual(['dismiss refund']);
  expect(on.fixture.events.find(({ type }) => type === 'dismiss')?.reason).toBe('outdated');
});

test('single keys are physical, so that a Greek layout has them', async () => {
  await atFirst();
  await on.panel
    .locator('.card')
    .first()
    .evaluate((card) =>
      card.dispatchEvent(new KeyboardEvent('keydown', { key: 'χ', code: 'KeyX', bubbles: true, composed: true })),
    );
  await toast('Hidden');
});

test('single keys can be switched off; Enter, the arrows and Escape still work', async () => {
  await atFirst({ singleKeys: 'off' });
  for (const key of ['x', 'n', 'm', '?', '2']) await on.page.keyboard.press(key);
  expect(await on.panel.locator('.toast, .keys, [role=menu]').count()).toBe(0);
  expect(await focused()).toBe('0');
  await on.page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('1');
  await on.panel.getByRole('button', { name: 'Keys' }).click();
  await on.panel.locator('.keys').getByText('switched off').waitFor();
  expect(await on.panel.locator('.keys dl').innerText()).not.toContain('Report a problem');
});

test('every key is listed', async () => {
  await atFirst();
  await on.page.keyboard.press('?');
  const keys = await on.panel.locator('.keys dl').innerText();
  for (const words of ['Add below', 'Replace selection', 'Report a problem', 'None of these fit', 'Undo'])
    expect(keys).toContain(words);
});

test('a remark opens over the list with the article and the words that led there, and Escape comes back', async () => {
  await atFirst();
  await on.page.keyboard.press('f');
  const form = on.panel.locator('erfara-flag');
  await form.waitFor();
  await form.getByText('Återbetalning').first().waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(() => form.count()).toBe(0);
  await expect.poll(focused).toBe('0');
});

test('the menu, what was put away and the keys have no violations', async () => {
  await on.page.evaluate(() => document.querySelector('link[rel=stylesheet]')?.remove());
  await atFirst();
  await on.page.keyboard.press('m');
  await on.panel.locator('[role=menu]').waitFor();
  expect(await violations(on.page)).toEqual([]);
  await on.page.keyboard.press('Escape');
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('x');
  await toast('Hidden');
  expect(await violations(on.page)).toEqual([]);
  await on.page.keyboard.press('?');
  await on.panel.locator('.keys dl').waitFor();
  expect(await violations(on.page)).toEqual([]);
});
