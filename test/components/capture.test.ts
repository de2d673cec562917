import { describe, expect, test } from 'vitest';
import type { CaptureInput, CaptureOutput, SearchResult } from '../../server/http/contract.ts';
import { violations } from './axe.ts';
import { elementPage } from './element-page.ts';
import { searched } from './fixture-answers.ts';

const on = elementPage('erfara-capture', 'capture', [
  'erfara-captured',
  'erfara-undone',
  'erfara-close',
  'erfara-open',
]);

const QUESTION = 'Jag glömde mitt röda paraply på planet, ring 070-123 45 67. Mvh Karin';
const SENT = 'Hej Karin!\nParaplyet ligger på stationen. Visa AB-123456 i luckan.\nVänliga hälsningar\nSofia';
const SOLVED = {
  question: QUESTION,
  solution: SENT,
  case: 'c1',
  market: 'se',
  language: 'sv',
  variables: { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' },
};
const SIMILAR: SearchResult = {
  ...(searched().results[0] as SearchResult),
  why: [{ kind: 'question', lang: 'sv', text: 'glömt något ombord', highlights: [[0, 5]] }],
};

const saves: CaptureInput[] = [];
let similar: SearchResult[] = [];

/** As the server does it, with two patterns. */
function answer(input: CaptureInput): CaptureOutput {
  const replaced: CaptureOutput['draft']['replaced'] = [];
  const clean = (field: 'question' | 'solution', text: string) => {
    const words = text
      .replace(/070-123 45 67/g, '[phone]')
      .replace(/AB-123456/g, '{{order.number}}')
      .replace(/Karin/g, '{{customer.first_name}}');
    for (const { 0: found, index } of words.matchAll(/\[phone\]|\{\{[^}]+\}\}/g))
      replaced.push({ field, span: [index, index + found.length], text: found });
    return words;
  };
  const draft = {
    title: input.title ?? 'Röda paraplyet',
    question: clean('question', input.question),
    solution: clean('solution', input.solution ?? ''),
    reply: null,
    replaced,
  };
  const first = similar.length > 0 && !input.acceptNew && !input.addPhrasingTo;
  if (!input.preview && !first) saves.push(input);
  const saved: CaptureOutput['saved'] = {
    id: input.addPhrasingTo ?? 'umbrella',
    lang: input.lang,
    etag: 'e'.repeat(64),
    visibleAt: 2,
    what: input.addPhrasingTo ? 'phrasing' : 'case',
    undo: 'undo-1',
    undoUntil: null,
  };
  return { requestId: 'r1', saved: input.preview || first ? null : saved, similar: first ? similar : [], draft };
}

const serve = (found: SearchResult[] = []) => {
  saves.length = 0;
  similar = found;
  on.fixture.api['/v1/cases'] = (body) => answer(body as CaptureInput);
  on.fixture.api['/v1/cases/undo-1'] = () => ({ id: 'umbrella', lang: 'sv', visibleAt: 3 });
};
const show = async (properties: Record<string, unknown> = {}, found: SearchResult[] = []) => {
  serve(found);
  await on.show({ ...SOLVED, ...properties });
  await on.element.locator('#solution').waitFor();
};
const value = (field: string) => on.element.locator(`#${field}`).inputValue();
const replaced = () => on.element.locator('.replaced').waitFor();
const focused = () =>
  on.page.evaluate(() => {
    const { activeElement } = document.querySelector('erfara-capture')?.shadowRoot ?? {};
    return activeElement?.id || activeElement?.textContent?.trim().replace(/\s+/g, ' ');
  });

