import { describe, expect, test } from 'vitest';
import type { NewsItem, NewsOutput } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';

const on = elementPage('erfara-whats-new', 'whats-new', ['erfara-open']);

const AT = new Date(Date.now() - 3_600_000).toISOString();
const item = (kind: NewsItem['kind'], id: string, more: Partial<NewsItem['article']> = {}): NewsItem => ({
  kind,
  at: AT,
  article: { id, lang: 'sv', title: `Om ${id}`, state: 'validated', ...more },
});
const ALL: NewsItem[] = [
  item('new', 'umbrella', { state: 'not-validated' }),
  item('changed', 'refund'),
  item('validated', 'bag-fee'),
  { ...item('flag-answered', 'delay'), flag: { id: 'f1', comment: 'Fel', answer: 'Rättat: 14 dagar.' } },
  item('incident-ended', 'ash-cloud', { title: 'Askmoln', state: null }),
];
const asked: URL[] = [];
const serve = (items: NewsItem[], total = items.length) => {
  asked.length = 0;
  on.fixture.api['/v1/news'] = (_, url): NewsOutput => {
    asked.push(new URL(url, 'http://localhost'));
    const since = asked.at(-1)?.searchParams.get('since') ?? '';
    return { requestId: 'r', since, until: new Date().toISOString(), items, total };
  };
};

describe('<erfara-whats-new>', () => {
  test('is one line with a number, and a short list when it is opened', async () => {
    serve(ALL, 9);
    await on.show({ reads: ['sv', 'nb'], market: 'se' });
    await on.element.locator('.count').waitFor();
    expect(await on.element.locator('.count').textContent()).toBe('9 new');
    expect(await on.element.locator('li').count()).toBe(0);
    await on.element.locator('.top').press('Enter');
    expect(await on.element.locator('.badge').allTextContents()).toEqual([
      'New',
      'Not checked',
      'Changed',
      'Checked',
      'Your remark was answered',
      'Service alert ended',
    ]);
    expect(await on.element.getByText('And 4 more').count()).toBe(1);
    expect(asked[0]?.searchParams.get('reads')).toBe('sv,nb');
    expect(asked[0]?.searchParams.get('market')).toBe('se');
  });

  test('asks from where the agent last marked it as seen, remembered by the browser', async () => {
    serve(ALL);
    await on.show({ open: true });
    await on.element.getByRole('button', { name: 'Mark as seen' }).click();
    await on.element.getByText('Nothing new since').waitFor();
    const before = Date.now();
    await on.open({ again: true });
    serve([]);
    await on.show({ open: true });
    await on.element.getByText('Nothing new since').waitFor();
    expect(Math.abs(Date.parse(asked[0]?.searchParams.get('since') ?? '') - before)).toBeLessThan(60_000);
    expect(await on.element.locator('.count').count()).toBe(0);
  });

  test('grows while it is open when the bank changes', async () => {
    serve([]);
    await on.show({ open: true });
    await on.element.getByText('Nothing new since').waitFor();
    serve(ALL);
    on.fixture.tell({ id: '3', type: 'index-changed', version: 3 });
    await on.element.locator('li').first().waitFor({ timeout: 5_000 });
  });

  test('opens an article in place, and says where one is gone', async () => {
    serve([...ALL.slice(1, 2), item('flag-answered', 'gone', { title: null, state: null })]);
    await on.show({ open: true });
    await on.element.getByRole('button', { name: 'Om refund' }).press('Enter');
    await on.element.locator('.reading .section').first().waitFor();
    expect(await on.heard()).toEqual(['erfara-open']);
    expect(await on.element.getByText('The article is no longer there.').count()).toBe(1);
  });

  test('says when it cannot be told, and tries when asked', async () => {
    on.fixture.online = false;
    await on.show({ open: true });
    await on.element.getByText('Not connected.').waitFor();
    on.fixture.online = true;
    serve(ALL);
    await on.element.getByRole('button', { name: 'Try now' }).click();
    await on.element.locator('li').first().waitFor();
    expect(await on.element.getByText('Not connected.').count()).toBe(0);
  });

  test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
    await on.open(how);
    serve(ALL, 9);
    await on.show({ open: true });
    await on.element.getByRole('button', { name: 'Om refund' }).click();
    await on.element.locator('.reading .section').first().waitFor();
    expect(await violations(on.page)).toEqual([]);
  });
});
