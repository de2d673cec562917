import { describe, expect, test } from 'vitest';
import type { Flag, FlagInput } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';

const ARTICLE = { id: 'refund', lang: 'sv', etag: 'e'.repeat(64), title: 'Återbetalning när flyget ställts in' };
const ID = '019ab000-0000-7000-8000-000000000001';
const flagOf = (changes: Partial<Flag> = {}): Flag => ({
  id: ID,
  at: new Date().toISOString(),
  article: { id: 'refund', lang: 'sv', etag: null },
  comment: 'Det är 14 dagar.',
  problem: 'outdated',
  phrasing: null,
  state: 'open',
  answer: null,
  answeredAt: null,
  mine: true,
  ...changes,
});

describe('<erfara-flag>', () => {
  const on = elementPage('erfara-flag', 'flag', ['erfara-flagged', 'erfara-close']);
  const sent: FlagInput[] = [];
  const show = async (properties: Record<string, unknown> = {}) => {
    sent.length = 0;
    on.fixture.api['/v1/flags'] = (body) => {
      sent.push(body as FlagInput);
      return flagOf();
    };
    on.fixture.api[`/v1/flags/${ID}`] = () => ({ id: ID });
    await on.show({ article: ARTICLE, phrasing: 'pengarna tillbaka efter inställd resa???', ...properties });
    await on.element.locator('#comment').waitFor();
  };
  const focused = () =>
    on.page.evaluate(() => document.querySelector('erfara-flag')?.shadowRoot?.activeElement?.outerHTML ?? '');

  test('the words that led there are shown in whole lines at 360 px', async () => {
    await on.open({ width: 360 });
    await show({ phrasing: 'Trevligt med nya resor, men vårt flyg hem ställdes in. '.repeat(12) });
    const words = on.element.locator('.phrasing p');
    const lines = await words.evaluate(
      (each) => each.clientHeight / Number.parseFloat(getComputedStyle(each).lineHeight),
    );
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05);
    expect((await words.boundingBox())?.width).toBeGreaterThan(260);
  });

  test('is sent by keyboard alone: the kind of problem, a comment and the phrasing that led there', async () => {
    await show();
    expect(await focused()).toContain('value="wrong"');
    await on.page.keyboard.press('ArrowRight');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.type('Det är 14 dagar.');
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByText('Sent to the editors.').first().waitFor();
    expect(sent).toMatchObject([
      {
        article: { id: 'refund', lang: 'sv', etag: ARTICLE.etag },
        problem: 'outdated',
        comment: 'Det är 14 dagar.',
        phrasing: 'pengarna tillbaka efter inställd resa???',
      },
    ]);
    expect(await on.heard()).toEqual(['erfara-flagged']);
    await on.page.keyboard.press('Escape');
    expect(await on.heard()).toEqual(['erfara-flagged', 'erfara-close']);
  });

  test('shows the phrasing, and leaves it out where the agent wants', async () => {
    await show();
    expect(await on.element.locator('.phrasing p').textContent()).toContain('inställd resa');
    await on.element.getByRole('button', { name: 'Leave them out' }).click();
    expect(await focused()).toContain('id="comment"');
    await on.element.getByText('Wrong', { exact: true }).click();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(sent[0]).not.toHaveProperty('phrasing');
    expect(sent[0]).toMatchObject({ problem: 'wrong', comment: '' });
  });

  test('asks for words where nothing was said', async () => {
    await show();
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByText('Choose what the problem is, or describe it.').waitFor();
    expect(sent).toEqual([]);
    expect(await focused()).toContain('id="comment"');
  });

  test('keeps the words where it cannot be sent, and counts once when it is sent again', async () => {
    await show();
    await on.element.locator('#comment').fill('Fel belopp.');
    on.fixture.online = false;
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByRole('alert').waitFor();
    expect(await on.element.locator('#comment').inputValue()).toBe('Fel belopp.');
    on.fixture.online = true;
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    await on.page.keyboard.press('Control+z');
    await on.element.getByText('Taken back.').first().waitFor();
    expect(await on.element.locator('#comment').inputValue()).toBe('Fel belopp.');
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });

  test('that an editor has answered cannot be taken back, and says so', async () => {
    await show();
    await on.element.locator('#comment').fill('Fel belopp.');
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    on.fixture.api[`/v1/flags/${ID}`] = () => 409;
    await on.page.keyboard.press('Control+z');
    await on.element.getByRole('alert').waitFor();
    expect(await on.element.locator('[data-done]').count()).toBe(1);
  });

  test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
    await on.open(how);
    await show();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('.wrong').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.element.locator('#comment').fill('Fel belopp.');
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(await violations(on.page)).toEqual([]);
  });
});

describe('<erfara-remarks>', () => {
  const on = elementPage('erfara-remarks', 'flag', ['erfara-open']);
  const answered = flagOf({ state: 'answered', answer: 'Rättat: 14 dagar.', answeredAt: new Date().toISOString() });
  let flags: Flag[] = [];
  const show = async () => {
    on.fixture.api['/v1/flags'] = () => ({ requestId: 'r', flags, next: null });
    await on.show();
  };

  test('tells whoever flagged that the remark was answered, at once, with the article to read', async () => {
    flags = [];
    await show();
    await on.page.waitForTimeout(300);
    expect(await on.element.locator('section').count()).toBe(0);
    flags = [answered];
    on.fixture.tell({ id: '1', type: 'flag-answered', flag: ID, article: { id: 'refund', lang: 'sv' } });
    await on.element.getByText('Rättat: 14 dagar.').waitFor({ timeout: 5_000 });
    await on.element.getByRole('button', { name: 'Read the article' }).click();
    await on.element.locator('.reading .section').first().waitFor();
    expect(await on.heard()).toEqual(['erfara-open']);
    expect(await violations(on.page)).toEqual([]);
  });

  test('is seen once, also in another tab of the browser', async () => {
    flags = [answered];
    await show();
    await on.element.getByRole('button', { name: 'Seen' }).click();
    expect(await on.element.locator('section').count()).toBe(0);
    await on.open({ again: true });
    await show();
    await on.page.waitForTimeout(300);
    expect(await on.element.locator('section').count()).toBe(0);
  });

  test('leaves reading to a host that cancels it', async () => {
    flags = [answered];
    await show();
    await on.page.evaluate(() => document.addEventListener('erfara-open', (event) => event.preventDefault()));
    await on.element.getByRole('button', { name: 'Read the article' }).click();
    expect(await on.element.locator('.reading').count()).toBe(0);
  });
});