describe('a solved case becomes knowledge', () => {
  test('with one keystroke where nothing is like it: both fields are filled in, and it is not checked', async () => {
    await show();
    await replaced();
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByText('Saved. Colleagues find it now.').first().waitFor();
    expect(await on.element.locator('.badge').allTextContents()).toEqual([
      'Not checked, written by a colleague',
      'Internal only',
    ]);
    expect(saves).toMatchObject([
      {
        lang: 'sv',
        question: 'Jag glömde mitt röda paraply på planet, ring [phone]. Mvh {{customer.first_name}}',
        solution: 'Paraplyet ligger på stationen. Visa {{order.number}} i luckan.',
        reply: 'Paraplyet ligger på stationen. Visa {{order.number}} i luckan.',
        market: 'se',
        names: { customer: 'Karin', agent: 'Sofia' },
        source: { ref: 'c1' },
      },
    ]);
    expect(await on.heard()).toEqual(['erfara-captured']);
    expect(await focused()).toBe('Close Esc');
    await on.page.keyboard.press('Escape');
    expect(await on.heard()).toEqual(['erfara-captured', 'erfara-close']);
  });

  test('shows what was replaced, as chips in the text and by name', async () => {
    await show();
    await replaced();
    expect(await on.element.locator('.behind mark').allTextContents()).toEqual([
      '[phone]',
      '{{customer.first_name}}',
      '{{order.number}}',
    ]);
    const named = (await on.element.locator('.replaced').textContent())?.replace(/\s+/g, ' ');
    expect(named).toContain('phone number was 070-123 45 67');
    expect(named).toContain('customer’s first name was Karin');
    expect(named).toContain('order number was AB-123456');
  });

  test('takes fewer than 12 keystrokes beyond the words, everything written by hand and by keyboard alone', async () => {
    await show({ question: '', solution: '' });
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await on.page.keyboard.press(key);
    };
    expect(await focused()).toBe('question');
    await on.page.keyboard.type('Var är mitt paraply?');
    await press('Tab');
    expect(await focused()).toBe('solution');
    await on.page.keyboard.type('Stationen på ankomstorten letar.');
    await press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    await press('Escape');
    expect(await on.heard()).toEqual(['erfara-captured', 'erfara-close']);
    expect(keys).toBeLessThan(12);
    expect(saves[0]).toMatchObject({ question: 'Var är mitt paraply?', solution: 'Stationen på ankomstorten letar.' });
  });

  test('with title, tags and language of the agent’s own it still takes fewer than 12', async () => {
    await show();
    await replaced();
    let keys = 0;
    const press = async (...each: string[]) => {
      for (const key of each) await on.page.keyboard.press(key);
      keys += each.length;
    };
    await press('Tab', 'Tab', 'Enter');
    expect(await on.element.locator('details').evaluate((details) => (details as HTMLDetailsElement).open)).toBe(true);
    await press('Tab');
    await on.page.keyboard.type('Glömt ombord');
    await press('Tab');
    await on.page.keyboard.type('bagage, hitte gods');
    await press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(keys).toBeLessThan(12);
    expect(saves[0]).toMatchObject({ title: 'Glömt ombord', tags: ['bagage', 'hitte-gods'] });
  });

  test('is not a reply to insert when the agent says so', async () => {
    await show();
    await replaced();
    await on.element.getByLabel('Colleagues may insert it as a reply').uncheck();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(saves[0]).not.toHaveProperty('reply');
  });

  test('is taken back with one key, and the words are there again', async () => {
    await show();
    await replaced();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    await on.page.keyboard.press('Control+z');
    await on.element.locator('.message', { hasText: 'Taken back' }).waitFor();
    expect(await on.heard()).toEqual(['erfara-captured', 'erfara-undone']);
    expect(await value('solution')).toContain('Paraplyet ligger');
    expect(await focused()).toBe('solution');
  });

  test('asks the server what language the customer wrote where the host does not say', async () => {
    await show({ language: '' });
    await replaced();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(on.fixture.asked.at(-1)).toMatchObject({ message: QUESTION });
    expect(saves[0]?.lang).toBe('sv');
  });
});

describe('what is known already', () => {
  test('comes first, and one key adds the customer’s words to it', async () => {
    await show({}, [SIMILAR]);
    await on.element.locator('.similar').waitFor();
    expect(await focused()).toBe('Add my phrasing to this one Enter');
    await on.page.keyboard.press('Enter');
    await on.element.getByText('Your phrasing was added to “Så mycket bagage ingår”.').first().waitFor();
    expect(saves).toMatchObject([{ addPhrasingTo: 'baggage', lang: 'sv' }]);
    expect(saves[0]).not.toHaveProperty('solution');
  });

  test('is saved as another case with Ctrl+Enter once it was shown', async () => {
    await show({}, [SIMILAR]);
    await on.element.locator('.similar').waitFor();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(saves).toMatchObject([{ acceptNew: true }]);
  });

  test('that was not shown yet is shown before anything is saved', async () => {
    await show({ question: '' });
    similar = [SIMILAR];
    await on.element.locator('#question').fill('Var är mitt paraply?');
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('.similar').waitFor();
    expect(saves).toEqual([]);
    await expect.poll(focused).toBe('Add my phrasing to this one Enter');
  });

  test('does not take the focus from an agent who has begun to write', async () => {
    await show();
    await replaced();
    similar = [SIMILAR];
    await on.page.keyboard.type(' Mer');
    await on.element.locator('.similar').waitFor();
    expect(await focused()).toBe('solution');
  });

  test('can be read in place, and cannot take words of a language that it is not in', async () => {
    await show({ language: 'el' }, [SIMILAR]);
    expect(await on.element.locator('.similar').textContent()).toContain('Not in Greek yet');
    await on.element.getByRole('button', { name: 'Read' }).click();
    await on.element.locator('.reading .section').first().waitFor();
    expect(await on.heard()).toEqual(['erfara-open']);
    expect(await on.element.locator('.reading .text').textContent()).toContain('Du får tillbaka allt.');
  });
});

