import { describe, expect, test } from 'vitest';
import { example } from './example-files.ts';
import { hostPage } from './host-page.ts';

const QUESTION = 'Vad kostar en extra väska?';

/**
 * As Zammad draws an article and its reply:
 * https://github.com/zammad/zammad/blob/01012ed6353f1b8b7121611ac228cce0f64a845d/app/assets/javascripts/app/views/ticket_zoom/article_view.jst.eco
 * and article_new.jst.eco at 02bcdcd14b60d6c21f1b13313b88a4f2ac6d95ae, read on 2026-11-23.
 */
const ZAMMAD = `<div class="ticketZoom">
<div class="ticket-article-item bubble-grid agent email" data-id="2" id="article-2"><div class="article-content horizontal">
  <div class="flex bubble-gap text-bubble"><div class="bubble-arrow"></div>Hej, hur kan jag hjälpa till?</div></div></div>
<div class="ticket-article-item bubble-grid customer email" data-id="3" id="article-3"><div class="article-content horizontal reverse">
  <div class="flex bubble-gap text-bubble"><div class="bubble-arrow"></div>${QUESTION}</div></div></div>
<form class="article-add is-public" data-type="email"><div class="article-content zIndex-5 bubble-gap"><div class="textBubble">
  <div class="bubble-arrow"></div><div class="js-textarea articleNewEdit-body" contenteditable="true" data-name="body"></div></div></div></form></div>`;

/**
 * As FreeScout draws threads, the newest first:
 * https://github.com/freescout-help-desk/freescout/blob/0425b26bc90873e7cda095dec9b374ff403b6328/resources/views/conversations/partials/thread.blade.php
 * read on 2026-11-23. Its editor is Summernote: https://summernote.org.
 */
const thread = (type: string, id: number, name: string, body: string) =>
  `<div class="thread thread-type-${type}" id="thread-${id}" data-thread_id="${id}"><div class="thread-photo"></div><div class="thread-message">
  <div class="thread-header"><div class="thread-title"><div class="thread-person"><strong> <a href="#">${name}</a> </strong></div></div></div>
  <div class="thread-body">${body}</div></div></div>`;
const FREESCOUT = `<div class="note-editor"><div class="note-editable" contenteditable="true"></div></div><div id="conv-layout-main">
${thread('message', 12, 'Sofia Ek', 'Vi återkommer.')}${thread('customer', 11, 'Karin Berg', `<p>${QUESTION}</p>`)}${thread('customer', 9, 'Karin Berg', '<p>Hej</p>')}</div>`;

/** Kundo publishes no description of its pages; this stands for them, by the attributes that the script also looks for. */
const KUNDO = `<article data-erfara-message>Hej</article><article data-erfara-message>${QUESTION}</article><textarea data-erfara-reply></textarea>`;

const PAGES: Record<string, [path: string, page: string, box: string]> = {
  kundo: ['/dashboard/4711/', KUNDO, 'textarea'],
  zammad: ['/zammad#ticket/zoom/4711', ZAMMAD, '[data-name="body"]'],
  freescout: ['/conversation/4711', FREESCOUT, '.note-editable'],
};

const host = hostPage((erfara) => {
  const addresses = { 'http://127.0.0.1:8787': erfara };
  const scripts = Object.keys(PAGES).map((name) => [
    `/scripts/${name}/page-script.js`,
    example(`${name}/page-script.js`, addresses),
  ]);
  const pages = Object.entries(PAGES).map(([name, [path, page]]) => [
    new URL(path, 'http://host').pathname,
    `<!doctype html><html lang="en"><title>${name}</title><body>${page}<script type="module" src="/scripts/${name}/page-script.js"></script></body></html>`,
  ]);
  return {
    '/scripts/page-script/attach.js': example('page-script/attach.js', addresses),
    ...Object.fromEntries([...scripts, ...pages]),
  };
});

const panel = () => host.page.locator('erfara-suggest');

describe.each(Object.entries(PAGES))('%s', (name, [path, , box]) => {
  const words = () =>
    host.page
      .locator(box)
      .evaluate((each) => (each instanceof HTMLTextAreaElement ? each.value : (each as HTMLElement).innerText));

  test('the customer’s latest message is read, and its answer inserted into the tool’s own box', async () => {
    await host.open(path);
    await panel().locator('.card.open .reply').waitFor();
    expect(await panel().evaluate((each) => (each as HTMLElement & { case: string }).case)).toBe('4711');
    await host.page.locator(box).click();
    await host.page.keyboard.press('Control+Shift+Space');
    await expect
      .poll(() => panel().evaluate((each) => each.shadowRoot?.activeElement?.className ?? ''))
      .toContain('card');
    await host.page.keyboard.press('Enter');
    await expect.poll(words).toContain('En extra väska kostar 450 kr.');
    const inBox = () => host.page.locator(box).evaluate((each) => each === document.activeElement);
    await expect.poll(inBox).toBe(true);
    await host.page.keyboard.press('Control+Shift+Space');
    await expect.poll(inBox).toBe(false);
    await host.page.keyboard.press('Control+Shift+Space');
    await expect.poll(inBox).toBe(true);
    if (name === 'freescout') expect(await words()).toContain('Hej Karin!');
  });
});

test('another ticket on the same page is asked about, and the panel stays one', async () => {
  await host.open('/zammad#ticket/zoom/4711');
  await panel().locator('.card.open .reply').waitFor();
  await host.page.evaluate(() => {
    location.hash = '#ticket/zoom/4712';
    const bubble = document.querySelector('.customer .text-bubble');
    if (bubble) bubble.textContent = 'Flyget är inställt, hur får jag pengarna tillbaka?';
  });
  await expect.poll(() => panel().locator('.card.open h3').innerText()).toContain('inställt');
  expect(await panel().evaluate((each) => (each as HTMLElement & { case: string }).case)).toBe('4712');
  expect(await panel().count()).toBe(1);
});
