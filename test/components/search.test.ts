import { expect, test } from 'vitest';
import type { SearchResult } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';
import { article, reply, searched } from './fixture-answers.ts';

const on = elementPage('erfara-search', 'search', [
  'erfara-insert-offer',
  'erfara-insert',
  'erfara-open',
  'erfara-save-case',
]);
const words = () => on.element.getByRole('combobox', { name: 'Search answers' });
const active = () => on.element.locator('#results [aria-selected=true]');
const box = () => on.page.locator('#reply');

/** Types, and waits until the answer to just these words stands there. */
async function find(text: string): Promise<void> {
  await words().fill(text);
  await on.element.locator('.chosen').waitFor();
}

function answering(...results: Partial<SearchResult>[]): void {
  const [one] = searched().results;
  on.fixture.api['/v1/search'] = () => ({
    ...searched(),
    results: results.map((changes) => ({ ...one, ...changes })),
    total: results.length,
  });
}

test('finds and inserts by keyboard alone, without leaving the list', async () => {
  await on.show({ for: '#reply', channel: 'facebook-comment', variables: { 'customer.first_name': 'Karin' } });
  await find('pengar');
  await words().press('ArrowDown');
  expect(await active().innerText()).toContain('Återbetalning');
  await words().press('Enter');
  await expect.poll(() => box().inputValue()).toContain('Hej Karin! Du får tillbaka allt');
  expect(await on.heard()).toEqual(['erfara-insert-offer', 'erfara-insert']);
  await expect.poll(() => on.fixture.events.map(({ type }) => type), { timeout: 6000 }).toEqual(['insert']);
});

test('shows the beginning of the reply that Enter inserts', async () => {
  await on.show({ for: '#reply' });
  await find('pengar');
  await expect.poll(() => active().innerText()).toContain('Du får tillbaka allt inom 7 dagar');
});

test('a reply that is itself what was found stands there once, with the words marked', async () => {
  const text = 'Du får tillbaka allt inom … dagar. Välj på https://nordbris.example/refund.';
  answering({ id: 'a', why: [{ kind: 'section', lang: 'sv', text, highlights: [[7, 15]] }] });
  await on.show({ for: '#reply' });
  await find('tillbaka');
  await expect.poll(() => active().locator('.reply-line.found mark').allInnerTexts()).toEqual(['tillbaka']);
  expect((await active().innerText()).match(/Välj på/g)).toHaveLength(1);
});

test('where only the nearest were looked at, the count says that there may be more', async () => {
  on.fixture.api['/v1/search'] = () => ({ ...searched(), total: 20, atLeast: true });
  await on.show();
  await find('bagage');
  await on.element.getByText('20+ articles').waitFor();
});

test('Enter right after typing uses the answer to what was typed, not the one before', async () => {
  on.fixture.api['/v1/search'] = (_, url) => {
    const asked = new URL(url, on.fixture.url).searchParams.get('q') ?? '';
    const [one] = searched().results;
    return { ...searched(), results: [{ ...one, id: asked === 'hund' ? 'dog' : 'other', title: asked }], total: 1 };
  };
  await on.show({ for: '#reply' });
  await find('bagage');
  await words().fill('hund');
  await words().press('Enter');
  await expect.poll(() => on.fixture.events.map((event) => event.article?.id), { timeout: 6000 }).toEqual(['dog']);
});

test('the right arrow shows the article whole, and Escape returns to the same place', async () => {
  await on.show({ for: '#reply' });
  await find('pengar');
  await words().press('ArrowDown');
  await words().press('ArrowRight');
  await on.element.locator('erfara-article .section').first().waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(() => words().evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await active().getAttribute('id')).toBe('result-1');
});

test('the arrow moves the caret while it stands in the words', async () => {
  await on.show();
  await find('pengar');
  await words().press('Home');
  await words().press('ArrowRight');
  expect(await on.element.locator('erfara-article').count()).toBe(0);
});

test('inserts where the agent wrote last when no reply box is named', async () => {
  await on.show();
  await box().focus();
  await find('pengar');
  await on.element.getByRole('button', { name: 'Insert' }).click();
  await expect.poll(() => box().inputValue()).toContain('Du får tillbaka');
});

test('copies where there is no reply box at all', async () => {
  await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await on.show();
  await find('pengar');
  await on.element.getByRole('button', { name: 'Copy' }).click();
  await on.element.getByText('Copied', { exact: true }).first().waitFor();
  expect(await on.page.evaluate(() => navigator.clipboard.readText())).toContain('Du får tillbaka');
});

