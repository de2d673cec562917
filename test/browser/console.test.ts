import { describe, expect, test } from 'vitest';
import { violations } from '../components/axe.ts';
import { realConsole } from './real-console.ts';

const file = (fields: string, body: string) => `---\nschema: 1\n${fields}\n---\n${body}\n`;
const article = (id: string, title: string, question: string, reply: string) =>
  file(
    `id: ${id}\nlang: sv\nkind: faq\ntitle: ${title}\nstate: validated\naudience: public\nquestions:\n  - "${question}"`,
    `## Issue\n${title}.\n\n## Svar\n${reply}`,
  );
const rival = (id: string) => article(id, 'En väska', 'En väska för skidor', 'Så gör vi.');

const on = realConsole({
  ...Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`articles/rival-${id}.sv.md`, rival(`rival-${id}`)])),
  'articles/seat.sv.md': article('seat', 'Byta plats', 'Kan jag byta plats?', 'Platsen byter du i appen.'),
  'articles/meal.sv.md': article('meal', 'Mat ombord', 'Finns det mat ombord?', 'Maten köper du ombord.'),
  'articles/pram.sv.md': article('pram', 'Barnvagn', 'Får barnvagnen följa med?', 'Barnvagnen får följa med.'),
  'articles/lounge.sv.md': article('lounge', 'Loungen', 'Vem får gå in i loungen?', 'Loungen är öppen för alla.'),
  'incidents/templates/storm.sv.md': file(
    'id: template-storm\nlang: sv\nkind: incident\nstate: validated\naudience: public\ntemplate: true\ntitle: Färjor inställda\nquestions: ["Går färjan?"]',
    '## Status\nStorm: färjor ställs in.\n\n## Svar\nDet blåser för hårt.',
  ),
});

const sheet = () => on.page.locator('dialog.save[open]');
const save = () => sheet().locator('button.main');
const toast = () => on.page.locator('.toast');
const opened = (id: string) => on.open(`/articles/${id}/sv`).then(() => on.text.getByText('Issue').waitFor());
const disk = (id: string) => on.desk.file(`articles/${id}.sv.md`);
const checked = () => expect.poll(() => save().isEnabled(), { timeout: 30_000 }).toBe(true);

describe('writing', () => {
  test('by keyboard alone: found, changed, looked at and saved', async () => {
    await on.open('/');
    await on.page.locator('main').waitFor();
    await on.page.keyboard.press('Control+k');
    await on.page.keyboard.type('seat');
    await on.page.locator('.palette [role="option"]').first().waitFor();
    await on.page.keyboard.press('Enter');
    await on.text.getByText('Issue').waitFor();
    await on.write(' Gör det före incheckningen.');
    await on.page.keyboard.press('Control+s');
    await checked();
    expect(await sheet().locator('.diff .added').innerText()).toContain('före incheckningen');
    expect(await violations(on.page)).toEqual([]);
    await sheet().locator('#reason').focus();
    await on.page.keyboard.press('Enter');
    await toast().getByText('Saved.').waitFor();
    expect(await disk('seat')).toContain('Platsen byter du i appen. Gör det före incheckningen.');
    expect((await on.desk.get<{ drafts: unknown[] }>('/v1/drafts')).drafts).toEqual([]);
  });

  test('the result follows, as an agent reads it and as the channel counts it', async () => {
    await opened('bag-fee');
    await on.write('\n## Svar: email\nEn väska till kostar {{fact.bag_fee}} i kassan.\n');
    await on.page.locator('.read').getByText('i kassan').waitFor();
    await on.page.getByRole('button', { name: 'E-mail' }).click();
    await on.page.locator('.bubble').getByText('Hej Karin!').waitFor();
    expect(await on.page.locator('.meter-text').innerText()).toMatch(/^\d+ of 1200$/);
    await on.page.getByLabel('Market', { exact: true }).selectOption('no');
    await on.page.locator('.bubble').getByText('490 kr').waitFor();
  });

  test('a form changes one line of the front matter, and can be undone with the text', async () => {
    await opened('lounge');
    const before = await disk('lounge');
    await on.page.getByLabel('Title').fill('Vår lounge');
    await on.page.getByLabel('Title').press('Tab');
    await on.page.getByRole('button', { name: 'Properties as text' }).click();
    await on.text.getByText('title: Vår lounge').waitFor();
    await on.page.getByRole('button', { name: /^Save/ }).click();
    await checked();
    expect(await sheet().locator('.removed').innerText()).toContain('title: Loungen');
    await sheet().getByRole('button', { name: 'Cancel' }).click();
    await on.text.focus();
    await on.page.keyboard.press('Control+z');
    await expect.poll(() => on.page.getByRole('button', { name: /^Save/ }).isEnabled()).toBe(false);
    expect(await disk('lounge')).toBe(before);
  });

  test('findings stand with their place, and a click mends what can only be meant one way', async () => {
    await opened('lounge');
    const source = await disk('lounge');
    await on.rewrite(source.replace('Loungen är öppen', 'Hej! loungen är öppen'));
    const finding = on.page.locator('.problems');
    await on.page.locator('.cm-lint-marker-warning').waitFor();
    await finding.locator('summary').click();
    await finding.getByRole('button', { name: 'Take it away' }).click();
    await expect.poll(() => on.page.getByRole('button', { name: /^Save/ }).isEnabled()).toBe(false);
  });

  test('messages are tried before and after the change', async () => {
    await opened('lounge');
    await on.page.getByLabel('Title').fill('Cykel ombord');
    await on.page.getByLabel('Title').press('Tab');
    await on.page.getByRole('tab', { name: 'Try it' }).click();
    await on.page.locator('#messages').fill('Vem får gå in i loungen?\n\nTar ni med cykel ombord?');
    await on.page.keyboard.press('Control+Enter');
    await expect.poll(() => on.page.locator('.tried .rank').count(), { timeout: 30_000 }).toBe(2);
    expect(await on.page.locator('.tried .rank').first().innerText()).toMatch(/^Place 1 → Place 1$/);
    expect(await violations(on.page)).toEqual([]);
  });
});

