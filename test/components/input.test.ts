import { expect, test } from 'vitest';
import { answer, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const ready = () => on.panel.locator('.card.open .reply').waitFor();
const asked = () => on.fixture.asked.map(({ message, turns }) => turns?.at(-1)?.text ?? message);

test('attributes alone are enough, and the words inside the element are the message', async () => {
  await on.page.evaluate(() => {
    const place = document.getElementById('place') as HTMLElement;
    place.innerHTML =
      '<erfara-suggest for="#reply" channel="email" reads="sv en" lang="en">Var är min väska?</erfara-suggest>';
  });
  await ready();
  expect(on.fixture.asked).toMatchObject([{ message: 'Var är min väska?', channel: 'email', reads: ['sv', 'en'] }]);
  await on.page.evaluate(() => document.querySelector('erfara-suggest')?.replaceChildren('Var är min cykel?'));
  await expect.poll(asked).toEqual(['Var är min väska?', 'Var är min cykel?']);
});

test("the host's own message element is read, the latest of several, and followed when the customer writes", async () => {
  await on.page.evaluate(() => {
    const thread = Object.assign(document.createElement('div'), { id: 'thread' });
    thread.innerHTML = '<p class="customer">Första</p><p class="customer">Hej!<br>Var är väskan?</p>';
    document.querySelector('main')?.prepend(thread);
  });
  await on.show({ message: '', case: '', messageFrom: '#thread .customer' });
  await ready();
  expect(asked()).toEqual(['Hej!\nVar är väskan?']);
  await on.reply.pressSequentially('Jag skriver');
  await on.page.evaluate(() =>
    document.getElementById('thread')?.insertAdjacentHTML('beforeend', '<p>agentens svar</p>'),
  );
  await on.page.waitForTimeout(300);
  expect(on.fixture.asked.length).toBe(1);
  await on.page.evaluate(() =>
    document.getElementById('thread')?.insertAdjacentHTML('beforeend', '<p class="customer">Och cykeln?</p>'),
  );
  await expect.poll(asked).toEqual(['Hej!\nVar är väskan?', 'Och cykeln?']);
});

test('a note is asked about when the agent pauses, not at each key', async () => {
  await on.page.evaluate(() => {
    document.querySelector('main')?.prepend(Object.assign(document.createElement('input'), { id: 'note' }));
  });
  await on.show({ message: '', case: '', messageFrom: '#note' });
  await on.page.locator('#note').pressSequentially('väska borta');
  await expect.poll(() => asked().at(-1)).toBe('väska borta');
  expect(asked().length).toBeLessThan('väska borta'.length / 2);
});

test("the agent's own turn asks nothing again", async () => {
  const turns = [{ from: 'customer' as const, text: 'Var är väskan?' }];
  await on.show({ message: '', turns });
  await ready();
  await on.set({ turns: [...turns, { from: 'agent', text: 'Jag kollar.' }] });
  await on.page.waitForTimeout(200);
  expect(on.fixture.asked.length).toBe(1);
  await on.set({
    turns: [...turns, { from: 'agent', text: 'Jag kollar.' }, { from: 'customer', text: 'Tack, och cykeln?' }],
  });
  await expect.poll(() => on.fixture.asked.length).toBe(2);
});

test('a conversation fetched ahead is shown at once, without asking again', async () => {
  on.fixture.suggest = ({ message }) => answer({ suggestions: [suggestion(message === 'B' ? 'b' : 'a')] });
  await on.show({ message: 'A', case: 'a' });
  await ready();
  await on.page.evaluate(() => document.querySelector('erfara-suggest')?.prefetch({ message: 'B', case: 'b' }));
  await expect.poll(() => on.fixture.asked.length).toBe(2);
  on.fixture.online = false;
  await on.set({ message: 'B', case: 'b' });
  await on.panel.locator('.card h3', { hasText: '(b)' }).waitFor();
  expect(on.fixture.asked.length).toBe(2);
});

test('whoever is at the keyboard is told with every request, where the host says it', async () => {
  const told: (string | undefined)[] = [];
  on.page.on('request', (request) => {
    if (request.url().includes('/v1/')) told.push(request.headers()['x-erfara-agent']);
  });
  await on.show({ agent: 'Åsa 7', message: 'Var är min väska?' });
  await ready();
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told)).toEqual(new Set([encodeURIComponent('Åsa 7')]));
});
