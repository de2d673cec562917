import { expect, test } from 'vitest';
import type { ErfaraSuggest } from '../../../web-components/suggest/element.ts';
import { example } from './example-files.ts';
import { hostPage } from './host-page.ts';

/**
 * What `client.get` answers in a ticket sidebar. The paths, the fields of a conversation's entries (author.role, channel.name,
 * message.content and contentType, timestamp), `ticket.comment.appendText`, `ticket.save` and `ticket.conversation.changed` are
 * those of https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/ (2026-11-23). The page gives no
 * whole example, so that the values are ours.
 */
const TICKET = {
  'ticket.id': 4711,
  'ticket.requester': { id: 77, name: 'Karin Berg', email: 'karin@example.com' },
  currentUser: { id: 9, name: 'Sofia Ek', role: 'agent' },
  'ticket.conversation': [
    {
      ...{ author: { name: 'Karin Berg', role: 'end-user' }, channel: { name: 'email' } },
      message: { content: '<p>Vad kostar en extra väska?</p><p>Mvh<br>Karin</p>', contentType: 'text/html' },
      timestamp: '2026-11-22T08:00:00.000Z',
    },
    {
      ...{ author: { name: 'Sofia Ek', role: 'agent' }, channel: { name: 'internal' } },
      message: { content: 'Stamkund.', contentType: 'text/plain' },
      timestamp: '2026-11-22T08:05:00.000Z',
    },
    {
      ...{ author: { name: 'System', role: 'system' }, channel: { name: 'web' } },
      message: { content: null, contentType: null },
      timestamp: '2026-11-22T08:06:00.000Z',
    },
  ],
  'ticket.comment': { text: '<p>Hej Karin! En extra väska kostar 450 kr.</p>', type: 'publicReply' },
};

/** Stands for the framework's script: keeps what was invoked, and lets the test fire its events. */
const ZAF = `window.zaf = { invoked: [], on: {} };
window.ZAFClient = { init: () => ({
  invoke: (...given) => { zaf.invoked.push(given); return Promise.resolve({}); },
  get: async (paths) => Object.fromEntries([paths].flat().map((path) => [path, zaf.ticket[path]])),
  on: (name, handle) => { zaf.on[name] = handle; },
}) };
window.zaf.ticket = ${JSON.stringify(TICKET)};`;

const host = hostPage((erfara) => {
  const addresses = {
    'http://127.0.0.1:8787': erfara,
    'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js': '/zaf.js',
  };
  return {
    '/assets/sidebar.html': example('zendesk/sidebar.html', addresses),
    '/assets/sidebar.js': example('zendesk/sidebar.js', addresses),
    '/zaf.js': { body: ZAF, type: 'text/javascript' },
  };
});

interface Zaf {
  invoked: unknown[][];
  on: Record<string, () => unknown>;
}
const panel = () => host.page.locator('erfara-suggest');
const invoked = (name: string) =>
  host.page.evaluate(
    (wanted) => (window as never as { zaf: Zaf }).zaf.invoked.filter(([each]) => each === wanted),
    name,
  );

test('the ticket’s conversation is shown, and the reply appended to its comment', async () => {
  await host.open('/assets/sidebar.html');
  await panel().locator('.card.open button.main').waitFor();
  expect(await panel().evaluate((each) => (each as ErfaraSuggest).turns)).toEqual([
    { from: 'customer', text: 'Vad kostar en extra väska?\nMvh\nKarin' },
  ]);
  await panel().locator('.card.open button.main').click();
  await expect.poll(() => invoked('ticket.comment.appendText')).toHaveLength(1);
  expect((await invoked('ticket.comment.appendText'))[0]?.[1]).toContain('En extra väska kostar 450 kr.');
  expect(await invoked('resize')).toHaveLength(1);
});

test('by keyboard: the chord to the suggestion, Enter into the ticket’s comment', async () => {
  await host.open('/assets/sidebar.html');
  await panel().locator('.card.open .reply').waitFor();
  await host.page.keyboard.press('Control+Shift+Space');
  await expect
    .poll(() => panel().evaluate((each) => each.shadowRoot?.activeElement?.className ?? ''))
    .toContain('card');
  await host.page.keyboard.press('Enter');
  await expect.poll(() => invoked('ticket.comment.appendText')).toHaveLength(1);
});

test('what was sent is learned when the ticket is saved, which goes on', async () => {
  await host.open('/assets/sidebar.html');
  await panel().locator('.card.open button.main').click();
  const sent = host.page.waitForRequest(
    (request) => request.url().endsWith('/v1/feedback') && (request.postData() ?? '').includes('"sent"'),
  );
  expect(await host.page.evaluate(() => (window as never as { zaf: Zaf }).zaf.on['ticket.save']?.())).toBe(true);
  expect((await sent).postData()).toContain('Hej Karin! En extra väska kostar 450 kr.');
});

test('a new message in the ticket is asked about', async () => {
  await host.open('/assets/sidebar.html');
  await panel().locator('.card.open').waitFor();
  await host.page.evaluate(() => {
    const { zaf } = window as never as { zaf: Zaf & { ticket: Record<string, unknown[]> } };
    zaf.ticket['ticket.conversation'] = [
      {
        ...{ author: { role: 'end-user' }, channel: { name: 'email' } },
        message: { content: 'Flyget är inställt, hur får jag pengarna tillbaka?', contentType: 'text/plain' },
      },
    ];
    return zaf.on['ticket.conversation.changed']?.();
  });
  await expect.poll(() => panel().locator('.card h3').allInnerTexts()).toContain('Återbetalning av inställt flyg');
});