describe('saving', () => {
  test('what would be lost is named before anything is written, and a decision is asked for', async () => {
    await opened('bag-fee');
    const before = await disk('bag-fee');
    const poor = before
      .replace('Avgift för extra väska', 'Annat')
      .replace('"Vad kostar en extra väska?"', '"Helt andra ord"')
      .replace('Kunden vill ta med en extra väska.', 'Annat.')
      .replace('En extra väska kostar', 'Annat')
      .replace('Extra väska: ', '');
    await on.rewrite(poor);
    await on.page.keyboard.press('Control+s');
    await checked();
    expect(await sheet().locator('.lost').innerText()).toMatch(/^Would lose \d+:$/);
    expect(await sheet().locator('.judged').first().innerText()).toContain('hur mycket för väska till');
    expect(await violations(on.page)).toEqual([]);
    await sheet().getByRole('button', { name: 'Look' }).click();
    expect(await disk('bag-fee')).toBe(before);
    await on.page.keyboard.press('Control+s');
    await checked();
    expect(await save().innerText()).toBe('Save anyway');
    await save().click();
    await toast().getByText('Saved.').waitFor();
    expect(await disk('bag-fee')).toBe(poor);
  });

  const elsewhere = async (id: string, from: string, to: string) => {
    const before = await disk(id);
    await on.desk.save(`${id}/sv`, before.replace(from, to), await on.desk.etag(id));
  };

  test('two editors in different lines: both changes are in', async () => {
    await opened('meal');
    await elsewhere('meal', '## Issue\nMat ombord.', '## Issue\nMat och dryck ombord.');
    await on.write(' Kort går bra.');
    await on.page.keyboard.press('Control+s');
    await checked();
    await save().click();
    await toast().getByText('together with what somebody else had saved').waitFor();
    expect(await disk('meal')).toMatch(/Mat och dryck ombord\.[\s\S]*Maten köper du ombord\. Kort går bra\./);
    await on.text.getByText('Mat och dryck').waitFor();
  });

  test('two editors in the same line: both texts stand there, and nothing is lost', async () => {
    await opened('pram');
    await elsewhere('pram', 'Barnvagnen får följa med.', 'Barnvagnen får följa med ända till planet.');
    await on.write(' Fäll ihop den.');
    await on.page.keyboard.press('Control+s');
    await checked();
    await save().click();
    const conflict = on.page.locator('dialog.merge[open]');
    await conflict.locator('.cm-merge-a').getByText('ända till planet').waitFor();
    const yours = conflict.locator('.cm-merge-b .cm-content');
    expect(await yours.innerText()).toContain('Barnvagnen får följa med. Fäll ihop den.');
    expect(await violations(on.page)).toEqual([]);
    await yours.focus();
    await on.page.keyboard.press('Control+End');
    await on.page.keyboard.press('ArrowLeft');
    await on.page.keyboard.insertText(' Den tas emot ända vid planet.');
    await conflict.getByRole('button', { name: 'Save this text' }).click();
    await checked();
    await save().click();
    await toast().getByText('Saved').waitFor();
    expect(await disk('pram')).toContain('får följa med. Fäll ihop den. Den tas emot ända vid planet.');
    const { revisions } = await on.desk.get<{ revisions: unknown[] }>('/v1/articles/pram/history');
    expect(revisions.length).toBeGreaterThanOrEqual(2);
    await on.page.getByRole('tab', { name: 'History' }).click();
    await on.page.locator('.versions li').nth(1).getByRole('button', { name: 'Compare with now' }).click();
    await on.page.locator('.versions .diff .added').getByText('Fäll ihop den').waitFor();
    await on.page.getByLabel('Compare with', { exact: true }).selectOption({ index: 1 });
    await on.page.locator('.versions .diff').waitFor();
    await on.page.getByRole('button', { name: 'Who wrote which line' }).press('Enter');
    await on.page.locator('.blame pre').getByText('Fäll ihop den').waitFor();
    expect(await on.page.locator('.blame').innerText()).toContain('Anna Ek');
    expect(await violations(on.page)).toEqual([]);
    await on.page.locator('.versions').getByRole('button', { name: 'Use this version' }).press('Enter');
    await expect.poll(() => on.text.innerText()).not.toContain('Fäll ihop den');
    await on.text.focus();
    await on.page.keyboard.press('Control+z');
    await expect.poll(() => on.text.innerText()).toContain('Fäll ihop den');
    const drafts = async () =>
      (await on.desk.get<{ drafts: { id: string }[] }>('/v1/drafts')).drafts.map(({ id }) => id);
    await expect.poll(drafts).not.toContain('pram');
  });

  test('what customers were told on a day is found from anywhere, and a day too far back says so', async () => {
    const today = new Date().toISOString().slice(0, 10);
    await on.open('/');
    await on.page.locator('main').waitFor();
    await on.page.keyboard.press('Control+k');
    await on.page.keyboard.type(`meal ${today}`);
    await on.page.locator('.palette [role="option"]').getByText(today).waitFor();
    await on.page.keyboard.press('Enter');
    await on.page.locator('.that-day .read').getByText('Maten köper du ombord.').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.page.getByLabel('What did we tell customers on that day?').fill('2001-02-03');
    await on.page.keyboard.press('Enter');
    await on.page.locator('.that-day .bad').waitFor();
  });
});

