import { describe, expect, test } from 'vitest';
import { violations } from '../components/axe.ts';
import { cutOff } from './cut-off.ts';
import { realInbox } from './real-inbox.ts';

const inbox = realInbox({ ownCopy: true });
const panel = () => inbox.page.locator('erfara-suggest');
const box = () => inbox.page.locator('#reply');

let pressed = 0;
/** One keystroke, chords included; `times` of them. */
async function press(key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await inbox.page.keyboard.press(key);
  pressed += times;
}
const write = (words: string) => inbox.page.keyboard.type(words);

/** What has the focus, through every shadow root: its id, name, part, class or element name. */
const focus = () =>
  inbox.page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return [
      at?.localName,
      at?.id && `#${at.id}`,
      at?.className && `.${at.className}`,
      at?.textContent?.trim().slice(0, 60),
    ]
      .filter(Boolean)
      .join(' ');
  });
const focused = (what: RegExp) => expect.poll(focus).toMatch(what);
const CARD = /^div \.card open/;
const REPLY = /^textarea #reply/;
const PREVIEW = /^(button .*Back|div \.scroll)/;

async function sound(): Promise<void> {
  expect(await violations(inbox.page)).toEqual([]);
}

/** Tab until something is reached; where the walk begins it is what the agent's hands would do. */
async function tabTo(what: RegExp, most = 40): Promise<void> {
  for (let step = 0; step < most && !what.test(await focus()); step++) await press('Tab');
  expect(await focus()).toMatch(what);
}

const suggested = () => panel().locator('.card.open .reply').waitFor();

