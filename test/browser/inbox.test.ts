import { describe, expect, test } from 'vitest';
import { violations } from '../components/axe.ts';
import { realInbox } from './real-inbox.ts';

const inbox = realInbox();
const panel = () => inbox.page.locator('erfara-suggest');
const box = () => inbox.page.locator('#reply');
const rows = () => inbox.page.locator('.row');

test('opening the inbox shows the latest conversation and its suggestions unprompted', async () => {
  await inbox.open();
  await panel().locator('.card.open .reply').waitFor();
  expect(await rows().count()).toBeGreaterThanOrEqual(20);
  expect(await rows().first().getAttribute('aria-current')).toBe('true');
});

describe('a conversation gets the answer it needs', () => {
  test.each([
    ['fb-karin', 'refund-cancelled-flight'],
    ['sms-elias', 'change-name-spelling'],
    ['phone-birgitta', 'wheelchair-assistance'],
    ['messenger-ingrid', 'baggage-lost'],
    ['sms-marte', 'boarding-pass-not-loading'],
    ['chat-mette', 'double-charge-card'],
    ['whatsapp-juha', 'passport-lost-abroad'],
    ['email-giorgos', 'refund-not-arrived'],
    ['x-priya', 'delay-compensation'],
    ['chat-daniel', 'points-missing'],
    ['email-press', 'hand-over-press'],
    ['email-torbjorn', 'ash-cloud-stranded'],
  ])('%s: %s', async (conversation, article) => {
    await inbox.open(conversation);
    expect(await inbox.firstArticle()).toBe(article);
  });

  test.each([
    ['a matter the bank does not hold', 'chat-aino'],
    ['thanks', 'fb-lars'],
    ['an offer nobody asked for', 'email-growth'],
  ])('%s gets none', async (_, conversation) => {
    await inbox.open(conversation);
    expect(await inbox.firstArticle()).toBeNull();
  });
});

test('thanks leave the panel quiet: no heading, no button, one line', async () => {
  await inbox.open('fb-lars');
  await panel().getByText('No question in the latest message.').waitFor();
  expect(await panel().locator('.empty').count()).toBe(0);
});

test('the press is handed over, with a holding reply', async () => {
  await inbox.open('email-press');
  expect(await panel().locator('.hand-over').innerText()).toContain('Press');
  expect(await panel().locator('.card.open button.main').innerText()).toContain('Insert holding reply');
});

test('the ash cloud stands above the list where it holds, and nowhere else', async () => {
  await inbox.open('email-torbjorn');
  await panel().locator('.incident-line').waitFor();
  await inbox.open('fb-karin');
  await inbox.firstArticle();
  expect(await panel().locator('.incident-line').count()).toBe(0);
});

test('an answer that was sent in the thread says so', async () => {
  await inbox.open('fb-magnus');
  await panel().locator('.card.open .badge', { hasText: 'Already sent' }).waitFor();
});