describe('what is written is kept', () => {
  test('a draft outlives the tab it was written in, and can be thrown away', async () => {
    await opened('lounge');
    await on.write(' Öppet till tio.');
    await on.page.close({ runBeforeUnload: true });
    await on.again('/articles/lounge/sv');
    await on.text.getByText('Öppet till tio.').waitFor();
    await on.page.getByText('You go on with your draft').waitFor();
    expect(await disk('lounge')).not.toContain('Öppet till tio.');
    expect(await violations(on.page)).toEqual([]);
    await on.page.getByRole('button', { name: 'Discard the draft' }).click();
    await expect.poll(() => on.text.innerText()).not.toContain('Öppet till tio.');
    await expect.poll(async () => (await on.desk.get<{ drafts: unknown[] }>('/v1/drafts')).drafts).toEqual([]);
  });

  test('a new article is a draft from its first word, and a translation begins beside its source', async () => {
    await on.open('/articles/new');
    await on.page.getByLabel('Title').fill('Cykel på färjan');
    await on.page.getByLabel('Language', { exact: true }).selectOption('sv');
    await on.page.keyboard.press('Enter');
    await on.text.getByText('Svar').waitFor();
    await on.write('Cykeln åker gratis.\n');
    await on.page.keyboard.press('Control+s');
    await checked();
    await save().click();
    await toast().getByText('Colleagues find it now').waitFor();
    expect(await disk('cykel-pa-farjan')).toContain('Cykeln åker gratis.');
    await on.page.getByRole('tab', { name: 'Languages' }).click();
    await on.page.getByRole('button', { name: 'Translate to English' }).click();
    await on.page.waitForURL(/cykel-pa-farjan\/en/);
    await on.page.locator('.read.box').getByText('Cykeln åker gratis.').waitFor();
    expect(await on.page.locator('.bar').innerText()).toContain('New, not saved yet');
    expect(await violations(on.page)).toEqual([]);
  });
});

