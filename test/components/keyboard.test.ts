import { expect, test } from 'vitest';
import { abstaining, answer, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const focused = () =>
  on.panel.evaluate(
    (panel) =>
      panel.shadowRoot?.activeElement?.getAttribute('data-place') ?? panel.shadowRoot?.activeElement?.className ?? null,
  );
const ready = () => on.panel.locator('.card.open .reply').waitFor();

test('the chord goes from the reply box to the first suggestion and back', async () => {
  await on.show();
  await ready();
  await on.reply.focus();
  await on.page.keyboard.press('Control+Shift+Space');
  await expect.poll(focused).toBe('0');
  await on.page.keyboard.press('Control+Shift+Space');
  expect(await on.reply.evaluate((box) => box === document.activeElement)).toBe(true);
});

test('of several panels the chord is for the one whose reply box, or self, the agent is in', async () => {
  await on.show();
  await on.page.evaluate(() => {
    const other = document.querySelector('erfara-suggest')?.cloneNode() as HTMLElement;
    Object.assign(other, { id: 'other', for: '#second', case: 'c2', message: 'Var är min väska?' });
    const box = Object.assign(document.createElement('textarea'), { id: 'second' });
    document.getElementById('place')?.append(box, other);
  });
  const other = on.page.locator('#other');
  await on.panel.first().locator('.card.open .reply').waitFor();
  await other.locator('.card.open button.main').filter({ hasText: 'Insert' }).waitFor();
  const chord = async (from: string, to: string) => {
    await on.page.locator(from).focus();
    await on.page.keyboard.press('Control+Shift+Space');
    await expect.poll(() => on.page.locator(to).evaluate((panel) => panel.matches(':focus-within'))).toBe(true);
    await on.page.keyboard.press('Control+Shift+Space');
    await expect.poll(() => on.page.evaluate(() => `#${document.activeElement?.id}`)).toBe(from);
  };
  await chord('#second', '#other');
  await chord('#reply', 'erfara-suggest:not(#other)');
});

test('who is quicker than the answer waits in the panel, and Enter opens nothing else meanwhile', async () => {
  on.fixture.delay = 2500;
  await on.show();
  await on.reply.focus();
  await on.page.keyboard.press('Control+Shift+Space');
  await expect.poll(focused).toContain('list');
  await on.page.keyboard.press('Enter');
  expect(await on.panel.locator('.over').count()).toBe(0);
  await expect.poll(focused).toBe('0');
});

test('the chord pressed before the keys are fetched is not lost', async () => {
  let fetched = (): void => {};
  const fetching = new Promise<void>((resolve) => {
    fetched = resolve;
  });
  await on.page.route(/verbs-/, async (route) => {
    await fetching;
    await route.continue();
  });
  await on.show();
  await ready();
  await on.reply.focus();
  await on.page.keyboard.press('Control+Shift+Space');
  expect(await focused()).toBeNull();
  fetched();
  await expect.poll(focused).toBe('0');
});

test('the host chooses the chord', async () => {
  await on.show({ chord: 'Alt+K' });
  await ready();
  await on.reply.focus();
  await on.page.keyboard.press('Alt+k');
  await expect.poll(focused).toBe('0');
});

test('one key inserts the suggestion in focus', async () => {
  await on.show();
  await ready();
  await on.reply.focus();
  await on.page.keyboard.press('Control+Shift+Space');
  await expect.poll(focused).toBe('0');
  await on.page.keyboard.press('Enter');
  expect(await on.reply.inputValue()).toContain('Du får tillbaka allt');
});

test('the arrows walk the suggestions and expand the one in focus', async () => {
  await on.show();
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('1');
  expect(await on.panel.locator('.card').nth(1).locator('.reply').count()).toBe(1);
  await on.page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('0');
});

test('single keys mean nothing while the agent writes', async () => {
  await on.show();
  await ready();
  await on.reply.focus();
  await on.page.keyboard.type('?');
  expect(await on.reply.inputValue()).toBe('?');
  expect(await on.panel.locator('.keys').count()).toBe(0);
});

test('the question mark lists the keys, and Escape goes back to the same place', async () => {
  await on.show();
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('?');
  await on.panel.locator('.keys dl').waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(focused).toBe('0');
});

test('the preview opens with the right arrow, marks what matched, and Escape returns to the same suggestion', async () => {
  await on.show();
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('ArrowDown');
  await on.page.keyboard.press('ArrowRight');
  await on.panel.locator('.preview .section').first().waitFor();
  expect(await on.panel.locator('.preview .asked-now').innerText()).toContain(
    'pengarna tillbaka efter inställd resa???',
  );
  await on.page.keyboard.press('Escape');
  await expect.poll(focused).toBe('1');
});

test('the preview shows another language, and inserts from where it stands', async () => {
  await on.show();
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('ArrowRight');
  await on.panel.getByRole('button', { name: 'en', exact: true }).click();
  expect(await on.panel.locator('.preview h2').innerText()).toBe('Refund when the flight is cancelled');
  await on.panel.locator('.preview .foot button.main').click();
  expect(await on.reply.inputValue()).toContain('Du får tillbaka allt');
});

test("an article's HTML is rebuilt from what is allowed", async () => {
  on.tolerate(/inline event handler/);
  on.fixture.suggest = () => answer({ suggestions: [suggestion('harmful')] });
  await on.show();
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('ArrowRight');
  const section = on.panel.locator('.preview .section').filter({ hasText: 'Du får tillbaka' });
  await section.waitFor();
  expect(await section.locator('script, img, [onclick]').count()).toBe(0);
  expect(await section.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'https://nordbris.example/refund',
    null,
  ]);
  expect(await section.innerText()).toContain('en bild');
  expect(await on.page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('searching is done by keyboard alone, and what is found can be inserted', async () => {
  on.fixture.suggest = () => abstaining('nothing-in-scope');
  await on.show();
  await on.panel.locator('.empty button.main').click();
  const box = on.panel.getByRole('combobox', { name: 'Search answers' });
  await box.pressSequentially('bagage');
  await expect.poll(() => box.getAttribute('aria-activedescendant')).toBe('result-0');
  await box.press('ArrowDown');
  expect(await on.panel.locator('#results [aria-selected=true]').innerText()).toContain('Återbetalning');
  await box.press('ArrowRight');
  await on.panel.locator('.preview .section').first().waitFor();
  await on.page.keyboard.press('Escape');
  expect(await on.panel.locator('#results [aria-selected=true]').innerText()).toContain('Återbetalning');
  await box.press('Enter');
  await expect.poll(() => on.reply.inputValue()).toContain('Hej Karin! Du får tillbaka allt');
});

test('an article that is gone meanwhile says so', async () => {
  await on.show();
  await ready();
  await on.panel.evaluate((panel) =>
    (panel as HTMLElementTagNameMap['erfara-suggest']).controller.preview.open({
      id: 'gone',
      title: 'Gone',
      lang: 'sv',
      why: [],
    }),
  );
  await on.panel.evaluate((panel) => (panel as HTMLElementTagNameMap['erfara-suggest']).controller.open('preview'));
  await expect.poll(() => on.panel.locator('.preview .caution').innerText()).toBe('The article is no longer there.');
});