test('leaves inserting to a host that cancels the offer', async () => {
  await on.page.evaluate(() =>
    document.addEventListener('erfara-insert-offer', (event) => {
      event.preventDefault();
      Object.assign(window, { offered: (event as CustomEvent).detail.reply.markdown });
    }),
  );
  await on.show({ for: '#reply' });
  await find('pengar');
  await words().press('Enter');
  await expect
    .poll(() => on.page.evaluate(() => (window as unknown as { offered: string }).offered))
    .toContain('Du får tillbaka');
  expect(await box().inputValue()).toBe('');
});

test('a reply in another language than the customer writes is shown first, and inserted after a yes', async () => {
  await on.show({ for: '#reply', customer: 'el' });
  await find('pengar');
  expect(await active().innerText()).toContain('Not in Greek');
  await words().press('Enter');
  const question = on.element.locator('.foot .caution');
  await question.waitFor();
  expect(await question.innerText()).toContain('Greek');
  expect(await box().inputValue()).toBe('');
  expect(await violations(on.page)).toEqual([]);
  await on.element.getByRole('button', { name: 'Insert anyway' }).press('Enter');
  await expect.poll(() => box().inputValue()).toContain('Du får tillbaka');
});

test('what only the customer may know is not inserted where everybody reads', async () => {
  on.fixture.api['/v1/articles/baggage'] = () => ({
    ...article('baggage'),
    replies: [
      reply({
        markdown: 'Din bokning {{order.number}} är klar.',
        variables: [{ name: 'order.number', value: null }],
      }),
    ],
  });
  await on.show({ for: '#reply', channel: 'facebook-comment', variables: { 'order.number': 'NB4K7Q' } });
  await find('bokning');
  await words().press('Enter');
  await on.element.locator('.foot .refused').waitFor();
  expect(await on.element.getByRole('button', { name: 'Insert anyway' }).count()).toBe(0);
  expect(await box().inputValue()).toBe('');
});

test('whom to hand the case to is read before a holding reply is inserted', async () => {
  on.fixture.api['/v1/articles/baggage'] = () => ({ ...article('baggage'), handling: 'hand-over' });
  await on.show({ for: '#reply' });
  await find('journalist');
  await words().press('Enter');
  await on.element.getByRole('button', { name: 'Insert holding reply' }).waitFor();
  expect(await box().inputValue()).toBe('');
});

test('on the phone the article is read aloud, and its main action copies the case note', async () => {
  await on.open({ width: 360 });
  await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await on.show({ channel: 'phone' });
  await find('kunden vill ha pengarna tillbaka');
  await words().press('Enter');
  await on.element.locator('.foot').getByRole('button', { name: 'Copy as case note' }).click();
  await on.element.getByText('Copied', { exact: true }).first().waitFor();
  const note = await on.page.evaluate(() => navigator.clipboard.readText());
  expect(note).toContain('Customer’s question: kunden vill ha pengarna tillbaka');
  expect(note).toContain('Reply: ');
  expect(note).toContain('Article: baggage');
});

test('the most used articles stand there before anybody types', async () => {
  await on.show();
  await on.element.getByRole('listbox', { name: 'Most used' }).waitFor();
  expect(await on.element.locator('[role=option]').count()).toBe(2);
});

test('where nothing is found there are two ways on: without the filters, or answer and save the case', async () => {
  answering();
  on.fixture.api['/v1/cases'] = () => ({
    requestId: 'c1',
    saved: null,
    similar: [],
    draft: { title: 'Hund', question: 'hund', solution: '', reply: null, replaced: [] },
  });
  await on.show({ channel: 'email' });
  await words().fill('hund');
  await on.element.getByText('Nothing found for these words.').waitFor();
  expect(await violations(on.page)).toEqual([]);
  await on.element.getByRole('combobox', { name: 'State' }).selectOption('validated');
  await on.element.getByText('Nothing found with these filters.').waitFor();
  await on.element.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await on.element.getByText('Nothing found for these words.').waitFor();
  await on.element.getByRole('button', { name: 'Answer, then save the case' }).press('Enter');
  await on.element.locator('erfara-capture').waitFor();
  expect(await on.element.locator('erfara-capture textarea').first().inputValue()).toBe('hund');
  expect(await on.heard()).toEqual(['erfara-save-case']);
});

test('without a connection the last answer stays, and it is tried again', async () => {
  await on.show();
  await find('pengar');
  on.fixture.online = false;
  await words().fill('pengar tillbaka');
  await on.element.getByText(/Not connected. Trying again in \d+ s/).waitFor();
  expect(await on.element.locator('[role=option]').count()).toBe(2);
  expect(await violations(on.page)).toEqual([]);
  on.fixture.online = true;
  await on.element.getByRole('button', { name: 'Try now' }).click();
  await on.element.getByText('2 articles').waitFor();
});

