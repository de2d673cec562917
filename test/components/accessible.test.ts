import { describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { abstaining, answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();

const rich = () =>
  answer({
    degraded: 'no-model',
    incidents: [
      {
        id: 'ash',
        line: 'Ash cloud: flights stopped',
        lang: 'en',
        until: '2026-12-31T18:00:00+01:00',
        approvedBy: null,
      },
    ],
    suggestions: [
      suggestion('press', {
        article: {
          handOver: 'Press duty.',
          audience: 'internal',
          alreadySent: true,
          state: 'not-validated',
          incident: true,
        },
      }),
      suggestion('refund', { rank: 2, reply: null, replyFallback: reply({ lang: 'en', limit: 5 }) }),
    ],
  });

describe.each(['light', 'dark'])('in %s', (scheme) => {
  const show = async () => {
    if (scheme === 'dark') await on.dark();
    // Only what the panel owns is judged: the host page's own styles are made to be bad.
    await on.page.evaluate(() => {
      for (const sheet of document.styleSheets) sheet.disabled = true;
      document.documentElement.style.colorScheme = 'light dark';
    });
    await on.show();
  };

  test('suggestions in every state have no violations', async () => {
    on.fixture.suggest = rich;
    await show();
    await on.panel.locator('.card.open').waitFor();
    await on.panel.locator('.incident-line button').click();
    expect(await violations(on.page)).toEqual([]);
    await on.panel.locator('.card').nth(1).click();
    await on.panel.locator('.card.open button.main').click();
    expect(await violations(on.page)).toEqual([]);
  });

  test('an insertion with its toast has no violations', async () => {
    await show();
    await on.panel.locator('.card.open button.main').click();
    expect(await violations(on.page)).toEqual([]);
  });

  test('the preview has no violations', async () => {
    await show();
    await on.panel.getByRole('button', { name: /Preview/ }).click();
    await on.panel.locator('.preview .section').first().waitFor();
    expect(await violations(on.page)).toEqual([]);
  });

  test('the empty state, the search and the keys have no violations', async () => {
    on.fixture.suggest = () => abstaining('below-bar');
    await show();
    await on.panel.locator('summary').click();
    expect(await violations(on.page)).toEqual([]);
    await on.panel.locator('.empty button.main').click();
    await on.panel.locator('.search input').fill('bagage');
    await on.panel.locator('#results [role=option]').first().waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.page.keyboard.press('Escape');
    await on.panel.getByRole('button', { name: 'Keys' }).click();
    expect(await violations(on.page)).toEqual([]);
  });

  test('no question, waiting and a lost connection have no violations', async () => {
    on.fixture.suggest = () => abstaining('no-question');
    await show();
    await on.panel.locator('.quiet-line').waitFor();
    expect(await violations(on.page)).toEqual([]);
    on.fixture.suggest = () => answer();
    on.fixture.delay = 2500;
    await on.set({ case: 'c2', message: 'Hej?' });
    await on.panel.locator('.skeleton').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.panel.locator('.card').first().waitFor();
    on.fixture.online = false;
    await on.set({ message: 'Och?' });
    await on.panel.locator('.notice.lost').waitFor();
    expect(await violations(on.page)).toEqual([]);
  });
});
