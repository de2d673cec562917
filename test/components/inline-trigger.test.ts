import { expect, test } from 'vitest';
import { typedTrigger, usableTrigger } from '../../web-components/search/trigger.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';
import { article, reply, searched } from './fixture-answers.ts';

const on = elementPage('erfara-search', 'search', ['erfara-insert-offer', 'erfara-insert']);
const box = () => on.page.locator('#reply');
const picker = () => on.element.locator('.picker');
const options = () => picker().getByRole('option');
const text = () => box().inputValue();
/** The host's own reply box is as ugly as it may be. */
const ours = async () => (await violations(on.page)).filter((line) => !/#reply|#rich/.test(line));

async function show(properties: Record<string, unknown> = {}): Promise<void> {
  await on.show({ for: '#reply', popup: true, inlineTrigger: '++', ...properties });
  await picker().waitFor({ state: 'attached' });
}

test('the trigger counts at the start and after a space, in one line, and nowhere else', () => {
  const typed = (words: string) => typedTrigger(words, words.length, '++')?.words;
  expect(typed('++bag')).toBe('bag');
  expect(typed('Hej ++bag age')).toBe('bag age');
  expect(typed('Hej\n++')).toBe('');
  expect(typed('C++ kod')).toBeUndefined();
  expect(typed('++bag\nage')).toBeUndefined();
  expect(typed('+++')).toBeUndefined();
});

test('what belongs to hosts or to the Greek keyboard is no trigger, and the integrator is told', () => {
  expect(['??', ';;', '/', 'a', '+', '++'].map(usableTrigger)).toEqual(['', '', '', '', '', '++']);
});

test('picks an answer at the cursor by keyboard alone, in place of what was typed', async () => {
  await show({ channel: 'facebook-comment', variables: { 'customer.first_name': 'Karin' } });
  await box().focus();
  await box().pressSequentially('Tack för ditt tålamod! ++pengar');
  await options().first().waitFor();
  expect(await box().evaluate((field) => field.matches(':focus'))).toBe(true);
  await on.page.keyboard.press('ArrowDown');
  await expect.poll(() => picker().locator('[aria-selected=true]').innerText()).toContain('Återbetalning');
  await on.page.keyboard.press('Enter');
  await expect.poll(text).toContain('Du får tillbaka allt');
  expect(await text()).toMatch(/^Tack för ditt tålamod! /);
  expect(await text()).not.toContain('++');
  expect(await picker().isVisible()).toBe(false);
  expect(await on.heard()).toEqual(['erfara-insert-offer', 'erfara-insert']);
});

test('Ctrl+Z gives back what was typed', async () => {
  await show();
  await box().focus();
  await box().pressSequentially('++pengar');
  await options().first().waitFor();
  await on.page.keyboard.press('Enter');
  await expect.poll(text).toContain('Du får tillbaka');
  await on.page.keyboard.press('Control+z');
  await expect.poll(text).toBe('++pengar');
});

test('Escape leaves what was typed as it was, and it stays closed while the words go on', async () => {
  await show();
  await box().focus();
  await box().pressSequentially('Hej ++pengar');
  await options().first().waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(() => picker().isVisible()).toBe(false);
  await box().pressSequentially(' tillbaka');
  expect(await text()).toBe('Hej ++pengar tillbaka');
  expect(await picker().isVisible()).toBe(false);
  await box().pressSequentially(' ++bagage');
  await options().first().waitFor();
});

test('Enter is a new line again where nothing is picked', async () => {
  await show();
  await box().focus();
  await box().pressSequentially('Hej');
  await on.page.keyboard.press('Enter');
  await box().pressSequentially('du');
  expect(await text()).toBe('Hej\ndu');
});

test('a box that the page draws later is served, and the one that takes its place', async () => {
  await show({ for: '#late' });
  for (const _ of ['first', 'second']) {
    await box().evaluate((field) => {
      document.getElementById('late')?.remove();
      field.insertAdjacentHTML('beforebegin', '<input id="late" aria-label="Late">');
    });
    const late = on.page.locator('#late');
    await late.focus();
    await late.pressSequentially('++pengar');
    await options().first().waitFor();
    await on.page.keyboard.press('Enter');
    await expect.poll(() => late.inputValue()).toContain('Du får tillbaka');
  }
});

test('without the attribute nothing listens', async () => {
  await on.show({ for: '#reply', popup: true });
  await box().focus();
  await box().pressSequentially('++pengar');
  await on.page.waitForTimeout(400);
  expect(await picker().count()).toBe(0);
});

test('stands at the words, inside the window, and goes when the caret leaves them', async () => {
  await show();
  await box().focus();
  await box().pressSequentially('Hej ++pengar');
  await options().first().waitFor();
  const [field, list] = [await box().boundingBox(), await picker().boundingBox()];
  if (!field || !list) throw new Error('Neither may be hidden.');
  expect(list.y).toBeGreaterThan(field.y);
  expect(list.y).toBeLessThan(field.y + 80);
  expect(list.x + list.width).toBeLessThanOrEqual(480);
  await on.page.keyboard.press('Home');
  await expect.poll(() => picker().isVisible()).toBe(false);
});

test('works in an editable element, where the agent wrote last', async () => {
  await on.page.evaluate(() => {
    const field = document.createElement('div');
    Object.assign(field, { id: 'rich', contentEditable: 'true', role: 'textbox', ariaLabel: 'Reply' });
    const line = document.createElement('p');
    line.id = 'rich-line';
    line.append(document.createElement('br'));
    field.append(line);
    document.querySelector('main')?.prepend(field);
  });
  await show({ for: '' });
  const rich = on.page.locator('#rich');
  await rich.focus();
  await rich.pressSequentially('Hej ++pengar');
  await options().first().waitFor();
  expect(await ours()).toEqual([]);
  await on.page.keyboard.press('Enter');
  await expect.poll(() => rich.textContent()).toContain('Du får tillbaka allt');
  expect(await rich.textContent()).not.toContain('++');
});

test('asks before a reply in another language is put there, and Enter says yes', async () => {
  await show({ customer: 'el' });
  await box().focus();
  await box().pressSequentially('++pengar');
  await options().first().waitFor();
  await on.page.keyboard.press('Enter');
  await picker().locator('.caution').waitFor();
  expect(await picker().locator('.caution').innerText()).toContain('Greek');
  expect(await text()).toBe('++pengar');
  await on.page.keyboard.press('Enter');
  await expect.poll(text).toContain('Du får tillbaka');
});

test('what must not be inserted is not inserted by a second Enter either', async () => {
  on.fixture.api['/v1/articles/baggage'] = () => ({
    ...article('baggage'),
    replies: [reply({ markdown: 'Din bokning {{order.number}} är klar.' })],
  });
  await show({ channel: 'facebook-comment', variables: { 'order.number': 'NB4K7Q' } });
  await box().focus();
  await box().pressSequentially('++bokning');
  await options().first().waitFor();
  await on.page.keyboard.press('Enter');
  await picker().locator('.caution').waitFor();
  await on.page.keyboard.press('Enter');
  await on.page.waitForTimeout(200);
  expect(await text()).toBe('++bokning');
});

test('shows the beginning of what Enter inserts', async () => {
  await show();
  await box().focus();
  await box().pressSequentially('++pengar');
  await picker().locator('.active').getByText('Du får tillbaka allt inom 7 dagar').waitFor();
});

test('whom to hand the case to is read before the holding reply is inserted', async () => {
  const { texts, ...others } = article('baggage');
  const part = {
    name: 'hand-over',
    channel: null,
    alternative: 1,
    heading: 'Lämna över till',
    markdown: 'Pressjouren',
  };
  on.fixture.api['/v1/articles/baggage'] = () => ({
    ...others,
    handling: 'hand-over',
    texts: texts.map((one) => ({ ...one, sections: [{ ...part, html: '<p>Pressjouren</p>' }] })),
  });
  await show();
  await box().focus();
  await box().pressSequentially('++journalist');
  await options().first().waitFor();
  await on.page.keyboard.press('Enter');
  await picker().getByText('Lämna över till: Pressjouren').waitFor();
  expect(await text()).toBe('++journalist');
  await on.page.keyboard.press('Enter');
  await expect.poll(text).toContain('Du får tillbaka');
});

test('nothing found, and no connection, are said at the cursor', async () => {
  on.fixture.api['/v1/search'] = () => ({ ...searched(), results: [], total: 0 });
  await show();
  await box().focus();
  await box().pressSequentially('++hund');
  await picker().getByText('Nothing found for these words.').waitFor();
  expect(await ours()).toEqual([]);
  on.fixture.online = false;
  await box().pressSequentially(' med');
  await picker().getByText('Not connected.').waitFor();
  await on.page.keyboard.press('Escape');
  expect(await text()).toBe('++hund med');
});

test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
  await on.open(how);
  await show();
  await box().focus();
  await box().pressSequentially('++pengar');
  await options().first().waitFor();
  expect(await ours()).toEqual([]);
});
