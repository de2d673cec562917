import { expect, test } from 'vitest';
import type { ArticleOutput, ArticleSection, HistoryOutput } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';
import { article, reply } from './fixture-answers.ts';

const on = elementPage('erfara-article', 'article', ['erfara-insert-offer', 'erfara-insert']);
const box = () => on.page.locator('#reply');

const part = (name: string, html: string, changes: Partial<ArticleSection> = {}): ArticleSection => ({
  ...{ name, channel: null, alternative: 1, heading: name, markdown: '', html: `<p>${html}</p>` },
  ...changes,
});

/** An article that has everything one can have. */
function whole(changes: Partial<ArticleOutput> = {}): ArticleOutput {
  const { texts, ...others } = article('refund');
  const [swedish, english] = texts;
  if (!swedish || !english) throw new Error('The fixture has two texts.');
  return {
    ...others,
    ...{ owner: 'resor', markets: ['se', 'no'], tags: ['återbetalning', 'flyg'] },
    texts: [
      {
        ...swedish,
        source: { system: 'Zendesk', ref: '4711', url: 'https://desk.example/4711' },
        sections: [
          part('issue', 'Kunden undrar var pengarna är.'),
          part('resolution', 'Annat. '.repeat(400)),
          part('resolution', 'Flygtaxen betalas alltid tillbaka även när biljetten inte är ombokningsbar.'),
          part('reply', 'Du får tillbaka allt.'),
          part('reply', 'Pengarna är hos dig inom en vecka.', { alternative: 2 }),
          part('reply', 'Allt tillbaka på 7 dagar.', { channel: 'sms' }),
          part('mandate', 'Upp till 500 kr.'),
          part('other', 'Läs <a href="https://nordbris.example/refund">villkoren</a>.'),
        ],
      },
      { ...english, translatedFrom: 'sv', stale: true },
    ],
    ...changes,
  };
}

const HISTORY: HistoryOutput = {
  requestId: 'h1',
  id: 'refund',
  kept: 'git',
  revisions: [
    {
      ...{ id: 'r2', at: '2026-11-02T10:00:00Z', author: 'Sofia Ek', message: 'Beloppet är höjt till 500 kr' },
      ...{ path: 'refund.sv.md', what: 'changed', lang: 'sv' },
    },
  ],
  more: true,
};

function serve(given: ArticleOutput | number = whole()): void {
  on.fixture.api['/v1/articles/refund'] = () => given;
  on.fixture.api['/v1/articles/refund/history'] = () => HISTORY;
}

const text = () => on.element.locator('.scroll').innerText();
const ready = () => on.element.locator('.section').first().waitFor();

test('tells who answers for the article, where it holds, where it leads and where it came from', async () => {
  serve();
  await on.show({ article: 'refund', read: 'sv' });
  await ready();
  const about = on.element.getByRole('region', { name: 'About the article' });
  const facts = await about.innerText();
  for (const fact of ['2 Nov 2026', 'resor', 'Sweden, Norway', 'återbetalning', 'Zendesk 4711']) {
    expect(facts).toContain(fact);
  }
  expect(await about.getByRole('link', { name: 'villkoren' }).getAttribute('href')).toBe(
    'https://nordbris.example/refund',
  );
});

test('a translation that is older than its source says so, and what it was made from', async () => {
  serve();
  await on.show({ article: 'refund', read: 'en' });
  await ready();
  expect(await text()).toContain('English: The translation is older than its source text.');
  expect(await text()).toContain('Translated from Swedish');
});

test('a language that somebody here needs and the article lacks is named', async () => {
  serve();
  await on.show({ article: 'refund', read: 'sv', customer: 'el' });
  await ready();
  expect(await text()).toContain('Not translated into: Greek');
});

test('shows the first language the agent reads', async () => {
  serve();
  await on.show({ article: 'refund', reads: ['fi', 'en', 'sv'] });
  await on.element.getByRole('heading', { name: 'Refund when the flight is cancelled' }).waitFor();
});

test("the replies are shown by channel, the conversation's own first, and all wordings of one together", async () => {
  serve();
  await on.show({ article: 'refund', read: 'sv', channel: 'sms' });
  await ready();
  const shown = on.element.getByRole('tabpanel');
  expect(await shown.innerText()).toBe('Allt tillbaka på 7 dagar.');
  await on.element.getByRole('tab', { name: 'SMS' }).press('ArrowLeft');
  await expect.poll(() => shown.innerText()).toContain('Wording 2');
  expect(await shown.innerText()).toContain('Pengarna är hos dig inom en vecka.');
  expect(await on.element.getByRole('tab', { name: 'All channels' }).evaluate((tab) => tab.matches(':focus'))).toBe(
    true,
  );
});

test('two translations stand side by side where there is room, and below each other where there is not', async () => {
  serve();
  await on.open({ width: 900 });
  await on.show({ article: 'refund', read: 'sv' });
  await on.element.getByRole('combobox', { name: 'Beside' }).selectOption('en');
  const columns = on.element.locator('.column');
  await columns.nth(1).waitFor();
  const [left, right] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()];
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + 100);
  expect(right?.y).toBe(left?.y);
  expect(await violations(on.page)).toEqual([]);
  await on.page.setViewportSize({ width: 360, height: 800 });
  await expect.poll(async () => (await columns.nth(1).boundingBox())?.x).toBe((await columns.nth(0).boundingBox())?.x);
});

