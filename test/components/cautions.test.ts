import { describe, expect, test } from 'vitest';
import { smsOf } from '../../server/domain/message-length.ts';
import type { ChannelRules } from '../../server/http/contract.ts';
import { blanksIn } from '../../web-components/reply/blank-tokens.ts';
import { caseNote } from '../../web-components/reply/case-note.ts';
import {
  notRead,
  offerCautions,
  type Situation,
  shorterThatFits,
  textCautions,
  windowCautions,
} from '../../web-components/reply/cautions.ts';
import { offerOf } from '../../web-components/reply/offer.ts';
import { privateValues } from '../../web-components/reply/private-values.ts';
import { duration, replyWindow } from '../../web-components/reply/reply-window.ts';
import { sendsAway } from '../../web-components/reply/sends-away.ts';
import { en as words } from '../../web-components/reply/strings/en.ts';
import { en } from '../../web-components/suggest/strings/en.ts';
import { reply, suggestion } from './fixture-answers.ts';

const PUBLIC: ChannelRules = {
  setting: 'public',
  replyWindowHours: null,
  spoken: false,
  names: true,
  toPrivate: 'Skicka ett privat meddelande till oss här på Facebook.',
  orderNumbers: ['\\bNB-\\d{6}\\b'],
  domains: ['nordbris.example'],
};
const VARIABLES = {
  'customer.first_name': 'Karin',
  'order.number': 'XK7Q2',
  'agent.first_name': 'Sofia',
  'trip.destination': 'Aten',
};

const situation = (changes: Partial<Situation> = {}): Situation => ({
  rules: PUBLIC,
  limits: { unit: 'chars', good: 400, limit: 8000 },
  variables: VARIABLES,
  published: '',
  customer: 'sv',
  receivedAt: '',
  now: Date.parse('2026-11-23T12:00:00Z'),
  words,
  lang: 'en',
  ...changes,
});

describe('what only the customer and we may know, in public', () => {
  test.each([
    ['sv', 'Din bokning NB-482913 är klar.', ['NB-482913']],
    ['sv', 'Din bokning xk7q2 är klar.', ['xk7q2']],
    ['sv', 'Vi har återbetalat 1 250 kr till ditt konto.', ['1 250 kr']],
    ['nb', 'Vi har refundert 499 kr.', ['499 kr']],
    ['da', 'Du betalte 1.200 kr.', ['1.200 kr']],
    ['fi', 'Olemme palauttaneet 35 € tilillesi.', ['35 €']],
    ['el', 'Σας επιστρέψαμε 120 ευρώ χθες.', ['120 ευρώ']],
    ['en', 'We have refunded £45 to your card.', ['£45']],
    ['en', 'I wrote to karin.berg@gmail.com just now.', ['karin.berg@gmail.com']],
    ['sv', 'Jag ringer dig på 070-123 45 67.', ['070-123 45 67']],
    ['fi', 'Soitan sinulle numeroon +358 40 123 4567.', ['+358 40 123 4567']],
  ])('%s: "%s"', (lang, text, found) => {
    expect(
      privateValues(text, { rules: PUBLIC, variables: VARIABLES, lang }).map((value) => value.toLowerCase()),
    ).toEqual(found.map((value) => value.toLowerCase()));
  });

  test.each([
    ['sv', 'Hej Karin! Du får 600 euro om flyget är mer än tre timmar sent. /Sofia'],
    ['sv', 'Ett byte kostar 450 kr per person och riktning.'],
    ['sv', 'Flyget till Aten går som det ska. Se https://nordbris.example/trips/20261123.'],
    ['nb', 'Erstatningen er 250, 400 eller 600 euro etter avstand.'],
    ['da', 'En ekstra kuffert koster 349 kr.'],
    ['fi', 'Korvaus on 250–600 euroa.'],
    ['el', 'Η αποζημίωση είναι 250 έως 600 ευρώ.'],
    ['en', 'You get a refund of the whole fare within 7 days.'],
    ['en', 'See help@nordbris.example or 116 123.'],
  ])('%s: "%s" holds nothing of the kind', (lang, text) => {
    expect(privateValues(text, { rules: PUBLIC, variables: VARIABLES, lang })).toEqual([]);
  });

  test('a number that the editors published is for everybody', () => {
    const known = { rules: PUBLIC, variables: VARIABLES, lang: 'fi' };
    const text = 'Kriisipuhelin 09 2525 0111 vastaa.';
    expect(privateValues(text, known)).toEqual(['09 2525 0111']);
    expect(privateValues(text, { ...known, published: 'Soita 09 2525 0111.' })).toEqual([]);
  });

  test('the name too where the voice forbids it, and nothing at all in private', () => {
    const known = { variables: VARIABLES, lang: 'sv' };
    expect(privateValues('Hej Karin!', { ...known, rules: { ...PUBLIC, names: false } })).toEqual(['Karin']);
    expect(privateValues('NB-482913', { ...known, rules: { ...PUBLIC, setting: 'private' } })).toEqual([]);
  });
});