describe('nothing is lost', () => {
  test('errors keep the words, and say what to do', async () => {
    await show();
    await replaced();
    on.fixture.online = false;
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByRole('alert').waitFor();
    expect(await on.element.getByRole('alert').textContent()).toContain('Your words are kept here. Try again.');
    expect(await value('solution')).toContain('Paraplyet ligger');
    on.fixture.online = true;
    on.fixture.api['/v1/cases'] = () => 400;
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByText('It could not be saved.').waitFor();
    expect(await value('question')).toContain('paraply');
    serve();
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
  });

  test('an empty field is named and gets the focus', async () => {
    await show({ solution: '' });
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByText('Write what solved it.').waitFor();
    expect(await focused()).toBe('solution');
    expect(saves).toEqual([]);
  });

  test('a draft survives a closed tab, without personal data, for its case alone', async () => {
    await show();
    await replaced();
    await on.page.keyboard.type(' Ring 08-765 43 21 eller skriv till a@b.se.');
    await on.page.waitForFunction(() => JSON.stringify(localStorage).includes('[e-mail]'));
    const kept = await on.page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toMatch(/08-765|a@b|070-123|Karin|AB-123456/);
    await on.open({ again: true });
    await show();
    await on.element.getByText('Your draft is back.').first().waitFor();
    expect(await value('solution')).toContain('Ring [number] eller skriv till [e-mail].');
    await show({ case: 'c2' });
    await replaced();
    expect(await value('solution')).not.toContain('eller skriv');
    await show();
    await on.element.getByRole('button', { name: 'Start over' }).click();
    await replaced();
    expect(await value('solution')).not.toContain('eller skriv');
  });

  test('Esc closes, and asks only where words would be lost', async () => {
    await show();
    await replaced();
    await on.page.keyboard.type(' Mer.');
    await on.page.keyboard.press('Escape');
    expect(await on.heard()).toEqual(['erfara-close']);
    await show({ case: '' });
    await replaced();
    await on.page.keyboard.type(' Mer.');
    await on.page.keyboard.press('Escape');
    await on.element.getByRole('alertdialog').waitFor();
    expect(await on.heard()).toEqual(['erfara-close']);
    await expect.poll(focused).toBe('Keep writing');
    await on.page.keyboard.press('Escape');
    await expect.poll(focused).toBe('solution');
    await on.page.keyboard.press('Escape');
    await on.element.getByRole('button', { name: 'Close without saving' }).click();
    expect(await on.heard()).toEqual(['erfara-close', 'erfara-close']);
  });

  test('keys typed in it are no shortcuts of the host', async () => {
    await show();
    await on.page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        if (key === 'r') document.title = 'replied';
      });
    });
    await on.page.keyboard.type('r');
    expect(await on.page.title()).toBe('Host');
  });
});

describe('everybody can use it', () => {
  test.each([{ dark: false }, { dark: true }, { dark: false, width: 360 }])('has no violations in %o', async (how) => {
    await on.open(how);
    await show({}, [SIMILAR]);
    await on.element.locator('.similar').waitFor();
    await on.element.locator('summary').click();
    expect(await violations(on.page)).toEqual([]);
    const wide = await on.page.evaluate(() => document.querySelector('erfara-capture')?.scrollWidth ?? 0);
    expect(wide).toBeLessThanOrEqual(how.width ?? 480);
    on.fixture.online = false;
    await on.page.keyboard.press('Control+Enter');
    await on.element.getByRole('alert').waitFor();
    expect(await violations(on.page)).toEqual([]);
    on.fixture.online = true;
    await on.page.keyboard.press('Control+Enter');
    await on.element.locator('[data-done]').waitFor();
    expect(await violations(on.page)).toEqual([]);
  });

  test('speaks all six languages', async () => {
    for (const [lang, title] of [
      ['sv', 'Spara i erfarenhetsbanken'],
      ['nb', 'Lagre i erfaringsbanken'],
      ['da', 'Gem i erfaringsbanken'],
      ['fi', 'Tallenna tietopankkiin'],
      ['el', 'Αποθήκευση στη βάση γνώσης'],
      ['en', 'Save to the experience bank'],
    ]) {
      await show({ lang });
      expect(await on.element.locator('h2').textContent()).toBe(title);
    }
  });
});
