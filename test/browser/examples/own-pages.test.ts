import { beforeAll, expect, test } from 'vitest';
import { bundled, example } from './example-files.ts';
import { hostPage } from './host-page.ts';

const bundles: Record<string, string> = {};
beforeAll(async () => {
  for (const [room, file] of [
    ['react', 'react/desk.jsx'],
    ['vue', 'vue/desk.js'],
  ] as const)
    bundles[room] = await bundled(file);
});

const host = hostPage((erfara) => {
  const addresses = { 'http://127.0.0.1:8787': erfara };
  const script = (room: string) => ({
    body: (bundles[room] ?? '').replaceAll('http://127.0.0.1:8787', erfara),
    type: 'text/javascript',
  });
  return {
    '/plain/': example('plain/index.html', addresses),
    '/frame/': example('frame/index.html', addresses),
    '/frame/host.js': example('frame/host.js', addresses),
    '/react/': example('react/index.html', addresses),
    '/react/desk.bundle.js': script('react'),
    '/vue/': example('vue/index.html', addresses),
    '/vue/desk.bundle.js': script('vue'),
  };
});

const reply = () => host.page.locator('#reply');
const card = () => host.page.locator('erfara-suggest .card.open');
const ANSWER = 'Hej Karin!\n\nEn extra väska kostar 450 kr.\n\n/Sofia';

/** The chord to the first suggestion, Enter: two keys from an opened conversation to the reply in the box. */
async function insertByKeyboard(): Promise<void> {
  await card().locator('.reply').waitFor();
  await reply().focus();
  await host.page.keyboard.press('Control+Shift+Space');
  await expect
    .poll(() => host.page.locator('erfara-suggest').evaluate((each) => each.shadowRoot?.activeElement?.className ?? ''))
    .toContain('card');
  await host.page.keyboard.press('Enter');
  await expect.poll(() => reply().inputValue()).toBe(ANSWER);
  const inBox = () => reply().evaluate((box) => box === document.activeElement);
  await host.page.keyboard.press('Control+Shift+Space');
  await expect.poll(inBox).toBe(false);
  await host.page.keyboard.press('Control+Shift+Space');
  await expect.poll(inBox).toBe(true);
}

const sentReply = () =>
  host.page.waitForRequest(
    (request) => request.url().endsWith('/v1/feedback') && (request.postData() ?? '').includes('"sent"'),
  );

test('plain HTML: suggested, inserted by keyboard, undone by the browser, learned at the form’s submit', async () => {
  await host.open('/plain/');
  await insertByKeyboard();
  await host.page.keyboard.press('Control+z');
  await expect.poll(() => reply().inputValue()).toBe('');
  await insertByKeyboard();
  const sent = sentReply();
  await host.page.getByRole('button', { name: 'Send' }).click();
  expect((await sent).postData()).toContain('450 kr.');
});

test.each(['react', 'vue'])('%s: its own state holds what was inserted, and its send is learned', async (room) => {
  await host.open(`/${room}/`);
  await insertByKeyboard();
  expect(await host.page.locator('#state').textContent()).toBe(ANSWER);
  expect(await host.page.locator('#found').textContent()).toBe('1 suggested');
  const sent = sentReply();
  await host.page.getByRole('button', { name: 'Send' }).click();
  expect((await sent).postData()).toContain('450 kr.');
  await expect.poll(() => reply().inputValue()).toBe('');
});

test('a frame: by keyboard from the host’s box into the frame and back with the reply', async () => {
  await host.open('/frame/');
  const framed = host.page.frameLocator('#erfara').locator('erfara-suggest');
  await framed.locator('.card.open .reply').waitFor();
  await reply().focus();
  await host.page.keyboard.press('Control+Shift+Space');
  await expect.poll(() => framed.evaluate((each) => each.shadowRoot?.activeElement?.className ?? '')).toContain('card');
  await host.page.keyboard.press('Enter');
  await expect.poll(() => reply().inputValue()).toBe(ANSWER);
  expect(await host.page.evaluate(() => document.activeElement?.id)).toBe('reply');
  const height = await host.page.locator('#erfara').evaluate((each) => each.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(200);
  expect(height).toBeLessThan(560);
  const sent = sentReply();
  await host.page.getByRole('button', { name: 'Send' }).click();
  expect((await sent).postData()).toContain('450 kr.');
});