describe('words that send the customer elsewhere', () => {
  test.each([
    ['sv', 'Ring kundtjänst så hjälper de dig.', 'Ring kundtjänst'],
    ['sv', 'Mejla oss på info@nordbris.example.', 'Mejla oss'],
    ['sv', 'Fyll i vårt kontaktformulär.', 'Fyll i vårt kontaktformulär'],
    ['nb', 'Ta kontakt med kundeservice.', 'Ta kontakt med kundeservice'],
    ['da', 'Ring til os på hverdage.', 'Ring til os'],
    ['fi', 'Soita asiakaspalveluun, niin asia selviää.', 'Soita asiakaspalveluun'],
    ['el', 'Καλέστε μας στο 210 1234567.', 'Καλέστε μας στο 210 1234567'],
    ['en', 'Please call us on 020 1234 5678.', 'call us'],
    ['en', 'Fill in the contact form.', 'Fill in the contact form'],
  ])('%s: "%s"', (lang, text, found) => {
    expect(sendsAway(text, lang)).toBe(found);
  });

  test.each([
    ['sv', 'Jag ringer dig i eftermiddag.'],
    ['sv', 'Skicka ett privat meddelande till oss här på Facebook.'],
    ['nb', 'Send oss en privat melding her på Facebook.'],
    ['da', 'Jeg ringer til dig i morgen.'],
    ['fi', 'Lähetä meille yksityisviesti täällä Facebookissa.'],
    ['el', 'Στείλτε μας προσωπικό μήνυμα εδώ στο Facebook.'],
    ['en', 'I will call you this afternoon.'],
    ['en', 'The form is at https://nordbris.example/refund.'],
  ])('%s: "%s" answers here', (lang, text) => {
    expect(sendsAway(text, lang)).toBeNull();
  });
});

describe('an SMS as it travels', () => {
  test.each([
    ['ΓΔΘΛΞΠΣΦΨΩ', 1, null],
    ['Hej Åsa! 20 € {ok}', 1, null],
    ['ΓΕΙΑ', 1, 'Ε'],
    ['Γεια σας', 1, 'ε'],
    ['façade', 1, 'ç'],
    ['“citat”', 1, '“'],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3, null],
    [`${'α'.repeat(66)}😀${'α'.repeat(66)}`, 3, 'α'],
  ])('%s', (text, parts, because) => {
    expect(smsOf(text)).toMatchObject({ parts, because, alphabet: because === null ? 'gsm-7' : 'ucs-2' });
  });

  test('says which character made it Unicode, and what that costs', () => {
    const sms = situation({ rules: { ...PUBLIC, setting: 'private' }, limits: { unit: 'sms', good: 2, limit: 4 } });
    expect(textCautions('Tack – hej då', 'sv', sms)).toEqual([
      { kind: 'unicode', level: 'note', text: '“–” makes each SMS hold 70 characters instead of 160.' },
    ]);
  });
});

