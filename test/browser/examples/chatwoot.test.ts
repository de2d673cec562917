import { expect, test } from 'vitest';
import type { ErfaraSuggest } from '../../../web-components/suggest/element.ts';
import { APP_CONTEXT } from './chatwoot-app-context.ts';
import { example } from './example-files.ts';
import { type Host, hostPage } from './host-page.ts';

/** Chatwoot's page, on its own origin, which the bank does not list; the app's page is on the one that it does. */
const host: Host = hostPage((erfara) => {
  const addresses = { 'http://127.0.0.1:8787': erfara, 'https://app.chatwoot.com': host.stranger };
  return {
    '/app/': example('chatwoot/index.html', addresses),
    '/app/dashboard-app.js': example('chatwoot/dashboard-app.js', addresses),
    '/chatwoot': `<!doctype html><iframe id="app" src="${host.origin}/app/" style="width:380px;height:600px" allow="clipboard-write"></iframe>
<script>
  window.asked = 0;
  addEventListener('message', ({ data }) => { if (data === 'chatwoot-dashboard-app:fetch-info') asked += 1; });
  window.tell = (text) => document.getElementById('app').contentWindow.postMessage(text, '*');
</script>`,
  };
});

const app = () => host.page.frameLocator('#app').locator('erfara-suggest');
const tell = (text: string) =>
  host.page.evaluate((given) => (window as never as { tell(t: string): void }).tell(given), text);
const known = () =>
  app().evaluate((element) => {
    const { turns, channel, variables, case: reference } = element as ErfaraSuggest;
    return { turns, channel, variables, case: reference };
  });

test('the documented message fills the panel', async () => {
  await host.open('/chatwoot', host.stranger);
  await app().locator('.panel').waitFor();
  await expect.poll(() => host.page.evaluate(() => (window as never as { asked: number }).asked)).toBe(1);
  await tell(APP_CONTEXT);
  await expect.poll(async () => (await known()).case).toBe('65');
  expect(await known()).toEqual({
    turns: [{ from: 'customer', text: 'Hello' }],
    channel: 'chat',
    variables: { 'customer.first_name': 'Bruce', 'agent.first_name': 'Johhn' },
    case: '65',
  });
});

test('a customer’s question gets its answer, to copy', async () => {
  await host.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await host.open('/chatwoot', host.stranger);
  await app().locator('.panel').waitFor();
  await expect.poll(() => host.page.evaluate(() => (window as never as { asked: number }).asked)).toBe(1);
  await tell(APP_CONTEXT.replace('"content": "Hello"', '"content": "Vad kostar en extra väska?"'));
  const main = app().locator('.card.open button.main');
  await main.waitFor();
  expect(await main.innerText()).toContain('Copy');
  await main.click();
  await app().locator('.toast').waitFor();
  expect(await host.page.evaluate(() => navigator.clipboard.readText())).toContain('En extra väska kostar 450 kr.');
});

test('the chord goes to the first suggestion from anywhere in the app, which has no reply box of its own', async () => {
  await host.open('/chatwoot', host.stranger);
  await app().locator('.panel').waitFor();
  await expect.poll(() => host.page.evaluate(() => (window as never as { asked: number }).asked)).toBe(1);
  await tell(APP_CONTEXT.replace('"content": "Hello"', '"content": "Vad kostar en extra väska?"'));
  await app().locator('.card.open .reply').waitFor();
  await host.page.locator('#app').focus();
  const inside = () => app().evaluate((element) => element.shadowRoot?.activeElement?.className ?? '');
  await host.page.keyboard.press('Control+Shift+Space');
  await expect.poll(inside).toContain('card');
  await app().locator('.footer').focus();
  await host.page.keyboard.press('Control+Shift+Space');
  await expect.poll(inside).toContain('card');
});

test('the same message from a page that is not Chatwoot is left alone, and so is what is no message of its', async () => {
  await host.open('/chatwoot', host.origin);
  host.tolerate(/postMessage|target origin/);
  await app().locator('.panel').waitFor();
  await tell(APP_CONTEXT);
  await host.open('/chatwoot', host.stranger);
  await app().locator('.panel').waitFor();
  await expect.poll(() => host.page.evaluate(() => (window as never as { asked: number }).asked)).toBe(1);
  for (const text of ['not json', '{}', 'null', '{"event":"appContext"}']) await tell(text);
  expect((await known()).case).toBe('');
  await tell(APP_CONTEXT);
  await expect.poll(async () => (await known()).case).toBe('65');
});
