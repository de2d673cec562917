import { beforeEach, describe, expect, test } from 'vitest';
import type { ArticlesOutput, BulkInput, GapAction, IncidentInput } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { gaps, incidents, insights, work } from './console-answers.ts';
import { elementPage } from './element-page.ts';

const on = elementPage('erfara-console', 'console', []);

const articles = (): ArticlesOutput => ({
  requestId: 'a',
  articles: Array.from({ length: 3_000 }, (_, i) => ({
    ...{ id: `article-${i}`, kind: 'faq', audience: 'public', governance: 'experience', owner: 'resor', tags: [] },
    ...{ markets: null, folder: 'articles', uses: 0 },
    texts: [{ lang: 'sv', title: `Artikel ${i}`, state: 'validated', verifiedAt: null, stale: false }],
  })),
  desk: {
    name: 'Nordbris',
    languages: [
      { code: 'sv', name: 'Svenska' },
      { code: 'en', name: 'English' },
    ],
    markets: [{ code: 'se', name: 'Sverige' }],
    channels: [],
    headings: {},
  },
});

beforeEach(() => {
  Object.assign(on.fixture.api, {
    '/v1/articles': articles,
    '/v1/health/content': work,
    '/v1/gaps': gaps,
    '/v1/incidents': () => incidents(),
    '/v1/insights': insights,
    '/v1/search': () => ({ requestId: 's', results: [], total: 0, next: null, mode: 'hybrid' }),
    '/v1/facts': () => ({ requestId: 'f', facts: [], etag: '' }),
  });
});

/** The console has a page to itself. */
const go = (path: string) =>
  on.page.evaluate((hash) => {
    location.hash = hash;
    const element = document.createElement('erfara-console');
    element.lang = 'en';
    element.style.height = '800px';
    document.body.replaceChildren(element);
  }, path);
const toast = () => on.element.locator('.toast');

describe('the queue', () => {
  const rows = () => on.element.locator('.item');

  test('says each thing in a sentence, with its evidence on opening and one action', async () => {
    await go('/today');
    await rows().first().waitFor();
    expect(await on.element.locator('.what').allInnerTexts()).toEqual([
      '14 customers asked, nothing answers: “kan jag ta med hunden?”',
      '“Återbetalning” and “Avgift för extra väska” contradict each other',
      'Agents change the answer of “Återbetalning” before they send it',
      '“Avgift för extra väska” and “Återbetalning” answer the same question',
      'A colleague remarked on “Återbetalning”',
      '“Återbetalning” has not been used for a year',
      '“Återbetalning” is used, and may no longer be right',
      '“Återbetalning” is asked for in Greek, and is not translated',
    ]);
    expect(await rows().locator('.main').allInnerTexts()).toEqual([
      ...['Write this', 'Edit', 'Edit', 'Merge', 'Answer', 'Archive', 'Still correct', 'Translate'],
    ]);
    expect(await on.element.getByText('inom trettio dagar').count()).toBe(0);
    await rows().nth(1).locator('.sentence').press('Enter');
    await on.element.getByText('inom trettio dagar').waitFor();
    await rows().nth(1).locator('.sentence').press('ArrowDown');
    await on.page.keyboard.press('Enter');
    expect(await rows().nth(2).locator('.diff mark').allInnerTexts()).toEqual(['sju', 'fem']);
  });

  test('"still correct" takes the row away, says what it stands on, and can be taken back', async () => {
    Object.assign(on.fixture.api, {
      '/v1/articles/refund/sv': () => ({ etag: 'e'.repeat(64), markdown: '' }),
      '/v1/articles/refund/sv/confirm': () => ({ uses: { count: 14, days: 30 } }),
    });
    await go('/today');
    await rows().first().waitFor();
    await on.element.getByRole('button', { name: 'Still correct' }).click();
    await toast().getByText('used 14 times in 30 days').waitFor();
    expect(await rows().count()).toBe(7);
    expect(await toast().getByRole('button', { name: 'Undo' }).count()).toBe(1);
  });

  test('a merge shows what becomes of the files before anything is done', async () => {
    const asked: unknown[] = [];
    on.fixture.api['/v1/bulk'] = (body) => {
      asked.push(body);
      const files = [{ id: 'bag-fee', lang: 'sv', path: 'articles/bag-fee.sv.md', to: null, diff: [] }];
      return { requestId: 'b', dryRun: true, files, revision: null, visibleAt: null, token: null, lost: [] };
    };
    on.fixture.api['/v1/articles/bag-fee/sv'] = () => ({
      etag: 'e'.repeat(64),
      markdown: '',
      path: 'articles/bag-fee.sv.md',
    });
    await go('/today');
    await on.element.getByRole('button', { name: 'Merge' }).click();
    await on.element.locator('dialog').getByText('articles/bag-fee.sv.md').waitFor();
    expect(asked).toEqual([{ action: 'merge', ids: ['bag-fee'], into: 'refund', dryRun: true }]);
    expect(await violations(on.page)).toEqual([]);
    await on.element.locator('dialog').getByRole('button', { name: 'Merge' }).click();
    await toast().getByText('leads to “Återbetalning” from now on').waitFor();
    expect(asked[1]).toEqual({ action: 'merge', ids: ['bag-fee'], into: 'refund' });
  });
});