test('by keyboard: to the suggestion, insert for this public channel, undo', async () => {
  await inbox.open('fb-karin');
  await panel().locator('.card.open .reply').waitFor();
  await box().focus();
  await inbox.page.keyboard.press('Control+Shift+Space');
  await expect
    .poll(() => panel().evaluate((element) => element.shadowRoot?.activeElement?.className))
    .toContain('card');
  await inbox.page.keyboard.press('Enter');
  const inserted = await box().inputValue();
  expect(inserted).toMatch(/^Hej Karin! .*https:\/\/nordbris\.example\/refund.* \/Sofia$/);
  expect(inserted).not.toMatch(/\{\{|\n/);
  expect(await inbox.page.locator('erfara-length .count').innerText()).toBe(`${[...inserted].length} / 400`);
  await inbox.page.keyboard.press('Control+z');
  expect(await box().inputValue()).toBe('');
});

test('an SMS gets the short variant without a greeting, counted in messages', async () => {
  await inbox.open('sms-elias');
  await panel().locator('.card.open button.main').click();
  expect(await box().inputValue()).not.toMatch(/^Hej|Sofia$/);
  expect(await inbox.page.locator('erfara-length .count').innerText()).toMatch(/^[12] SMS$/);
});

test("an e-mail is written to the customer in the customer's language, while the agent reads another", async () => {
  await inbox.open('email-giorgos', { lang: 'sv' });
  const title = panel().locator('.card.open h3');
  await title.waitFor();
  expect(await title.getAttribute('lang')).toBe('sv');
  await panel().locator('.card.open button.main').click();
  expect(await box().inputValue()).toMatch(/^Γεια σας Γιώργο,\n\n[\s\S]+\n\nΜε εκτίμηση,\nSofia, Nordbris$/);
});

test('sending puts the reply in the thread, and the panel knows that it was sent', async () => {
  await inbox.open('chat-mette');
  await panel().locator('.card.open button.main').click();
  await inbox.page.locator('.send').click();
  expect(await box().inputValue()).toBe('');
  expect(await inbox.page.locator('.turn.agent .bubble').last().innerText()).toContain('Hej Mette!');
  await panel().locator('.card.open .badge', { hasText: 'Already sent' }).waitFor();
});

test('the length under the reply box follows from one conversation to the next', async () => {
  await inbox.open('chat-mette');
  await inbox.page.locator('.row', { hasText: 'Ingrid Solheim' }).click();
  await panel().locator('.card.open .reply').waitFor();
  await box().fill('Hei!');
  await inbox.page.locator('erfara-length').getByText('4 / 500').waitFor();
  expect(await panel().locator('.length').count()).toBe(0);
});

test('a draft stays with its conversation', async () => {
  await inbox.open('fb-karin');
  await box().fill('Hej Karin, ');
  await inbox.page.locator('a[href="#chat-aino"]').click();
  await expect.poll(() => box().inputValue()).toBe('');
  await inbox.page.locator('a[href="#fb-karin"]').click();
  await expect.poll(() => box().inputValue()).toBe('Hej Karin, ');
});

test('the preview shows the whole article with its variants, and inserts', async () => {
  await inbox.open('fb-karin', { lang: 'sv' });
  await panel()
    .getByRole('button', { name: /Förhandsgranska/ })
    .click();
  await panel().locator('.preview .section').first().waitFor();
  expect(await panel().locator('.preview .languages button').count()).toBe(6);
  expect(await panel().locator('.preview').innerText()).not.toContain('{{');
  await panel().locator('.preview .foot button.main').click();
  expect(await box().inputValue()).toMatch(/^Hej Karin!/);
});

test('what nothing answers is searched for in the panel, and inserted from there', async () => {
  await inbox.open('chat-aino', { lang: 'sv' });
  await panel().locator('.empty button.main').click();
  await panel().locator('.search input').pressSequentially('bagage vikt');
  await panel().locator('.search .chosen').waitFor();
  await inbox.page.keyboard.press('Enter');
  await expect.poll(() => box().inputValue()).toMatch(/^(Hei|Huomenta) Aino!/);
});

test.each([
  ['sv', 'Svarsförslag', 'Inkorg'],
  ['nb', 'Svarforslag', 'Innboks'],
  ['da', 'Svarforslag', 'Indbakke'],
  ['fi', 'Vastausehdotukset', 'Saapuneet'],
  ['el', 'Προτεινόμενες απαντήσεις', 'Εισερχόμενα'],
  ['en', 'Suggested answers', 'Inbox'],
])('the interface speaks %s', async (lang, heading, list) => {
  await inbox.open('fb-karin', { lang: lang === 'en' ? 'sv' : 'en' });
  await inbox.page.locator('.language select').selectOption(lang);
  await expect.poll(async () => (await panel().locator('h2').innerText()).replaceAll('\u00ad', '')).toBe(heading);
  expect(await inbox.page.locator('h1').innerText()).toBe(list);
  expect(await inbox.page.getAttribute('html', 'lang')).toBe(lang);
});

test('the server goes and comes back: the panel says so and recovers by itself', async () => {
  await inbox.open('fb-karin');
  await panel().locator('.card.open').waitFor();
  await inbox.stop();
  await panel().locator('select').selectOption('nb');
  const notice = panel().locator('.notice.lost');
  await notice.waitFor();
  expect(await notice.innerText()).toContain('Not connected.');
  expect(await panel().locator('.card').count()).toBeGreaterThan(0);
  await inbox.start();
  await notice.waitFor({ state: 'detached' });
  expect(await panel().locator('.list').getAttribute('class')).not.toContain('stale');
});

test('below 900 px the panel is a sheet that opens, inserts and closes', async () => {
  await inbox.open('whatsapp-juha', { width: 800 });
  expect(await panel().isVisible()).toBe(false);
  await inbox.page.locator('.open-sheet').click();
  await panel().locator('.card.open button.main').click();
  expect(await box().inputValue()).toMatch(/^(Hei|Huomenta) Juha!/);
  await expect.poll(() => panel().isVisible()).toBe(false);
});

test('on the phone at 360 px the menu stands beside the preview, not alone on a line', async () => {
  await inbox.open('phone-birgitta', { width: 360, height: 740, lang: 'sv' });
  await inbox.page.locator('.open-sheet').click();
  const preview = panel().getByRole('button', { name: /Förhandsgranska/ });
  await preview.waitFor();
  const top = async (at: ReturnType<typeof panel>) => (await at.boundingBox())?.y ?? 0;
  expect(Math.abs((await top(preview)) - (await top(panel().locator('.more'))))).toBeLessThan(4);
});

test('in forced colours what is unread keeps its dot, and what is open its outline', async () => {
  await inbox.open('fb-karin');
  await inbox.page.emulateMedia({ forcedColors: 'active' });
  const look = (selector: string, property: string) =>
    inbox.page
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
  expect(await look('.dot', 'border-top-width')).toBe('4px');
  expect(await look('.row[aria-current="true"]', 'outline-style')).toBe('solid');
});

test('below 600 px there is one column at a time', async () => {
  await inbox.open('', { width: 360, height: 740 });
  expect(await box().count()).toBe(0);
  await rows().first().click();
  await box().waitFor();
  expect(await rows().first().isVisible()).toBe(false);
  await inbox.page.locator('.back').click();
  await rows().first().waitFor();
  expect(await inbox.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

describe.each([
  ['light', false],
  ['dark', true],
])('%s', (_, dark) => {
  test.each([
    ['suggestions', 'fb-karin', 1440],
    ['a hand-over', 'email-press', 1440],
    ['an incident', 'email-torbjorn', 1180],
    ['nothing that fits', 'chat-aino', 1440],
    ['no question', 'fb-lars', 1440],
    ['a phone note', 'phone-birgitta', 1440],
    ['one column', 'whatsapp-juha', 360],
  ])('%s: axe finds nothing', async (_state, conversation, width) => {
    await inbox.open(conversation, { dark, width });
    await inbox.firstArticle();
    expect(await violations(inbox.page)).toEqual([]);
  });

  test('the sheet and an inserted reply: axe finds nothing', async () => {
    await inbox.open('email-giorgos', { dark, width: 800 });
    await inbox.firstArticle();
    await inbox.page.locator('.open-sheet').click();
    expect(await violations(inbox.page)).toEqual([]);
    await panel().locator('.card.open button.main').click();
    expect(await violations(inbox.page)).toEqual([]);
  });
});