test('who changed it when is asked for first when somebody wants to know', async () => {
  serve();
  let asked = 0;
  on.fixture.api['/v1/articles/refund/history'] = () => {
    asked += 1;
    return HISTORY;
  };
  await on.show({ article: 'refund', read: 'sv' });
  await ready();
  expect(asked).toBe(0);
  await on.element.getByText('History').click();
  await on.element.getByText('Beloppet är höjt till 500 kr').waitFor();
  expect(await on.element.locator('.history').innerText()).toContain('Sofia E.');
  expect(await on.element.locator('.history').innerText()).toContain('Older versions are kept too.');
  await on.element.getByText('History').click();
  await on.element.getByText('History').click();
  expect(asked).toBe(1);
  expect(await violations(on.page)).toEqual([]);
});

test('without a history, or without the right to see it, that is said', async () => {
  serve();
  on.fixture.api['/v1/articles/refund/history'] = () => 404;
  await on.show({ article: 'refund', read: 'sv' });
  await ready();
  await on.element.getByText('History').click();
  await on.element.getByText('No history to show.').waitFor();
});

test('the passage that matched is marked and in view', async () => {
  serve();
  const why = [
    {
      ...{ kind: 'section', lang: 'sv', highlights: [] },
      text: 'Flygtaxen betalas alltid tillbaka även när biljetten inte är ombokningsbar.',
    },
  ];
  await on.show({ article: 'refund', read: 'sv', why, style: 'height: 300px; display: block' });
  const marked = on.element.locator('.matching');
  await marked.waitFor();
  await expect
    .poll(async () => {
      const [scroll, block] = [await on.element.locator('.scroll').boundingBox(), await marked.boundingBox()];
      if (!scroll || !block) return false;
      return block.y >= scroll.y && block.y + block.height <= scroll.y + scroll.height;
    })
    .toBe(true);
});

test('inserts what it shows into the reply box, and can take it back', async () => {
  serve();
  await on.show({ article: 'refund', read: 'sv', for: '#reply', variables: { 'customer.first_name': 'Karin' } });
  await ready();
  await on.element.locator('.scroll').focus();
  await on.page.keyboard.press('Enter');
  await expect.poll(() => box().inputValue()).toContain('Hej Karin! Du får tillbaka allt');
  expect(await on.heard()).toEqual(['erfara-insert-offer', 'erfara-insert']);
  await on.element.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => box().inputValue()).toBe('');
});

test('asks before it inserts a reply in another language than the customer writes', async () => {
  serve(whole({ replies: [reply()] }));
  await on.show({ article: 'refund', read: 'sv', for: '#reply', customer: 'el' });
  await ready();
  await on.element.getByRole('button', { name: 'Insert' }).press('Enter');
  await on.element.getByRole('button', { name: 'Insert anyway' }).waitFor();
  expect(await violations(on.page)).toEqual([]);
  await on.page.keyboard.press('Escape');
  await expect.poll(() => on.element.getByRole('button', { name: 'Insert anyway' }).count()).toBe(0);
  expect(await box().inputValue()).toBe('');
});

test('what is fetched later says that it is on its way, and what cannot be fetched is asked for again', async () => {
  serve();
  on.fixture.online = false;
  await on.show({ article: 'refund', read: 'sv' });
  await on.element.getByText(/Not connected. Trying again in \d+ s/).waitFor();
  expect(await violations(on.page)).toEqual([]);
  on.fixture.online = true;
  on.fixture.delay = 600;
  await on.element.getByRole('button', { name: 'Try now' }).click();
  await on.element.getByRole('img', { name: 'Fetching the article' }).waitFor();
  await ready();
});

test('works on a page that demands trusted types', async () => {
  await on.page.route(`${on.fixture.url}/`, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'; trusted-types lit-html erfara`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await on.page.goto(on.fixture.url);
  await on.page.evaluate("import('/components/article/define.js')");
  serve();
  await on.show({ article: 'refund', read: 'sv' });
  await on.element.getByRole('link', { name: 'villkoren' }).first().waitFor();
});

test('an article that is gone says so', async () => {
  serve(404);
  await on.show({ article: 'refund' });
  await on.element.getByText('The article is no longer there.').waitFor();
});

test('an article without a reply says so, and offers nothing to insert', async () => {
  serve(whole({ replies: [] }));
  await on.show({ article: 'refund', for: '#reply' });
  await on.element.getByText('The article has no reply to send.').waitFor();
  expect(await on.element.locator('.foot button').count()).toBe(0);
});

test.each([{}, { dark: true }, { width: 360 }])('has no violations in %o', async (how) => {
  await on.open(how);
  serve();
  await on.show({ article: 'refund', read: 'sv', for: '#reply' });
  await ready();
  await on.element.getByText('History').click();
  await on.element.getByText('Beloppet är höjt till 500 kr').waitFor();
  expect(await violations(on.page)).toEqual([]);
});
