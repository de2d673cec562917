import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../server/project-root.ts';
import { hostPage, type Served, type Site } from './host-page.ts';

const HOSTILE =
  '* { all: unset !important; font-size: 40px !important; display: block !important } :root { direction: rtl }';
const nonce = randomUUID();

const panelIn = (
  erfara: string,
  script = `<script type="module" nonce="${nonce}" src="${erfara}/components/suggest/define.js"></script>`,
) => `${script}
<textarea id="reply" style="display:block"></textarea>
<erfara-suggest server="${erfara}" for="#reply" lang="en" channel="email" market="se" reads="sv en" case="c1"
  message="Vad kostar en extra väska?"></erfara-suggest>`;

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title>${head}</head><body>${body}</body></html>`;

const strict = (erfara: string, more = ''): Served => ({
  body: page(panelIn(erfara), `<style nonce="${nonce}">erfara-suggest { height: 600px }</style>`).replaceAll(
    ' style="display:block"',
    '',
  ),
  headers: {
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src ${erfara}; base-uri 'none'${more}`,
  },
});

const site: Site = (erfara) => ({
  '/': page(panelIn(erfara)),
  '/hostile': page(panelIn(erfara), `<style>${HOSTILE}</style>`),
  '/strict': strict(erfara),
  '/trusted-types': strict(erfara, "; require-trusted-types-for 'script'"),
  '/named-policies': strict(erfara, "; require-trusted-types-for 'script'; trusted-types lit-html erfara"),
  '/themed': page(
    panelIn(erfara),
    `<style>erfara-suggest { --erfara-accent: rgb(120, 10, 90); --erfara-font: monospace }
    erfara-suggest::part(panel) { background: rgb(1, 2, 3) } erfara-suggest::part(main-action) { border-radius: 20px }
    erfara-suggest::part(header) { background: rgb(4, 5, 6) } erfara-suggest::part(card) { outline: 3px solid rgb(7, 8, 9) }
    erfara-suggest::part(reply) { background: rgb(10, 11, 12) } erfara-suggest::part(footer) { background: rgb(13, 14, 15) }</style>`,
  ),
  '/twice': page(
    panelIn(
      erfara,
      `<script type="module" src="${erfara}/components/suggest/define.js"></script>
       <script type="module" src="${erfara}/components/suggest/define.js?another-version"></script>`,
    ),
  ),
  '/capture': page(
    `<script type="module" src="${erfara}/components/capture/define.js"></script>
     <erfara-capture server="${erfara}" lang="en" question="Vad kostar en extra väska?" solution="450 kr." channel="email"></erfara-capture>`,
  ),
  '/taken': page(
    `<script>customElements.define('erfara-suggest', class extends HTMLElement { connectedCallback() { this.textContent = 'The first' } });</script>
     ${panelIn(erfara)}`,
  ),
});

const host = hostPage(site);
const panel = () => host.page.locator('erfara-suggest');
const mainButton = () => panel().locator('.card.open button.main');

/** Every computed style of what stands in the panel that a host's sheet could have changed. */
const looks = () =>
  panel().evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('.panel *') ?? [])].map((each) => {
      const { fontSize, fontFamily, display, color, letterSpacing, backgroundColor, position, direction } =
        getComputedStyle(each);
      return [
        each.localName,
        fontSize,
        fontFamily,
        display,
        color,
        letterSpacing,
        backgroundColor,
        position,
        direction,
      ].join(' ');
    }),
  );

/** Inserts by mouse, opens what lies over the list, and comes back: all that the panel loads and draws. */
async function goThrough(): Promise<void> {
  await mainButton().click();
  await expect.poll(() => host.page.locator('#reply').inputValue()).toContain('450 kr');
  await panel().locator('.card.open').press('ArrowRight');
  await panel().locator('.over erfara-article').getByText('Avgift').first().waitFor();
  await host.page.keyboard.press('Escape');
  await panel().locator('.footer').click();
  await panel().locator('.over input').fill('väska');
  await panel().locator('.over erfara-search').getByText('Avgift').first().waitFor();
}

test('a hostile stylesheet changes nothing inside the panel, and the panel nothing on the page', async () => {
  await host.open('/');
  await mainButton().waitFor();
  await panel().locator('.measure').waitFor();
  const peaceful = await looks();
  const pageStyle = () =>
    host.page.locator('#reply').evaluate((box) => getComputedStyle(box).cssText + getComputedStyle(document.body).font);
  const withPanel = await pageStyle();
  await panel().evaluate((element) => element.remove());
  expect(await pageStyle()).toBe(withPanel);
  await host.open('/hostile');
  await mainButton().waitFor();
  await panel().locator('.measure').waitFor();
  expect(await looks()).toEqual(peaceful);
  await goThrough();
});

describe('a strict policy', () => {
  test('with nonces alone lets everything work', async () => {
    await host.open('/strict');
    await goThrough();
    expect(host.said.filter((line) => /policy/i.test(line))).toEqual([]);
  });

  test('that demands trusted types lets everything work', async () => {
    await host.open('/trusted-types');
    await goThrough();
    expect(host.said.filter((line) => /trusted|policy/i.test(line))).toEqual([]);
  });

  test('that names the two trusted-types policies lets everything work', async () => {
    await host.open('/named-policies');
    await goThrough();
    expect(host.said.filter((line) => /trusted|policy/i.test(line))).toEqual([]);
  });
});

test('two copies of the script: the first defines, the second says so once, and the panel works', async () => {
  await host.open('/twice');
  await goThrough();
  const said = host.said.filter((line) => line.includes('<erfara-suggest>'));
  expect(said).toEqual(['<erfara-suggest> is defined already: the first is kept.']);
});

test('a form that stands alone asks the server that it names', async () => {
  await host.open('/capture');
  await host.page.locator('erfara-capture [data-add]').first().waitFor();
});

test('a name that the host has defined is left to the host', async () => {
  await host.open('/taken');
  await expect.poll(() => host.said.filter((line) => line.includes('defined already')).length).toBe(1);
  expect(await panel().innerText()).toBe('The first');
});

test('a host themes by custom properties and by parts', async () => {
  await host.open('/themed');
  await mainButton().waitFor();
  const style = (selector: string, property: string) =>
    panel()
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
  expect(await style('.card.open button.main', 'background-color')).toBe('rgb(120, 10, 90)');
  expect(await style('.panel', 'font-family')).toBe('monospace');
  expect(await style('.panel', 'background-color')).toBe('rgb(1, 2, 3)');
  expect(await style('.card.open button.main', 'border-radius')).toBe('20px');
  expect(await style('header', 'background-color')).toBe('rgb(4, 5, 6)');
  expect(await style('.card', 'outline-color')).toBe('rgb(7, 8, 9)');
  expect(await style('.reply', 'background-color')).toBe('rgb(10, 11, 12)');
  expect(await style('.footer', 'background-color')).toBe('rgb(13, 14, 15)');
});

test('the bundle holds no inline style or script that a policy would refuse', () => {
  const source = readFileSync(join(projectRoot(), 'dist', 'components', 'suggest', 'define.js'), 'utf8');
  expect(source).not.toMatch(/\.innerHTML\s*=(?!=)|document\.write|new Function|\beval\(/);
});
