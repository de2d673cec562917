import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { abstaining } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const OWN = 'Jag ringde hotellet.';
const heard = async () => (await on.panel.locator('[aria-live] p').allInnerTexts()).join(' ');
const inReply = () => on.reply.evaluate((box) => box === document.activeElement);
const answerFirst = () => on.panel.getByRole('button', { name: 'Answer, then save the case' });
const capture = () => on.panel.locator('erfara-capture');
const send = (text: string) =>
  on.page.evaluate((words) => document.querySelector('erfara-suggest')?.markSent(words), text);

async function nothing(properties: Record<string, unknown> = {}): Promise<void> {
  on.fixture.suggest = () => abstaining('nothing-in-scope');
  await on.page.route('**/v1/cases**', (route) => route.fulfill({ status: 503, json: {} }));
  await on.show(properties);
  await answerFirst().waitFor();
}

test('where nothing fits there is one sentence, its reason and two ways on', async () => {
  await nothing();
  expect(await on.panel.locator('.empty').innerText()).toMatch(
    /^No answer fits\s+The bank holds nothing on this\.\s+Search answers\s+Answer, then save the case/,
  );
});

test('answer, then save: the reply box has the focus, and once it is sent the case opens filled in', async () => {
  await nothing();
  await answerFirst().click();
  expect(await inReply()).toBe(true);
  await on.panel.locator('.offer', { hasText: 'Once it is sent, you save the case.' }).waitFor();
  await expect.poll(heard).toContain('Once it is sent, you save the case.');
  await on.reply.fill(OWN);
  await send(OWN);
  await capture().waitFor();
  const fields = await capture()
    .locator('textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  expect(fields).toEqual(['Hur får jag pengarna tillbaka?', OWN]);
});

test('closed without saving, the focus is in the reply box, and the case can still be saved', async () => {
  await nothing();
  await answerFirst().click();
  await send(OWN);
  await capture().locator('textarea').first().waitFor();
  await on.page.keyboard.press('Escape');
  await expect.poll(inReply).toBe(true);
  await on.panel.getByRole('button', { name: 'Save the case', exact: true }).waitFor();
});

test('it is not asked for in another conversation, nor after it was cancelled', async () => {
  await nothing();
  await answerFirst().click();
  await on.panel.locator('.offer').getByRole('button', { name: 'Cancel' }).click();
  expect(await inReply()).toBe(true);
  await send(OWN);
  await answerFirst().click();
  await on.set({ case: 'c2', message: 'Något annat?' });
  await on.panel.locator('.offer').waitFor({ state: 'detached' });
  await send(`${OWN} Igen.`);
  await on.page.waitForTimeout(200);
  expect(await capture().count()).toBe(0);
});

test('a host that goes on by itself once it is sent does not lose the case', async () => {
  await nothing();
  await answerFirst().click();
  await on.page.evaluate((words) => {
    const panel = document.querySelector('erfara-suggest');
    panel?.markSent(words);
    Object.assign(panel ?? {}, { case: 'c2', message: 'Något annat?' });
  }, OWN);
  await on.panel.getByRole('button', { name: 'Save the case', exact: true }).click();
  await capture().waitFor();
  expect(await capture().evaluate((form) => (form as HTMLElementTagNameMap['erfara-capture']).case)).toBe('c1');
});

test('without a reply box the case is written down at once', async () => {
  await nothing({ for: '' });
  await answerFirst().click();
  await capture().waitFor();
});

test('the offer to save is announced, and after Escape the focus is on its button again', async () => {
  const long =
    'Jag har själv ringt hotellet och bokat om rummet till lördag, och kvittot kommer med posten om tre dagar.';
  await nothing();
  await on.reply.focus();
  await send(long);
  const save = on.panel.getByRole('button', { name: 'Save the case', exact: true });
  await save.waitFor();
  await expect.poll(heard).toContain('Solved without the bank. Save it for colleagues?');
  await save.click();
  await capture().locator('textarea').first().waitFor();
  await on.page.keyboard.press('Escape');
  await expect
    .poll(() => save.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button))
    .toBe(true);
  await on.page.keyboard.press('Escape');
  expect(await inReply()).toBe(true);
});

test('when all are hidden it says so, and they come back', async () => {
  await on.show();
  await on.panel.locator('.card').first().focus();
  await on.page.keyboard.press('x');
  await expect.poll(() => on.panel.locator('.card').count()).toBe(1);
  await on.page.keyboard.press('x');
  await on.panel.locator('.empty').waitFor();
  expect(await on.panel.locator('.empty').innerText()).toMatch(/^You have hidden all suggestions\.\s+Show them again/);
  await expect.poll(heard).toContain('You have hidden all suggestions.');
  expect(await violations(on.page).then((all) => all.filter((one) => one.includes('erfara-suggest')))).toEqual([]);
  await on.page.keyboard.press('Enter');
  await expect.poll(() => on.panel.locator('.card').count()).toBe(2);
  await on.page.waitForTimeout(2500);
  expect(on.fixture.events.filter(({ type }) => type === 'dismiss')).toEqual([]);
});