describe('the 24 hours', () => {
  test.each([
    ['2026-11-23T11:00:00Z', true, 1380],
    ['2026-11-22T12:30:00Z', true, 30],
    ['2026-11-22T12:00:00Z', false, 0],
  ])('after %s', (receivedAt, open, minutesLeft) => {
    expect(replyWindow(receivedAt, 24, Date.parse('2026-11-23T12:00:00Z'))).toEqual({ open, minutesLeft });
  });

  test('are unknown without a window or a time', () => {
    expect(replyWindow('2026-11-22T12:00:00Z', null, 0)).toBeNull();
    expect(replyWindow('yesterday', 24, 0)).toBeNull();
  });

  test('are told as time left, then as a template alone', () => {
    const rules = { ...PUBLIC, setting: 'private', replyWindowHours: 24 } as const;
    const text = (receivedAt: string) =>
      windowCautions(situation({ rules, receivedAt })).map((caution) => caution.text);
    expect(text('2026-11-22T15:20:00Z')).toEqual(['Can be answered for another 3 hr 20 min']);
    expect(text('2026-11-20T15:20:00Z')).toEqual(['The 24 hours have passed: only an approved template may be sent.']);
    expect(duration(200, 'sv')).toBe('3 tim 20 min');
  });
});

test('blanks are found again in the box, links and ordinary brackets are not', () => {
  expect(blanksIn('Bokning [bokningsnummer] kostar [SE 349 kr / FI 35 €].')).toEqual([
    '[bokningsnummer]',
    '[SE 349 kr / FI 35 €]',
  ]);
  expect(blanksIn('Se [sidan](https://nordbris.example), punkt [1].')).toEqual([]);
});

test('a stale or missing translation, or a hand-over that leads, is asked about', () => {
  const kinds = (offered: ReturnType<typeof suggestion>, among = [offered]) =>
    offerCautions(offerOf(offered), 'Så gör du.', situation(), among).map(({ kind, level }) => `${kind} ${level}`);
  expect(kinds(suggestion('a'))).toEqual([]);
  expect(kinds(suggestion('a', { reply: reply({ stale: true }) }))).toEqual(['stale ask']);
  expect(kinds(suggestion('a', { reply: null, replyFallback: reply({ lang: 'en' }) }))).toEqual(['missing ask']);
  const press = suggestion('press', { article: { handOver: 'Pressjouren' } });
  expect(kinds(suggestion('a'), [press])).toEqual(['hand-over ask']);
  expect(kinds(press, [press])).toEqual([]);
});

test('Nordic neighbours need no translation where the agent says so, and only there', () => {
  expect(notRead('nb', ['sv', 'nb', 'da'], situation())).toEqual([]);
  expect(notRead('nb', ['sv'], situation()).map(({ text }) => text)).toEqual([
    'Shown in Norwegian Bokmål: the article has no text in a language you read.',
  ]);
});

test('of the shorter wordings the longest that the channel takes is offered, and none where the full one fits', () => {
  const offer = offerOf(
    suggestion('a', { reply: reply({ limit: 20, shorter: ['a'.repeat(30), 'b'.repeat(18), 'c'] }) }),
  );
  const fits = (markdown: string) => markdown.length <= 20;
  expect(shorterThatFits(offer, 'x'.repeat(40), fits)).toBe('b'.repeat(18));
  expect(shorterThatFits(offer, 'x'.repeat(20), fits)).toBeNull();
});

test('a case note is what was asked and answered, when and by which article', () => {
  const note = caseNote(
    {
      question: ' Var är väskan? ',
      answer: 'Den kommer i morgon.',
      articleId: 'baggage-lost',
      at: new Date(2026, 10, 3, 9, 5),
    },
    en,
  );
  expect(note).toBe(
    '2026-11-03 09:05\nCustomer’s question: Var är väskan?\nReply: Den kommer i morgon.\nArticle: baggage-lost',
  );
});
