import { expect, test } from 'vitest';
import { violations } from '../../components/axe.ts';
import { hostPage, type Site } from './host-page.ts';

/** As docs/embedding.md shows it, and nothing of ours besides. */
const site: Site = (erfara) => ({
  '/': `<!doctype html><html lang="en"><title>Desk</title><body><textarea id="reply"></textarea>
<iframe id="erfara" title="Suggested answers" src="${erfara}/embed" style="width:360px;height:600px;border:0"></iframe>
<script>
  const frame = document.getElementById('erfara');
  window.heard = [];
  window.post = (message) => frame.contentWindow.postMessage({ erfara: 1, ...message }, '${erfara}');
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== '${erfara}' || event.data?.erfara !== 1) return;
    heard.push(event.data);
    if (event.data.type === 'insert') document.getElementById('reply').value += event.data.text;
    if (event.data.type === 'focus') document.getElementById('reply').focus();
  });
</script></body></html>`,
  // A page that is not listed, in a window that the frame's host opened or framed.
  '/inner': `<!doctype html><iframe src="${erfara}/embed" style="width:360px;height:600px"></iframe>`,
});

const host = hostPage(site);
const panel = () => host.frame().locator('erfara-suggest');

type Heard = { type: string; [field: string]: unknown };
const heard = (type: string) =>
  host.page.evaluate(
    (wanted) => (window as never as { heard: Heard[] }).heard.filter((each) => each.type === wanted),
    type,
  );
const post = (message: object) =>
  host.page.evaluate((given) => (window as never as { post(m: object): void }).post(given), message);
const until = async (type: string): Promise<Heard> => {
  await expect.poll(async () => (await heard(type)).length, { timeout: 10_000 }).toBeGreaterThan(0);
  return (await heard(type)).at(-1) as Heard;
};

