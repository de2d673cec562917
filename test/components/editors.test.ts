import { build } from 'esbuild';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HostEditor } from './editor-host.ts';
import { answer, reply, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

declare global {
  interface Window {
    editor: HostEditor;
    startEditor(kind: string, text?: string): Promise<void>;
    heard: string[];
  }
}

const on = panelPage();
let host = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['test/components/editor-host.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  host = outputFiles[0]?.text ?? '';
});

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rich</title>
<style>p { margin: 0 0 1em } main { display: flex } .box { width: 340px } erfara-suggest { width: 360px; height: 640px }</style>
<script type="module" src="/components/suggest/define.js"></script><script type="module" src="/editor.js"></script>
<main><div class="box"><div id="editor"></div></div><div id="place"></div></main></html>`;

const box = () =>
  on.page.locator('.box').locator('[contenteditable=true], [contenteditable=plaintext-only], trix-editor');
const text = () => on.page.evaluate(() => window.editor.text().replaceAll('\u00A0', ' '));
const html = () => on.page.evaluate(() => window.editor.html());
const insert = () => on.panel.locator('.card.open button.main');
const two = 'Du får tillbaka allt.\n\nVälj i ditt ärende.';
const selected = () => on.page.evaluate(() => document.getSelection()?.toString());

async function show(kind: string, written = '', properties: object = {}) {
  await on.page.route('**/editor.html', (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await on.page.route('**/editor.js', (route) => route.fulfill({ contentType: 'text/javascript', body: host }));
  await on.page.goto(`${on.fixture.url}/editor.html`);
  await on.page.evaluate(([name, words]) => window.startEditor(String(name), words), [kind, written]);
  await on.show({ for: kind === 'ckeditor' ? '#editor' : '.box', ...properties });
  await insert().waitFor();
}

/** Trix keeps lines in one block, and the browser the first line outside of any. */
const BLOCKS: Record<string, number> = { trix: 1, contenteditable: 3 };
const BLANK_LINE = new Set(['quill', 'lexical', 'contenteditable']);

describe.each(['tiptap', 'quill', 'lexical', 'ckeditor', 'trix', 'contenteditable'])('in %s', (kind) => {
  beforeEach(() => {
    on.tolerate(/licen[cs]e/i);
    on.fixture.suggest = () =>
      answer({ suggestions: [suggestion('refund', { reply: reply({ alternatives: [], markdown: two }) })] });
  });

  test('a reply of several paragraphs is inserted as paragraphs, with the caret after the greeting', async () => {
    await show(kind);
    await insert().click();
    await expect
      .poll(async () => (await text()).replace(/\n+/g, '|'))
      .toBe('Hej Karin!|Du får tillbaka allt.|Välj i ditt ärende.|/Sofia');
    const paragraphs = (await html()).match(/<(?:p|div)\b[^>]*>(?!<br)/g)?.length ?? 0;
    expect(paragraphs).toBeGreaterThanOrEqual(BLOCKS[kind] ?? 4);
    if (!BLANK_LINE.has(kind)) expect(await html()).not.toMatch(/<p>(<br[^>]*>|&nbsp;)?<\/p>/);
    await on.page.keyboard.type(' X');
    await expect.poll(async () => (await text()).split('\n')[0]).toBe('Hej Karin! X');
  });

  test('what the agent wrote before stays, and the toast takes only the insertion back', async () => {
    await show(kind, 'Eget ord.');
    await box().click();
    await on.page.keyboard.press('Control+End');
    await on.page.keyboard.type(' Mer.');
    await insert().click();
    await expect.poll(text).toContain('tillbaka allt');
    expect(await text()).toMatch(/^Eget ord\. Mer\.\s+Hej Karin!/);
    await on.panel.locator('.toast button').click();
    await expect.poll(async () => (await text()).trim()).toBe('Eget ord. Mer.');
    await on.panel.locator('.toast', { hasText: 'Undone' }).waitFor();
  });

  test('a box that the toast empties again was not sent', async () => {
    await show(kind);
    await insert().click();
    await expect.poll(text).toContain('tillbaka allt');
    await on.panel.locator('.toast button').click();
    await expect.poll(async () => (await text()).trim()).toBe('');
    await on.page.waitForTimeout(500);
    expect(await on.panel.locator('.toast').innerText()).toContain('Undone');
  });

  test("the editor's own undo takes the insertion back, and the panel notices", async () => {
    await show(kind, 'Eget ord.');
    await box().click();
    await on.page.keyboard.press('Control+End');
    await insert().click();
    await expect.poll(text).toContain('tillbaka allt');
    await on.page.keyboard.press('Control+z');
    await expect.poll(async () => (await text()).trim()).toBe('Eget ord.');
    await on.panel.locator('.toast', { hasText: 'Undone' }).waitFor();
    await expect
      .poll(() => on.fixture.events.map(({ type }) => type), { timeout: 6000 })
      .toEqual(['impression', 'insert', 'unlink']);
  });

  test('blanks are selected in turn with Tab', async () => {
    on.fixture.suggest = () =>
      answer({
        suggestions: [
          suggestion('refund', {
            reply: reply({
              alternatives: [],
              markdown: 'Bokning {{order.number}}.\n\nResan går till {{trip.destination}}.',
              variables: [
                { name: 'order.number', known: false },
                { name: 'trip.destination', known: false },
              ] as never,
            }),
          }),
        ],
      });
    await show(kind);
    await insert().click();
    await expect.poll(selected).toBe('[order number]');
    await on.page.keyboard.type('NB-482913');
    await on.page.keyboard.press('Tab');
    await expect.poll(selected).toBe('[destination]');
    await on.page.keyboard.type('Aten');
    expect(await text()).toMatch(/Bokning NB-482913\.\s+Resan går till Aten\./);
  });

  test('words after the trigger are replaced by what is picked, and the undo takes it out again', async () => {
    await show(kind);
    await on.page.addScriptTag({ url: '/components/search/define.js', type: 'module' });
    await on.page.evaluate(
      (selector) => {
        const search = document.createElement('erfara-search');
        Object.assign(search, { for: selector, popup: true, inlineTrigger: '++', channel: 'email', lang: 'en' });
        document.querySelector('main')?.append(search);
      },
      kind === 'ckeditor' ? '#editor' : '.box',
    );
    const picker = on.page.locator('erfara-search .picker');
    await picker.waitFor({ state: 'attached' });
    await box().click();
    await on.page.keyboard.type('Svar: ++pengar');
    await picker.getByRole('option').first().waitFor();
    await on.page.keyboard.press('ArrowDown');
    expect(await text()).toBe('Svar: ++pengar');
    await on.page.keyboard.press('Enter');
    await expect.poll(text).toContain('Du får tillbaka');
    expect(await html()).not.toContain('++');
    expect(await text()).toMatch(/^Svar: /);
    await on.page.keyboard.press('Control+z');
    // Quill and ProseMirror count what follows within a second as one step with what was typed.
    await expect.poll(text).toMatch(/^(Svar: (\+\+pengar)?)?$/);
  });

  test('the chord goes from the editor to the first suggestion, and Enter inserts there', async () => {
    await show(kind);
    await box().click();
    await on.page.keyboard.press('Control+Shift+Space');
    await expect
      .poll(() => on.panel.evaluate((panel) => panel.shadowRoot?.activeElement?.getAttribute('data-place')))
      .toBe('0');
    await on.page.keyboard.press('Enter');
    await expect.poll(text).toContain('Hej Karin!');
    expect(await box().evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await on.page.keyboard.press('Control+Shift+Space');
    await expect.poll(() => on.page.evaluate(() => document.activeElement?.localName)).toBe('erfara-suggest');
    await on.page.keyboard.press('Control+Shift+Space');
    await expect.poll(() => box().evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });
});

describe('also', () => {
  beforeEach(() => {
    on.fixture.suggest = () =>
      answer({ suggestions: [suggestion('refund', { reply: reply({ alternatives: [], markdown: two }) })] });
  });

  test('in plain text the lines are lines for a page that reads the text alone', async () => {
    await show('plaintext-only');
    await insert().click();
    await expect.poll(text).toBe('Hej Karin!\n\nDu får tillbaka allt.\n\nVälj i ditt ärende.\n\n/Sofia');
    await on.page.keyboard.press('Control+z');
    await expect.poll(async () => (await text()).trim()).toBe('');
  });

  test('an editor in a frame of its own is named by what it stands for, and hears the chord', async () => {
    await show('framed', 'Eget ord.', { for: '#editor' });
    await on.page.frameLocator('.cke iframe').locator('body').click();
    await on.page.keyboard.press('Control+End');
    await on.page.keyboard.press('Control+Shift+Space');
    await expect.poll(() => on.page.evaluate(() => document.activeElement?.localName)).toBe('erfara-suggest');
    await on.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await text()).replace(/\n+/g, '|'))
      .toBe('Eget ord.|Hej Karin!|Du får tillbaka allt.|Välj i ditt ärende.|/Sofia');
    await on.page.keyboard.type(' X');
    await expect.poll(text).toContain('Hej Karin! X');
    await on.panel.locator('.toast').waitFor({ state: 'detached' });
    expect(await on.page.locator('#editor').evaluate((area: HTMLTextAreaElement) => area.value)).toBe('');
  });
});