describe('questions that nothing answered', () => {
  const settled: GapAction[] = [];
  beforeEach(() => {
    settled.length = 0;
    on.fixture.api['/v1/gaps/g1'] = (body) => {
      settled.push(body as GapAction);
      return { requestId: 'g', gap: null, saved: null };
    };
  });

  test('"not ours" silences one, and Undo brings it back', async () => {
    await go('/gaps');
    await on.element.locator('.gap').getByRole('button', { name: 'Not ours' }).click();
    await toast().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => settled).toEqual([{ action: 'silence' }, { action: 'reopen' }]);
    // The list is read again.
    await expect.poll(() => on.element.locator('.gap').count()).toBe(1);
  });

  test('"this answers it" adds the phrasing to the article that is chosen', async () => {
    await go('/gaps');
    await on.element.getByRole('button', { name: 'This answers it' }).click();
    await on.element.getByRole('searchbox').fill('artikel 42');
    await on.element.getByRole('radio', { name: 'Artikel 42', exact: true }).check();
    expect(await violations(on.page)).toEqual([]);
    await on.element.getByRole('button', { name: 'Add the question' }).click();
    await toast().getByText('“Artikel 42” answers it from now on.').waitFor();
    const article = { id: 'article-42', lang: 'sv' };
    expect(settled).toEqual([{ action: 'answered-by', article, phrasing: 'kan jag ta med hunden?' }]);
    // The list is read again.
    await expect.poll(() => on.element.locator('.gap').count()).toBe(1);
  });

  test('"write this" goes on in the editor with the draft that was begun', async () => {
    on.fixture.api['/v1/gaps/g1/draft'] = () => ({ id: 'hund-ombord', lang: 'sv' });
    await go('/gaps');
    await on.element.getByRole('button', { name: 'Write this' }).click();
    await on.page.waitForURL(/#\/articles\/hund-ombord\/sv/);
  });
});

test('a surge proposes the template that comes nearest, with everything but the name filled in', async () => {
  const asked: IncidentInput[] = [];
  on.fixture.api['/v1/incidents'] = (body) => {
    if (body) asked.push(body as IncidentInput);
    return incidents({ incidents: [] });
  };
  await go('/incidents');
  await on.element.getByRole('button', { name: 'Raise “Storm: ferries cancelled”' }).click();
  await on.element.getByText('Not translated: Greek.').waitFor();
  await on.element.getByLabel('Approved by').fill('Maja');
  await on.page.keyboard.press('Enter');
  await toast().getByText('on every agent').waitFor();
  expect(asked).toMatchObject([{ action: 'raise', template: 'template-storm', approvedBy: 'Maja', markets: ['se'] }]);
});

