import { describe, expect, test } from 'vitest';
import type { RunningIncident } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';
import { answer } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const cloud = (changes: Partial<RunningIncident> = {}): RunningIncident => ({
  id: 'ash-cloud',
  line: 'Askmoln: alla flyg till Island är inställda',
  lang: 'sv',
  until: later(90),
  approvedBy: 'Duty manager',
  answers: [{ id: 'ash-refund', lang: 'sv', title: 'Återbetalning vid askmolnet' }],
  ...changes,
});

describe('<erfara-incident>', () => {
  const on = elementPage('erfara-incident', 'incident', ['erfara-open']);
  const run = (
    incidents: RunningIncident[],
    ended: { id: string; line: string; lang: string; endedAt: string }[] = [],
  ) => {
    on.fixture.suggest = () => answer({ suggestions: [], incidents, ended });
  };
  const tell = (state: 'raised' | 'extended' | 'ended') =>
    on.fixture.tell({ id: String(Date.now()), type: 'incident', incident: 'ash-cloud', state });
  const line = () => on.element.locator('.incident-line');

  test('takes no room while nothing runs, and shows an incident within five seconds', async () => {
    run([]);
    await on.show({ market: 'se', reads: ['sv', 'en'] });
    await on.page.waitForTimeout(300);
    expect((await on.element.boundingBox())?.height ?? 0).toBe(0);
    expect(on.fixture.asked.at(-1)).toEqual({ message: '', limit: 1, reads: ['sv', 'en'], market: 'se' });
    run([cloud()]);
    tell('raised');
    await line().waitFor({ timeout: 5_000 });
    expect(await line().textContent()).toContain('Until ');
  });

  test('open, its words have the whole width, with until when below them', async () => {
    run([
      cloud({
        line: 'Askmoln från Bláfell: inga flyg i västra Norge. Ny bedömning var sjätte timme. Ombokning är gratis.',
      }),
    ]);
    await on.open({ width: 360 });
    await on.show();
    await line().getByRole('button').first().click();
    const text = await line().locator('.text').boundingBox();
    const until = await line().locator('.until').boundingBox();
    expect(text?.width).toBeGreaterThan(250);
    expect(until?.y).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.height ?? 0));
  });

  test('is one collapsed line, and opens when its text changes', async () => {
    run([cloud()]);
    await on.show();
    await line().waitFor();
    const button = line().getByRole('button').first();
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    run([cloud({ line: 'Askmoln: flygen går igen från kl. 20' })]);
    on.fixture.tell({ id: '7', type: 'index-changed', version: 2 });
    await on.element.getByText('från kl. 20').first().waitFor({ timeout: 5_000 });
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await line().textContent()).toContain('Approved by Duty manager');
  });

  test('shows its answers, each to be read in place', async () => {
    run([cloud()]);
    await on.show();
    await line().getByRole('button').first().press('Enter');
    await on.element.getByRole('button', { name: 'Återbetalning vid askmolnet' }).press('Enter');
    await on.element.locator('.reading .section').first().waitFor();
    expect(await on.heard()).toEqual(['erfara-open']);
  });

  test('says for a while that it ended', async () => {
    run([cloud()]);
    await on.show();
    await line().waitFor();
    run([], [{ id: 'ash-cloud', line: 'Askmoln', lang: 'sv', endedAt: later(-1) }]);
    tell('ended');
    await on.element.locator('.incident-ended').waitFor({ timeout: 5_000 });
    expect(await line().count()).toBe(0);
    expect(await on.element.locator('.incident-ended').textContent()).toContain('Ended ');
  });

  test('ends by itself when its time is over, also while the server cannot be reached', async () => {
    run([cloud({ until: new Date(Date.now() + 1_500).toISOString() })]);
    await on.show();
    await line().waitFor();
    on.fixture.online = false;
    await on.element.locator('.incident-ended').waitFor({ timeout: 5_000 });
    expect(await line().count()).toBe(0);
  });

  test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
    await on.open(how);
    run(
      [cloud(), cloud({ id: 'strike', line: 'Strejk', answers: [] })],
      [{ id: 'snow', line: 'Snö i Oslo', lang: 'sv', endedAt: later(-30) }],
    );
    await on.show();
    await line().first().getByRole('button').first().click();
    await on.element.getByRole('button', { name: 'Återbetalning vid askmolnet' }).click();
    await on.element.locator('.reading .section').first().waitFor();
    expect(await violations(on.page)).toEqual([]);
  });
});

describe('the panel', () => {
  const on = panelPage();

  test('hears of an incident between two questions, and asks again for what it made wrong', async () => {
    await on.show();
    await on.panel.locator('.card.open').waitFor();
    await on.panel.locator('.card').nth(1).click();
    const asked = on.fixture.asked.length;
    on.fixture.suggest = () => answer({ incidents: [cloud()] });
    await expect
      .poll(
        async () => {
          on.fixture.tell({ id: String(Date.now()), type: 'incident', incident: 'ash-cloud', state: 'raised' });
          return on.panel.locator('.incident-line').count();
        },
        { timeout: 5_000 },
      )
      .toBe(1);
    await expect.poll(() => on.fixture.asked.slice(asked).some(({ message }) => message !== '')).toBe(true);
    expect(await on.panel.locator('.card.open h3').textContent()).toContain('(delay)');
  });

  test('previews an answer of an incident', async () => {
    on.fixture.suggest = () => answer({ incidents: [cloud()] });
    await on.show();
    await on.panel.locator('.incident-line > button').click();
    await on.panel.getByRole('button', { name: 'Återbetalning vid askmolnet' }).click();
    await on.panel.locator('.preview .section').first().waitFor();
  });
});