describe('the other rooms', () => {
  test('an incident is raised, extended and ended from the keyboard', async () => {
    await on.open('/incidents');
    await on.page.getByRole('button', { name: 'Raise an alert' }).press('Enter');
    await on.page.locator('input[name="template"]:checked').waitFor();
    await on.page.getByLabel('Approved by').fill('Maja Lind');
    await on.page.keyboard.press('Enter');
    await toast().getByText('It is on every agent').waitFor();
    const line = on.page.locator('.incident.running');
    await line.getByText('Storm: färjor ställs in.').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await line.getByRole('button', { name: 'Extend by 1 h' }).press('Enter');
    await toast().getByText('It goes on until').waitFor();
    await line.getByRole('button', { name: 'End now' }).press('Enter');
    await on.page.keyboard.press('Enter');
    await on.page.locator('.incident.ended').waitFor();
  });

  test('a fact is changed once, and every text that it touches is shown first', async () => {
    await on.open('/facts');
    await on.page.getByRole('button', { name: 'Change the value' }).first().click();
    await on.page.getByLabel('Value, Sverige').fill('475 kr');
    await on.page.keyboard.press('Enter');
    await on.page.locator('dialog .texts').getByText('Fee for an extra bag').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.page.getByRole('button', { name: 'Save' }).click();
    await toast().getByText('“bag_fee” is saved.').waitFor();
    expect(await on.desk.file('facts.yaml')).toContain('475 kr');
  });

  test('many articles are tagged at once, looked at before, and taken back', async () => {
    await on.open('/articles');
    await on.page.getByRole('searchbox').fill('rival');
    await expect.poll(() => on.page.locator('.item').count()).toBe(4);
    await on.page.locator('.item').first().focus();
    await on.page.keyboard.press('Shift+ArrowDown');
    await on.page.getByRole('button', { name: 'Tag', exact: true }).click();
    await on.page.getByLabel('Tags, with commas between').fill('skidor');
    await on.page.keyboard.press('Enter');
    await on.page.getByText('2 files change:').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.page.locator('dialog').getByRole('button', { name: 'Tag', exact: true }).click();
    await toast().getByText('2 files changed.').waitFor();
    expect(await disk('rival-a')).toContain('skidor');
    await toast().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => toast().innerText(), { timeout: 20_000 }).toContain('Undone.');
    expect(await disk('rival-a')).toBe(rival('rival-a'));
  });

  test('the queue shows what the server found, and two articles that answer the same become one', async () => {
    type Queue = { items: { kind: string; articles: { id: string }[] }[] };
    const { items } = await on.desk.get<Queue>('/v1/health/content');
    const twice = items.find(({ kind }) => kind === 'duplicate')?.articles.map(({ id }) => id) ?? [];
    await on.open('/today');
    await expect.poll(() => on.page.locator('.item').count()).toBe(items.length);
    expect(await violations(on.page)).toEqual([]);
    const row = on.page.locator('.item', { hasText: 'answer the same question' }).first();
    await row.locator('.sentence').press('Enter');
    await row.locator('.sides').getByText('Så gör vi.').first().waitFor();
    await row.getByRole('button', { name: 'Merge' }).press('Enter');
    const dialog = on.page.locator('dialog[open]');
    await dialog.getByText(`articles/${twice[0]}.sv.md`).waitFor();
    expect(await violations(on.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await toast().getByText('from now on').waitFor();
    const leadsTo = async () => (await on.desk.get<{ id: string }>(`/v1/articles/${twice[0]}`)).id;
    expect(await leadsTo()).toBe(twice[1]);
    await toast().getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => toast().innerText(), { timeout: 20_000 }).toContain('Undone.');
    expect(await leadsTo()).toBe(twice[0]);
  });

  test('articles chosen in the list become one of them, looked at before, and are taken back', async () => {
    await on.open('/articles');
    await on.page.getByRole('searchbox').fill('rival');
    await expect.poll(() => on.page.locator('.item').count()).toBe(4);
    await on.page.locator('.item').first().focus();
    await on.page.keyboard.press('Shift+ArrowDown');
    const ids = await on.page.locator('.item[aria-selected=true] .name span').allInnerTexts();
    expect(ids).toHaveLength(2);
    const files = () => Promise.all(ids.map(disk));
    const before = await files();
    await on.page.getByRole('button', { name: 'Merge' }).press('Enter');
    await on.page.keyboard.press('ArrowDown');
    expect(await violations(on.page)).toEqual([]);
    await on.page.locator('dialog').getByRole('button', { name: 'See what changes' }).press('Enter');
    await on.page.getByText('2 files change:').waitFor();
    await on.page.locator('dialog').getByRole('button', { name: 'Merge' }).press('Enter');
    await toast().getByText('2 files changed.').waitFor();
    await toast().getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => toast().innerText(), { timeout: 20_000 }).toContain('Undone.');
    expect(await files()).toEqual(before);
  });

  test('what narrows the queue stays in the address and is remembered', async () => {
    await on.open('/today');
    const mine = on.page.getByRole('button', { name: 'Mine' });
    await mine.press('Enter');
    await on.page.getByLabel('All languages').selectOption('sv');
    expect(on.page.url()).toMatch(/#\/today\?lang=sv&mine=1$/);
    await on.again('/today');
    await expect.poll(() => mine.getAttribute('aria-pressed')).toBe('true');
    expect(await on.page.getByLabel('All languages').inputValue()).toBe('sv');
  });

  test('what was decided by rule stands with its reason, and leads to the history', async () => {
    const article = { id: 'lounge', lang: 'sv', title: 'Loungen' };
    const [at, reason] = [new Date().toISOString(), 'Two people flagged it.'];
    const decision = { id: 'decision-1', at, what: 'demoted', article, reason, revision: null };
    await on.open('/today');
    await on.page.route('**/v1/decisions*', (route) =>
      route.fulfill({ json: { requestId: 'r', decisions: [decision] } }),
    );
    await on.page.getByRole('link', { name: 'What was decided by rule' }).press('Enter');
    await on.page.locator('.record').getByText('Two people flagged it.').waitFor();
    expect(await violations(on.page)).toEqual([]);
    await on.page.locator('.record').getByRole('link', { name: 'History' }).press('Enter');
    await on.page.locator('.that-day .read').getByText('Loungen').first().waitFor();
  });

  test('a contributor sees five texts of their own, and of somebody else nothing without being a coach', async () => {
    await on.open('/today/coaching');
    await on.page.locator('.record').first().waitFor();
    expect(await on.page.locator('.record').count()).toBeLessThanOrEqual(5);
    expect(await violations(on.page)).toEqual([]);
    await on.page.getByLabel('Name of the contributor').fill('Nobody At All');
    await on.page.keyboard.press('Enter');
    await on.page.locator('.empty').waitFor();
  });
});

test.each([
  ['/today', {}],
  ['/articles', { dark: true }],
  ['/articles', { width: 360 }],
  ['/articles/lounge/sv', { dark: true }],
  ['/articles/lounge/sv', { width: 360 }],
  ['/articles/new', { width: 360 }],
  ['/today/coaching', { width: 360, dark: true }],
  ['/facts', { width: 360, dark: true }],
  ['/incidents', { dark: true }],
] as const)('%s has no violations in %o, and nothing to scroll to aside', async (path, how) => {
  await on.open(path, how);
  await on.page.locator('h1').first().waitFor({ state: 'attached' });
  await on.page.waitForTimeout(400);
  expect(await violations(on.page)).toEqual([]);
  expect(await on.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