test('figures are thin lines with their names at the ends, gaps where too few stand behind them, and tables', async () => {
  await go('/insights');
  await on.element.locator('.plot svg').nth(1).waitFor();
  expect(await on.element.locator('figure h2').allInnerTexts()).toEqual([
    'Questions that got a suggestion',
    'Coverage, by language',
  ]);
  const drawn = (await on.element.locator('.plot svg').nth(1).textContent()) ?? '';
  expect(drawn).toContain('Swedish');
  expect(drawn).toContain('English');
  await on.element.getByText('Too few agents, or nothing yet: Customers').waitFor();
  expect(await on.element.locator('tbody tr').first().locator('td').nth(2).textContent()).toBe('–');
  expect(await on.element.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toContain('format=csv');
});

test('what the company could end goes on by a key, and back', async () => {
  const asked: BulkInput[] = [];
  on.fixture.api['/v1/bulk'] = (body) => {
    asked.push(body as BulkInput);
    return { requestId: 'b', dryRun: false, files: [], revision: null, visibleAt: 1, token: null, lost: [] };
  };
  await go('/insights');
  const cause = on.element.locator('.cause');
  await cause.getByText('revenue-accounting · Told').waitFor();
  await cause.getByRole('button', { name: 'Mark as fixed' }).press('Enter');
  await toast().getByText('Saved:').waitFor();
  await toast().getByRole('button', { name: /Undo/ }).press('Enter');
  await toast().getByText('Undone').waitFor();
  const today = new Date().toLocaleDateString('sv');
  const about = { action: 'cause', ids: ['refund'] };
  expect(asked).toEqual([
    { ...about, fixed: today },
    { ...about, fixed: null },
  ]);
  await cause.locator('summary').press('Enter');
  await cause.getByLabel('Accepted').fill('2026-09-12');
  await cause.getByLabel('Who could end it').press('Enter');
  await expect.poll(() => asked.length).toBe(3);
  expect(asked[2]).toEqual({
    ...about,
    owner: 'revenue-accounting',
    told: '2026-09-01',
    accepted: '2026-09-12',
    fixed: null,
  });
  expect(await on.element.getByRole('link', { name: 'The month on one page' }).getAttribute('href')).toContain(
    '&lang=en',
  );
});

test('three thousand articles are searched as one types, and few of them are drawn', async () => {
  await go('/articles');
  await on.element.locator('.item').first().waitFor();
  expect(await on.element.getByText('3000 articles').count()).toBe(1);
  expect(await on.element.locator('.item').count()).toBeLessThan(200);
  await on.element.getByRole('searchbox').fill('artikel 299');
  await expect.poll(() => on.element.locator('.item').count()).toBe(13);
});

test('from anywhere to anywhere by name', async () => {
  await go('/facts');
  await on.element.locator('main').waitFor();
  await on.page.keyboard.press('Control+k');
  await on.page.keyboard.type('artikel 17');
  await on.element
    .getByRole('option', { name: /Artikel 17 / })
    .first()
    .waitFor();
  await on.page.keyboard.press('Enter');
  await on.page.waitForURL(/#\/articles\/article-17\/sv/);
});

test('what cannot be reached says so, and is tried again when asked', async () => {
  on.fixture.api['/v1/gaps'] = () => 503;
  await go('/gaps');
  await on.element.getByText('The bank is busy.').waitFor();
  on.fixture.api['/v1/gaps'] = gaps;
  await on.element.getByRole('button', { name: 'Try again' }).click();
  await on.element.locator('.gap').waitFor();
});

test("what a reader may not see is told in the reader's language", async () => {
  on.fixture.api['/v1/gaps'] = () => 404;
  await go('/gaps');
  await on.element.evaluate((element: HTMLElement) => {
    element.lang = 'sv';
  });
  await on.element.getByText('Här finns inget som du får se.').waitFor();
});

describe.each(['today', 'gaps', 'incidents', 'insights'])('%s', (room) => {
  test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
    await on.open(how);
    await go(`/${room}`);
    await on.element.locator('h1').waitFor();
    await on.element.locator('.item, .gap, .incident, .plot svg').first().waitFor();
    for (const closed of await on.element.locator('.opens').all()) await closed.click();
    expect(await violations(on.page)).toEqual([]);
  });
});
