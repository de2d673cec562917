import { expect, test } from 'vitest';
import { abstaining, answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();

test('the first suggestion is expanded with its reply, the others are two lines', async () => {
  await on.show();
  const cards = on.panel.locator('.card');
  await cards.first().locator('.reply').waitFor();
  expect(await cards.count()).toBe(2);
  expect(await cards.first().locator('.reply').innerText()).toBe(
    'Hej Karin! Du får tillbaka allt inom 7 dagar. Välj på https://nordbris.example/refund. /Sofia',
  );
  expect(await cards.nth(1).locator('.reply').count()).toBe(0);
});

test('the question that matched is quoted with its words marked', async () => {
  await on.show();
  await on.panel.locator('.card.open .why').waitFor();
  expect(await on.panel.locator('.card.open .why mark').allInnerTexts()).toEqual(['pengarna', 'inställd']);
});

test('the state is told in words, with when it was checked and how often it was used', async () => {
  await on.show();
  await expect
    .poll(() => on.panel.locator('.card.open .state').innerText())
    .toMatch(/^Checked .*ago|^Checked .* · used 14 times/);
  await expect.poll(() => on.panel.locator('.card.open .state').innerText()).toContain('used 14 times');
});

test('an article nobody has checked says so', async () => {
  on.fixture.suggest = () =>
    answer({ suggestions: [suggestion('new', { article: { state: 'not-validated', kind: 'case' } })] });
  await on.show();
  expect(await on.panel.locator('.card.open .state').innerText()).toContain('Not checked · Solved case');
});

test('the mandate is shown and is no part of what is inserted', async () => {
  await on.show();
  expect(await on.panel.locator('.mandate').innerText()).toContain('Upp till 500 kr');
  await on.panel.locator('button.main').click();
  expect(await on.reply.inputValue()).not.toContain('500 kr');
});

test('a long mandate is one line until it is opened, and is not taken along when the card is selected', async () => {
  const rest = 'Däröver beslutar skiftledaren, och musikinstrument går alltid till skadegruppen.';
  const mandate = `Du får godkänna upp till 500 kr direkt när bilderna visar skadan tydligt och väskan är märkt. ${rest}`;
  on.fixture.suggest = () => answer({ suggestions: [suggestion('bag', { article: { mandate } })] });
  await on.show();
  const amber = on.panel.locator('.mandate');
  const height = () => amber.evaluate((each) => each.getBoundingClientRect().height);
  await amber.waitFor();
  expect(await height()).toBeLessThan(36);
  await amber.locator('summary').focus();
  await on.page.keyboard.press('Enter');
  expect(await height()).toBeGreaterThan(80);
  expect(await amber.innerText()).toContain(rest);
  expect(await on.reply.inputValue()).toBe('');
  expect(await amber.evaluate((each) => getComputedStyle(each).userSelect)).toBe('none');
});

test('an answer already sent in the thread says so', async () => {
  on.fixture.suggest = () => answer({ suggestions: [suggestion('refund', { article: { alreadySent: true } })] });
  await on.show();
  expect(await on.panel.locator('.card.open .badge').innerText()).toBe('Already sent');
});

test('a hand-over article names whom to hand to and offers a holding reply', async () => {
  on.fixture.suggest = () =>
    answer({ suggestions: [suggestion('press', { article: { handOver: '**Press duty**, at once.' } })] });
  await on.show();
  expect(await on.panel.locator('.hand-over').innerText()).toMatch(/Hand over to\s+Press duty, at once\./);
  expect(await on.panel.locator('button.main').innerText()).toContain('Insert holding reply');
});

test('a running incident is one collapsed line that opens when its text changes', async () => {
  const incident = (line: string) => [
    { id: 'ash', line, lang: 'en', until: '2026-12-31T18:00:00+01:00', approvedBy: 'Duty manager' },
  ];
  on.fixture.suggest = () => answer({ incidents: incident('Ash cloud: flights stopped') });
  await on.show();
  const line = on.panel.locator('.incident-line button');
  expect(await line.getAttribute('aria-expanded')).toBe('false');
  on.fixture.suggest = () => answer({ incidents: incident('Ash cloud: some flights leave') });
  await on.set({ message: 'Och nu?' });
  await expect.poll(() => line.getAttribute('aria-expanded')).toBe('true');
  expect(await on.panel.locator('.incident-line').innerText()).toContain('Approved by Duty manager');
});

test('nothing fits: a sentence, the reason, a way on, and the score behind "Why?" alone', async () => {
  on.fixture.suggest = () => abstaining('below-bar');
  await on.show();
  const empty = on.panel.locator('.empty');
  expect(await empty.locator('h3').innerText()).toBe('No answer fits');
  expect(await empty.innerText()).not.toContain('41');
  await empty.locator('summary').click();
  expect(await empty.innerText()).toContain('41 of 100. Shown from 50.');
});

test('an answer for another market is told as such', async () => {
  on.fixture.suggest = () => abstaining('other-market');
  await on.show();
  expect(await on.panel.locator('.empty').innerText()).toContain('another market');
});

test('where several things were asked, each answer stands below its own, and what has none is named', async () => {
  const ask = (id: string, text: string) => ({ id, text, span: [0, text.length] as [number, number] });
  on.fixture.suggest = () =>
    answer({
      query: {
        lang: 'sv',
        langConfidence: 1,
        asks: [ask('a1', 'Pengarna?'), ask('a2', 'Väskan?'), ask('a3', 'Hunden?')],
      },
      suggestions: [suggestion('refund'), suggestion('bag', { ask: 'a3' })],
      abstentions: [{ ask: 'a2', reason: 'below-bar' }],
    });
  await on.show();
  await on.panel.locator('.card').first().waitFor();
  const lines = await on.panel.locator('.cards > li').allInnerTexts();
  expect(lines.map((line) => line.replace(/^\d\s+/, '').split('\n')[0])).toEqual([
    ...['Pengarna?', 'Återbetalning när flyget ställts in (refund)'],
    ...['Väskan?', 'No answer fits', 'Hunden?', 'Återbetalning när flyget ställts in (bag)'],
  ]);
});

test('a message without a question leaves the suggestions of the same conversation where they are', async () => {
  await on.show();
  await on.panel.locator('.card').nth(1).click();
  on.fixture.suggest = () => abstaining('no-question');
  await on.set({ message: 'Tack!' });
  await on.panel.getByText('No question in the latest message.').waitFor();
  expect(await on.panel.locator('.card').count()).toBe(2);
  expect(await on.panel.locator('.card').nth(1).getAttribute('class')).toContain('open');
});

test('another conversation never shows the suggestions of the one before', async () => {
  await on.show();
  await on.panel.locator('.card').first().waitFor();
  on.fixture.delay = 400;
  await on.set({ case: 'c2', message: 'Något annat' });
  await expect.poll(() => on.panel.locator('.card').count()).toBe(0);
});

test('a long wait shows a skeleton, until the suggestions stand', async () => {
  on.fixture.delay = 1200;
  await on.show();
  await on.panel.locator('.skeleton').waitFor();
  await on.panel.locator('.card').first().waitFor();
  expect(await on.panel.locator('.skeleton').count()).toBe(0);
});

test('an outdated answer never replaces a newer one', async () => {
  on.fixture.suggest = (input) => answer({ suggestions: [suggestion(input.message === 'late' ? 'late' : 'early')] });
  on.fixture.delay = 300;
  await on.show({ message: 'early' });
  on.fixture.delay = 0;
  await on.set({ message: 'late' });
  await on.panel.getByText('(late)').waitFor();
  await on.page.waitForTimeout(500);
  expect(await on.panel.locator('h3').innerText()).toContain('(late)');
});

test('the agent changes the language they read in one step', async () => {
  await on.show();
  await on.panel.locator('select').selectOption('fi');
  await expect.poll(() => on.fixture.asked.at(-1)?.reads).toEqual(['fi', 'sv', 'en']);
});

test('without the language model a plain notice says that words alone are searched', async () => {
  on.fixture.suggest = () => answer({ mode: 'keyword', degraded: 'no-model' });
  await on.show();
  expect(await on.panel.locator('.notice').innerText()).toContain('Searching by words only');
});

test('the other wordings of a reply take turns', async () => {
  on.fixture.suggest = () =>
    answer({
      suggestions: [suggestion('refund', { reply: reply({ greeting: '', greetingNoName: '', signOff: '' }) })],
    });
  await on.show();
  await on.panel.getByRole('button', { name: 'Other wording' }).click();
  expect(await on.panel.locator('.reply').innerText()).toBe('Du väljer själv: ny avgång eller pengarna.');
  await on.panel.getByRole('button', { name: 'Other wording' }).click();
  expect(await on.panel.locator('.reply').innerText()).toContain('7 dagar');
});

test('a request the server refuses is told with its number, not tried again', async () => {
  on.fixture.suggest = () => 400;
  await on.show();
  expect(await on.panel.locator('.notice.danger').innerText()).toContain('r-error');
});

test('the interface speaks the language it is given', async () => {
  await on.show({ lang: 'el' });
  expect(await on.panel.locator('button.main').innerText()).toContain('Εισαγωγή');
  await on.set({ lang: 'nn' });
  await expect.poll(() => on.panel.locator('button.main').innerText()).toContain('Sett inn');
});

test('the styles of the host page do not reach into the panel', async () => {
  await on.show();
  const look = await on.panel
    .locator('h3')
    .first()
    .evaluate((title) => {
      const { fontSize, letterSpacing, textTransform, color } = getComputedStyle(title);
      return { fontSize, letterSpacing, textTransform, red: color === 'rgb(255, 0, 0)' };
    });
  expect(look).toEqual({ fontSize: '14px', letterSpacing: 'normal', textTransform: 'none', red: false });
  expect(await on.panel.locator('button.main').isVisible()).toBe(true);
});

test('loading the bundle twice is harmless', async () => {
  await on.show();
  await on.page.addScriptTag({ type: 'module', url: '/components/suggest/define.js?again' });
  await on.panel.locator('.card').first().waitFor();
});