const QUESTION = {
  type: 'conversation',
  turns: [{ from: 'customer', text: 'Vad kostar en extra väska?' }],
  channel: 'email',
  market: 'se',
  reads: ['sv', 'en'],
  writes: ['sv'],
  lang: 'en',
  case: 'host-7',
  variables: { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' },
};

test('a frame says it is ready, shows the conversation it is told, and hands the reply to the host', async () => {
  await host.open();
  expect(await until('ready')).toMatchObject({ versions: [1] });
  await post(QUESTION);
  await panel().locator('.card.open button.main').waitFor();
  expect(await panel().locator('.card.open button.main').innerText()).toContain('Insert');
  await panel().locator('.card.open button.main').click();
  expect(await until('insert')).toMatchObject({ articleId: 'bag-fee', lang: 'sv', otherLanguage: false });
  expect(await host.page.locator('#reply').inputValue()).toBe('Hej Karin!\n\nEn extra väska kostar 450 kr.\n\n/Sofia');
});

test('of one customer nothing is left for the next, and what was said of the agent and the channel stays', async () => {
  await host.open();
  await until('ready');
  await post({ ...QUESTION, keep: 'nothing', receivedAt: '2026-11-20T10:00:00Z' });
  await panel().locator('.card.open .reply', { hasText: 'Hej Karin!' }).waitFor();
  await post({ type: 'conversation', case: 'host-8', turns: QUESTION.turns });
  await expect.poll(() => panel().locator('.card.open .reply').innerText()).toMatch(/^Hej!\n\nEn extra väska.*Sofia/s);
  const left = await panel().evaluate((element) => {
    const { keep, receivedAt, channel } = element as HTMLElement & Record<string, unknown>;
    return { keep, receivedAt, channel };
  });
  expect(left).toEqual({ keep: '', receivedAt: '', channel: 'email' });
});

test('hello is answered with ready and the height, which grows with what is shown', async () => {
  await host.open();
  await until('ready');
  const before = (await until('height')).height as number;
  await post(QUESTION);
  await panel().locator('.card.open .reply').waitFor();
  await expect.poll(async () => (await until('height')).height as number).toBeGreaterThan(before);
  const count = (await heard('ready')).length;
  await post({ type: 'hello' });
  await expect.poll(async () => (await heard('ready')).length).toBe(count + 1);
});

test('the focus goes in by the host’s word and out by Escape and by the chord', async () => {
  await host.open();
  await until('ready');
  await post(QUESTION);
  await panel().locator('.card.open .reply').waitFor();
  await host.page.locator('#erfara').focus();
  await post({ type: 'focus' });
  const inside = () => panel().evaluate((element) => element.shadowRoot?.activeElement?.className ?? '');
  await expect.poll(inside).toContain('card');
  await host.page.keyboard.press('Escape');
  await until('focus');
  await expect.poll(() => host.page.evaluate(() => document.activeElement?.id)).toBe('reply');
  await post({ type: 'focus' });
  await expect.poll(inside).toContain('card');
  await panel().locator('.card.open').press('Control+Shift+Space');
  await expect.poll(async () => (await heard('focus')).length).toBe(2);
});

test('what was sent is recorded for the article that was inserted', async () => {
  await host.open();
  await until('ready');
  await post(QUESTION);
  await panel().locator('.card.open button.main').click();
  await until('insert');
  const recorded = host.page.waitForRequest(
    (request) => request.url().endsWith('/v1/feedback') && (request.postData() ?? '').includes('"sent"'),
  );
  await post({ type: 'sent', text: 'Hej Karin! 450 kr.', case: 'host-7' });
  expect((await recorded).postData()).toContain('450 kr.');
  await panel().locator('.card.open .badge', { hasText: 'Already sent' }).waitFor();
});

test.each([
  [
    { type: 'conversation', colour: 'red' },
    { reason: 'field', about: 'colour' },
  ],
  [
    { type: 'conversation', turns: [{ from: 'customer' }] },
    { reason: 'field', about: 'turns' },
  ],
  [
    { type: 'conversation', variables: { 'order.number': 7 } },
    { reason: 'field', about: 'variables' },
  ],
  [
    { type: 'conversation', server: 'https://evil.example' },
    { reason: 'field', about: 'server' },
  ],
  [
    { type: 'conversation', __proto__: null, constructor: 'x' },
    { reason: 'field', about: 'constructor' },
  ],
  [
    { type: 'sent', text: 1 },
    { reason: 'field', about: 'text' },
  ],
  [{ type: 'dance' }, { reason: 'type', about: 'dance' }],
  [
    { erfara: 2, type: 'hello' },
    { reason: 'version', about: '2' },
  ],
])('%j is refused, and says why', async (message, refusal) => {
  await host.open();
  await until('ready');
  await post(message);
  expect(await until('refused')).toMatchObject(refusal);
});

test('messages that are none of the protocol are left alone', async () => {
  await host.open();
  await until('ready');
  await host.page.evaluate((erfara) => {
    const { contentWindow } = document.getElementById('erfara') as HTMLIFrameElement;
    for (const data of ['{"event":"appContext"}', null, 7, [], { type: 'hello' }])
      contentWindow?.postMessage(data, erfara);
  }, host.erfara);
  await post({ type: 'dance' });
  await until('refused');
  expect(await heard('refused')).toHaveLength(1);
});

test('a page on an origin that is not listed cannot frame it', async () => {
  host.tolerate(/frame-ancestors|Refused to frame|Framing/);
  await host.open('/inner', host.stranger);
  await expect.poll(() => host.said.some((line) => line.includes('frame-ancestors'))).toBe(true);
  expect(host.page.frames().some((frame) => frame.url().startsWith(host.erfara))).toBe(false);
});

test('no other window is listened to, also one of a listed origin', async () => {
  await host.open();
  await until('ready');
  const [popup] = await Promise.all([
    host.page.context().waitForEvent('page'),
    host.page.evaluate((stranger) => void Object.assign(window, { popup: open(`${stranger}/`) }), host.stranger),
  ]);
  await popup.waitForLoadState();
  await popup.evaluate((question) => {
    const frame = (window.opener as Window).frames[0];
    frame?.postMessage({ erfara: 1, ...question }, '*');
  }, QUESTION);
  await popup.close();
  await post({ type: 'dance' });
  await until('refused');
  expect(await panel().evaluate((element) => (element as HTMLElement & { case: string }).case)).toBe('');
});

test('only /embed may be framed, and only by those listed', async () => {
  const policy = async (path: string) => (await host.bank.ask(path)).headers;
  expect((await policy('/embed')).get('content-security-policy')).toContain(`frame-ancestors 'self' ${host.origin}`);
  expect((await policy('/embed')).get('x-frame-options')).toBeNull();
  for (const path of ['/', '/docs', '/pages/embed.html']) {
    expect((await policy(path)).get('content-security-policy'), path).toMatch(/frame-ancestors 'self'$/);
    expect((await policy(path)).get('x-frame-options'), path).toBe('SAMEORIGIN');
  }
});

test('it is accessible', async () => {
  await host.page.goto(`${host.erfara}/embed`);
  await panel().locator('.panel').waitFor();
  expect(await violations(host.page)).toEqual([]);
});