test('goes on past the end of the list, without showing an article twice', async () => {
  const [one] = searched().results;
  on.fixture.api['/v1/search'] = (_, url) => {
    const later = url.includes('cursor=');
    const ids = later ? ['b', 'c'] : ['a', 'b'];
    const results = ids.map((id) => ({ ...one, id, title: `Om ${id}` }));
    return { ...searched(), results, total: 3, next: later ? null : 'more' };
  };
  await on.show();
  await find('om');
  await on.element.getByRole('button', { name: 'Show more' }).waitFor();
  for (const _ of ['b', 'c']) await words().press('ArrowDown');
  await expect.poll(() => active().innerText()).toContain('Om c');
  expect(await on.element.locator('.result-title').allInnerTexts()).toEqual(['Om a', 'Om b', 'Om c']);
  expect(await on.element.getByRole('button', { name: 'Show more' }).count()).toBe(0);
});

test('says what an agent must know of an article before opening it', async () => {
  answering(
    { id: 'a', state: 'not-validated', audience: 'internal' },
    { id: 'b', lang: 'el', languages: ['el'], title: 'Αποσκευές' },
  );
  await on.show({ reads: ['sv'] });
  await find('bagage');
  expect(await on.element.locator('#result-0').innerText()).toMatch(/Not checked\s*Internal only/);
  expect(await on.element.locator('#result-1').innerText()).toContain('Greek');
});

test('filters narrow the search, stand as chips, and keep the focus where they are taken away', async () => {
  const asked: string[] = [];
  on.fixture.api['/v1/search'] = (_, url) => {
    asked.push(url);
    return searched();
  };
  await on.show();
  await find('pengar');
  await on.element.getByRole('combobox', { name: 'Language' }).selectOption('sv');
  await expect.poll(() => asked.at(-1)).toContain('lang=sv');
  const chip = on.element.getByRole('button', { name: 'Remove the filter Language: Swedish' });
  await chip.press('Enter');
  await expect.poll(() => asked.at(-1)).not.toContain('lang=');
  expect(
    await on.element.getByRole('combobox', { name: 'Language' }).evaluate((filter) => filter.matches(':focus')),
  ).toBe(true);
});

test('keeps what was searched for without what tells of a person, until it is cleared', async () => {
  await on.show();
  await find('karin@example.com 0701234567 pengar');
  await words().press('ArrowRight');
  await on.element.locator('erfara-article').waitFor();
  await on.page.keyboard.press('Escape');
  await words().fill('');
  await on.element.getByRole('button', { name: 'pengar', exact: true }).waitFor();
  await on.element.getByRole('button', { name: 'Clear Recent searches' }).click();
  expect(await on.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pengar');
});

test('the shortcut leads to the search from the reply box and back', async () => {
  await on.show({ shortcut: 'Ctrl+Shift+K' });
  await box().focus();
  await on.page.keyboard.press('Control+Shift+K');
  await expect.poll(() => words().evaluate((input) => input.matches(':focus'))).toBe(true);
  await on.page.keyboard.press('Control+Shift+K');
  await expect.poll(() => box().evaluate((field) => field.matches(':focus'))).toBe(true);
});

test('as a popup it is called up over the page, and gone once it has inserted', async () => {
  await on.show({ shortcut: 'Ctrl+Shift+K', popup: true, for: '#reply' });
  expect(await words().isVisible()).toBe(false);
  await box().focus();
  await on.page.keyboard.press('Control+Shift+K');
  await on.element.getByRole('dialog', { name: 'Search answers' }).waitFor();
  expect(await violations(on.page)).toEqual([]);
  await find('pengar');
  await words().press('Enter');
  await expect.poll(() => box().inputValue()).toContain('Du får tillbaka');
  await expect.poll(() => words().isVisible()).toBe(false);
  expect(await box().evaluate((field) => field.matches(':focus'))).toBe(true);
});

test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
  await on.open(how);
  await on.show();
  await on.element.locator('[role=option]').first().waitFor();
  expect(await violations(on.page)).toEqual([]);
  await find('pengar');
  await on.element.getByRole('combobox', { name: 'Language' }).selectOption('sv');
  await on.element.getByRole('button', { name: 'Remove the filter Language: Swedish' }).waitFor();
  expect(await violations(on.page)).toEqual([]);
});