describe('a shift without a mouse', () => {
  test('from the list to a sent reply, and on to the next conversation', async () => {
    await inbox.open();
    await tabTo(/^a \.row/);
    await press('Tab');
    await press('Enter');
    await expect.poll(() => inbox.page.locator('.row[aria-current=true]').getAttribute('href')).toBe('#fb-karin');
    await suggested();
    await sound();

    pressed = 0;
    await press('Control+Shift+Space');
    await focused(CARD);
    await press('Enter');
    await focused(REPLY);
    expect(pressed).toBeLessThanOrEqual(3);
    expect(await box().inputValue()).toMatch(/^Hej Karin! .*nordbris\.example\/refund/);
    await sound();

    await press('Control+Enter');
    await inbox.page.locator('.turn.agent .bubble', { hasText: 'Hej Karin!' }).waitFor();
    expect(await box().inputValue()).toBe('');
    await focused(REPLY);
    await sound();

    await press('Alt+ArrowDown');
    await expect
      .poll(() => inbox.page.locator('.row[aria-current=true]').getAttribute('href'))
      .toBe('#messenger-ingrid');
    await focused(REPLY);
    await suggested();
    await press('Control+Shift+Space');
    await focused(CARD);
    await press('Enter');
    await expect.poll(() => box().inputValue()).toContain('nordbris.example/baggage');
    await press('Control+z');
    await expect.poll(() => box().inputValue()).toBe('');
    await press('Alt+ArrowUp');
    await expect.poll(() => inbox.page.locator('.row[aria-current=true]').getAttribute('href')).toBe('#fb-karin');
  });

  test.each([
    'chat-mette',
    'fb-karin',
    'whatsapp-juha',
    'sms-elias',
    'x-priya',
    'email-torbjorn',
    'email-giorgos',
    'chat-daniel',
  ])('%s: from the opened conversation to the reply in the box in at most three keystrokes', async (conversation) => {
    await inbox.open(conversation);
    await suggested();
    pressed = 0;
    await press('Control+Shift+Space');
    await focused(CARD);
    await press('Enter');
    await expect.poll(() => box().inputValue()).not.toBe('');
    expect(pressed).toBeLessThanOrEqual(3);
  });

  test('preview, keys, hide and undo leave the agent on the same suggestion', async () => {
    await inbox.open('fb-karin');
    await suggested();
    await box().focus();
    await press('Control+Shift+Space');
    await focused(CARD);

    await press('ArrowRight');
    await panel().locator('.preview').getByText('nordbris.example/refund').first().waitFor();
    await sound();
    await press('Escape');
    await focused(CARD);

    await press('?');
    await panel().locator('.keys dl').waitFor();
    await focused(/^button .*Back/);
    await sound();
    await press('Escape');
    await focused(CARD);

    const title = await panel().locator('.card.open h3').innerText();
    await press('x');
    await panel().locator('.toast').waitFor();
    await focused(/^(div \.card open|button)/);
    await sound();
    await press('Control+z');
    await focused(CARD);
    expect(await panel().locator('.card.open h3').innerText()).toBe(title);

    await press('m');
    await focused(/^button \.quiet Add below/);
    await sound();
    await press('Escape');
    await focused(/^button \.quiet more/);
    await press('Escape');
    await focused(REPLY);
  });

  test('a remark is written, sent, taken back and left', async () => {
    await inbox.open('fb-karin');
    await suggested();
    await box().focus();
    await press('Control+Shift+Space');
    await focused(CARD);
    await press('f');
    await focused(/^input/);
    await sound();
    await press('ArrowRight');
    await press('Tab');
    await focused(/^textarea #comment/);
    await write('Det är fem dagar nu.');
    await press('Control+Enter');
    await focused(/^button \.main Close/);
    await sound();
    await press('Control+z');
    await focused(/^textarea #comment/);
    await press('Escape');
    await focused(CARD);
  });

  test('what nothing answers is searched for and inserted', async () => {
    await inbox.open('chat-aino', { lang: 'sv' });
    await panel().locator('.empty').waitFor();
    await box().focus();
    await press('Control+Shift+Space');
    await focused(/Sök svar/);
    await press('Enter');
    await focused(/^input/);
    await write('bagage vikt');
    await panel().locator('[role=option]').first().waitFor();
    await sound();
    await press('Enter');
    // The article is shown first where its reply has to be looked at.
    if ((await box().inputValue()) === '') {
      await panel()
        .locator('.preview')
        .getByRole('button', { name: /Infoga|Sätt in/ })
        .first()
        .waitFor();
      await sound();
      if (/^button .*Tillbaka/.test(await focus())) await tabTo(/^button \.main/);
      await press('Enter');
    }
    await expect.poll(() => box().inputValue()).toMatch(/Aino/);
  });
});

describe('below 900 px, where the panel is a sheet', () => {
  test('the chord opens it on the first suggestion, Enter inserts, and the sheet is gone', async () => {
    await inbox.open('fb-karin', { width: 800 });
    await panel().locator('.card.open .reply').waitFor({ state: 'attached' });
    await box().focus();
    pressed = 0;
    await press('Control+Shift+Space');
    await focused(CARD);
    expect(await panel().isVisible()).toBe(true);
    await sound();
    await press('Enter');
    await focused(REPLY);
    expect(pressed).toBeLessThanOrEqual(3);
    expect(await box().inputValue()).toMatch(/^Hej Karin!/);
    await expect.poll(() => panel().isVisible()).toBe(false);
  });

  test('its button moves the focus in, and Escape closes step by step and gives the focus back', async () => {
    await inbox.open('fb-karin', { width: 800 });
    await panel().locator('.card.open .reply').waitFor({ state: 'attached' });
    await inbox.page.locator('.open-sheet').focus();
    await press('Enter');
    await focused(CARD);
    await press('ArrowRight');
    await focused(PREVIEW);
    await press('Escape');
    await focused(CARD);
    expect(await panel().isVisible()).toBe(true);
    await press('Escape');
    await focused(/^button \.open-sheet/);
    await expect.poll(() => panel().isVisible()).toBe(false);
  });

  test('Escape closes it from every control in it', async () => {
    await inbox.open('fb-karin', { width: 800 });
    await panel().locator('.card.open .reply').waitFor({ state: 'attached' });
    for (const control of ['.close-sheet', 'erfara-suggest header select', 'erfara-suggest .footer']) {
      await box().focus();
      await press('Control+Shift+Space');
      await focused(CARD);
      await inbox.page.locator(control).focus();
      await press('Escape');
      await expect.poll(() => panel().isVisible()).toBe(false);
      await focused(REPLY);
    }
  });

  test('it closes when the focus leaves it, so that nothing with the focus lies beneath', async () => {
    await inbox.open('fb-karin', { width: 800 });
    await panel().locator('.card.open .reply').waitFor({ state: 'attached' });
    await inbox.page.locator('.open-sheet').focus();
    await press('Enter');
    await focused(CARD);
    await inbox.page.locator('.filter').focus();
    await expect.poll(() => panel().isVisible()).toBe(false);
  });

  test('a case is saved there too: the sheet comes back with the form once the reply is sent', async () => {
    await inbox.open('chat-aino', { width: 800 });
    await panel().locator('.empty').waitFor({ state: 'attached' });
    await box().focus();
    await press('Control+Shift+Space');
    await focused(/Search answers/);
    await press('Tab');
    await press('Enter');
    await focused(REPLY);
    await expect.poll(() => panel().isVisible()).toBe(false);
    await write('Hei Aino, verkko maksaa saman kaikilla lennoilla.');
    await press('Control+Enter');
    await focused(/^textarea #solution/);
    expect(await panel().isVisible()).toBe(true);
    await sound();
    await press('Escape');
    await focused(REPLY);
    await expect.poll(() => panel().isVisible()).toBe(false);
  });

  test('the offer to save a case is seen on the button of the sheet', async () => {
    await inbox.open('chat-aino', { width: 800 });
    await panel().locator('.empty').waitFor({ state: 'attached' });
    await box().focus();
    await write(
      'Olen itse soittanut koneen miehistölle ja varmistanut, että langaton verkko toimii koko matkan ajan maksutta.',
    );
    await press('Control+Enter');
    await inbox.page.locator('.open-sheet', { hasText: 'Save the case?' }).focus();
    await press('Enter');
    await panel().getByRole('button', { name: 'Save the case', exact: true }).waitFor();
  });

  test('a blank that was sent is told of beside the box too', async () => {
    await inbox.open('fb-karin', { width: 800 });
    await box().focus();
    await write('Bokning [order number] är klar.');
    await inbox.page.locator('erfara-length').getByText('Still to fill in: [order number]').waitFor();
    await press('Control+Enter');
    expect(await inbox.page.locator('.turn.agent').count()).toBe(0);
    await expect
      .poll(async () => (await panel().locator('[aria-live] p').allTextContents()).join(''))
      .toContain('Not sent yet.');
    await press('Control+Enter');
    await inbox.page.locator('.turn.agent').waitFor();
  });
});

describe.each([
  ['360 px', { width: 360, height: 740 }],
  ['200 % zoom', { width: 1440, height: 900, zoom: 2 }],
])('at %s', (_, size) => {
  async function fits(): Promise<void> {
    expect(await cutOff(inbox.page)).toEqual([]);
    await sound();
  }

  test('one column after another: nothing is cut, nothing scrolls sideways, and the focus is never lost', async () => {
    const narrow = size.width < 600;
    await inbox.open(narrow ? '' : 'chat-mette', size);
    if (narrow) {
      await tabTo(/^a \.row/);
      await fits();
      await press('Enter');
      await focused(/^a \.back/);
    }
    await panel().locator('.card.open .reply').waitFor({ state: 'attached' });
    await fits();
    await press('Control+Shift+Space');
    await focused(CARD);
    await fits();
    await press('ArrowRight');
    await focused(PREVIEW);
    await fits();
    await press('Escape');
    await focused(CARD);
    await press('m');
    await focused(/Add below/);
    await fits();
    await press('Escape');
    await press('?');
    await panel().locator('.keys dl').waitFor();
    await fits();
    await press('Escape');
    await press('Control+Shift+Space');
    await focused(REPLY);
    await press('Control+Shift+Space');
    await focused(CARD);
    await press('f');
    await focused(/^input/);
    await fits();
    await press('Escape');
    await focused(CARD);
    await press('s');
    await focused(/^input/);
    await write('bagage');
    await panel().locator('[role=option]').first().waitFor();
    await fits();
    await press('Escape');
    await press('Escape');
    await expect.poll(() => panel().isVisible()).toBe(false);
    if (narrow) {
      await tabTo(/^a \.back/);
      await press('Enter');
      await focused(/^a \.row/);
    }
  });

  test.each([
    ['a phone note', 'phone-birgitta', 'sv'],
    ['a hand-over', 'email-press', 'fi'],
    ['an incident, open', 'email-torbjorn', 'el'],
    ['nothing that fits', 'chat-aino', 'el'],
    ['the longest words', 'email-giorgos', 'fi'],
  ])('%s fits', async (_state, conversation, lang) => {
    await inbox.open(conversation, { ...size, lang });
    await inbox.firstArticle();
    // Drawn by what also listens to the chord.
    await panel().locator('erfara-remarks').waitFor({ state: 'attached' });
    await box().focus();
    await press('Control+Shift+Space');
    await expect.poll(() => panel().isVisible()).toBe(true);
    const incident = panel().locator('.incident-line button').first();
    if (await incident.count()) {
      await incident.focus();
      await press('Enter');
    }
    await fits();
  });
});

// Last: what is saved is found from then on.
test('a solved case is captured in at most twelve keystrokes beyond its words', async () => {
  await inbox.open('chat-aino');
  await panel().locator('.empty').waitFor();
  await box().focus();
  pressed = 0;
  await press('Control+Shift+Space');
  await focused(/Search answers/);
  await press('Tab');
  await focused(/Answer, then save the case/);
  await press('Enter');
  await focused(REPLY);
  await sound();
  await write(
    'Hei Aino, kysyin asiaa kentän löytötavaratoimistosta. He soittavat sinulle huomenna ennen puoltapäivää.',
  );
  await press('Control+Enter');
  const form = panel().locator('erfara-capture');
  await form.locator('#solution').waitFor();
  expect(await form.locator('#solution').inputValue()).toMatch(/^Kysyin asiaa/);
  expect(await form.locator('#question').inputValue()).not.toBe('');
  await sound();
  await press('Control+Enter');
  const saved = form.locator('[data-done]');
  const similar = form.locator('.similar');
  await saved.or(similar).first().waitFor();
  if ((await saved.count()) === 0) await press('Control+Enter');
  await saved.waitFor();
  await sound();
  await press('Escape');
  await focused(REPLY);
  expect(pressed).toBeLessThanOrEqual(12);
});
