import { describe, expect, it } from 'vitest';
import { personalDataFinder } from '../../../server/privacy/find-personal-data.ts';
import {
  afm,
  amka,
  card,
  fodselsnummer,
  hetu,
  iban,
  otherDigit,
  personnummer,
  seededNumbers,
} from './generated-numbers.ts';

const find = personalDataFinder(['\\bNB-\\d{6}\\b']);
const found = (text: string) => find(text).map(({ kind, span }) => [kind, text.slice(...span)]);
const kinds = (text: string) => find(text).map(({ kind }) => kind);

describe('what is found', () => {
  it.each([
    'anna.berg+resa@example.com',
    'Åsa.Öberg@företag.se',
    'a_b@mail.co.uk',
    'γιώργος@παράδειγμα.ελ',
    "o'neill@example.ie",
  ])('the e-mail address %s, without the punctuation around it', (address) => {
    expect(found(`Skriv till <${address}>, tack.`)).toEqual([['email', address]]);
    expect(found(`Min mejl: ${address}.`)).toEqual([['email', address]]);
  });

  it.each([
    '070-123 45 67',
    '0701234567',
    '+46 70 123 45 67',
    '+46 (0)70-123 45 67',
    '0046701234567',
    '08-123 456 78',
    '22 33 44 55',
    '912 34 567',
    '+47 912 34 567',
    '91234567',
    '70 201 201',
    '20 12 34 56',
    '+45 20123456',
    '20123456',
    '040 123 4567',
    '+358 40 1234567',
    '050-1234567',
    '09 1234 5678',
    '6912345678',
    '+30 691 234 5678',
    '210 1234567',
    '2310 123456',
    '+44 20 7946 0958',
    '+49 30 901820',
  ])('the phone number %s', (number) => {
    expect(found(`Ring mig på ${number}, tack!`)).toEqual([['phone', number]]);
  });

  it('a phone number after other numbers', () => {
    expect(found('412 070-123 45 67 2 vuxna')).toEqual([['phone', '070-123 45 67']]);
    expect(found('070-123 45 67 / 08-123 456 78')).toEqual([
      ['phone', '070-123 45 67'],
      ['phone', '08-123 456 78'],
    ]);
  });

  it.each([13, 14, 15, 16, 17, 18, 19])('a card of %i digits, and none whose check digit is wrong', (length) => {
    for (const random of seededNumbers(20)) {
      const number = card(length, random);
      expect(kinds(`Kort: ${number}.`)).toEqual(['card']);
      expect(kinds(`Kort: ${otherDigit(number)}.`)).not.toContain('card');
    }
  });

  it.each(['4111 1111 1111 1111', '4111-1111-1111-1111', '3782 822463 10005', '4111 1111 1111 1111'])(
    'the card %s as it is printed, beside its last month',
    (number) => expect(found(`Kort ${number} 12/28 cvc 123`)).toEqual([['card', number]]),
  );

  it.each(['SE', 'NO', 'DK', 'FI', 'GR', 'DE', 'GB'])(
    'an account number of %s in any writing, and none that is wrong',
    (country) => {
      for (const random of seededNumbers(10)) {
        const number = iban(country, random);
        const grouped = number.replace(/.{4}(?=.)/g, '$& ');
        for (const written of [number, grouped, grouped.toLowerCase()]) {
          expect(found(`Konto ${written}, tack`)).toEqual([['iban', written]]);
        }
        expect(kinds(`Konto ${otherDigit(number)}, tack`)).not.toContain('iban');
      }
    },
  );

  it('Swedish identity and coordination numbers, with and without century and separator', () => {
    for (const random of seededNumbers(100)) {
      const twelve = personnummer(random);
      const ten = twelve.slice(2);
      for (const written of [
        twelve,
        `${twelve.slice(0, 8)}-${twelve.slice(8)}`,
        `${ten.slice(0, 6)}-${ten.slice(6)}`,
      ]) {
        expect(find(`Personnummer ${written}.`).map(({ span }) => span)).toEqual([[13, 13 + written.length]]);
      }
      const wrong = otherDigit(twelve);
      expect(kinds(`Jag heter ${wrong.slice(0, 8)}-${wrong.slice(8)}.`)).not.toContain('personnummer');
    }
    expect(found('19811228-9874, 811228-9874, 811228+9874, 8112289874, 701063-2391')).toEqual([
      ['personnummer', '19811228-9874'],
      ['personnummer', '811228-9874'],
      ['personnummer', '811228+9874'],
      ['personnummer', '8112289874'],
      ['personnummer', '701063-2391'],
    ]);
  });

  it('Norwegian identity numbers and D-numbers, and none whose check digits are wrong', () => {
    for (const random of seededNumbers(100)) {
      const number = fodselsnummer(random);
      expect(found(`Mitt fødselsnummer er ${number}.`)).toEqual([['fodselsnummer', number]]);
      expect(kinds(`Mitt fødselsnummer er ${otherDigit(number)}.`)).not.toContain('fodselsnummer');
    }
    expect(kinds('010190 12345')).not.toContain('fodselsnummer');
  });

  it('Danish numbers by their dash, or without it behind their name', () => {
    expect(found('Mit nummer er 311299-1235.')).toEqual([['cpr', '311299-1235']]);
    expect(found('CPR: 3112991235')).toEqual([['cpr', '3112991235']]);
    expect(found('mit cpr-nummer er 311299 1235')).toEqual([['cpr', '311299 1235']]);
    expect(kinds('Mit nummer er 321399-1235.')).not.toContain('cpr');
    expect(kinds('Mit nummer er 3112991235.')).not.toContain('cpr');
  });

  it.each([...'+-UVWXYABCDEF'])('Finnish identity codes with the century sign %s', (sign) => {
    for (const random of seededNumbers(20)) {
      const number = hetu(sign, random);
      expect(found(`Hetu ${number}.`)).toEqual([['hetu', number]]);
      expect(found(`hetu ${number.toLowerCase()}.`)).toEqual([['hetu', number.toLowerCase()]]);
      const wrong = number.slice(0, -1) + (number.endsWith('A') ? 'B' : 'A');
      expect(kinds(`Hetu ${wrong}.`)).not.toContain('hetu');
    }
  });

  it('Greek tax numbers behind their name and on their own', () => {
    for (const random of seededNumbers(100)) {
      const number = afm(random);
      expect(found(`ΑΦΜ: ${number}, ευχαριστώ`)).toEqual([['afm', number]]);
      expect(found(`το ΑΦΜ μου είναι ${number}.`)).toEqual([['afm', number]]);
      expect(found(`AFM EL${number}`).length + found(`${number}`).length).toBeGreaterThan(0);
      expect(kinds(`ΑΦΜ: ${otherDigit(number)}`)).not.toContain('afm');
    }
    expect(found('Είναι το 123456783;')).toEqual([['afm', '123456783']]);
    expect(kinds('REF-123456783, 123456783 kr, 123456783.50')).not.toContain('afm');
  });

  it('Greek social security numbers', () => {
    for (const random of seededNumbers(100)) {
      const number = amka(random);
      expect(found(`ΑΜΚΑ ${number}`)).toEqual([['amka', number]]);
      expect(kinds(`ΑΜΚΑ ${otherDigit(number)}`)).not.toContain('amka');
    }
  });

  it('order numbers by the patterns of the bank, in either letter case', () => {
    expect(found('Bokning NB-123456 och nb-654321')).toEqual([
      ['order-number', 'NB-123456'],
      ['order-number', 'nb-654321'],
    ]);
    expect(kinds('NB-1234567')).not.toContain('order-number');
  });

  it('order numbers side by side, and none inside a longer word', () => {
    const finder = personalDataFinder(['AB|ABC', '\\d{4}-?[A-Z]+']);
    const text = 'ABC AB 1234-X\n4321Y,xAB';
    expect(finder(text).map(({ span }) => text.slice(...span))).toEqual(['ABC', 'AB', '1234-X', '4321Y']);
  });

  it('no message keeps a pattern busy that tries every way to split it', () => {
    // Tried one after the other, the ways to read these would outlast the machine.
    const finder = personalDataFinder(['(?:\\d|\\w)+#', '(x+x+)+#', '(\\w+-?)*#']);
    expect(finder('x'.repeat(2_000))).toEqual([]);
    expect(finder(`${'x'.repeat(500)}1#`).map(({ kind }) => kind)).toEqual(['order-number']);
  });

  it('nothing by a pattern that is no regular expression or matches nothing, and the others still work', () => {
    const finder = personalDataFinder(['(', '[', '', 'x*', 'NB-\\d{6}']);
    expect(finder('xx NB-123456').map(({ kind }) => kind)).toEqual(['order-number', 'order-number']);
    expect(personalDataFinder(['(', ''])('NB-123456')).toEqual([]);
  });

  it('letters by a pattern of letters in capitals only, so that no plain word is taken for a code', () => {
    const finder = personalDataFinder(['[A-Z0-9]{6}']);
    expect(finder('flight XKJDPQ and ab12cd').map(({ span }) => span)).toEqual([
      [7, 13],
      [18, 24],
    ]);
  });
});

describe('a number is found however it is grouped', () => {
  it.each([
    ['850709 - 9813', 'personnummer'],
    ['19850709/9813', 'personnummer'],
    ['８５０７０９-９８１３', 'personnummer'],
    ['850709\u22129813', 'personnummer'],
    ['131052 - 308T', 'hetu'],
  ])('%s', (number, kind) => {
    expect(found(`Numret: ${number}, tack`)).toEqual([[kind, number]]);
  });
});

describe('numbers that have no check are told by the word before them', () => {
  it.each([
    ['Passnummer: AB1234567', 'passport', 'AB1234567'],
    ['passport number is 533380006', 'passport', '533380006'],
    ['Ο αριθμός διαβατηρίου μου: ΑΕ 1234567', 'passport', 'ΑΕ 1234567'],
    ['Kontonr 6000 12 34567', 'account', '6000 12 34567'],
    ['clearingnummer 8327-9, konto 123 456 789-0', 'account', '123 456 789-0'],
  ])('%s', (text, kind, number) => {
    expect(found(text)).toEqual([[kind, number]]);
  });

  it.each(['Mitt konto 2026-11-23', 'passet 12.11.2026', 'konto 1234', 'passar 1234567 bra?'])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is left alone', () => {
  it.each([
    'Flight NB 412 at 18:45',
    'Flight NB412 on 2026-11-22 at 18.45, gate 14',
    '349 kr',
    '12 345 678 kr',
    '1.234.567,89 kr',
    '€ 12 345 678',
    'SEK 1 250 000',
    '2026-11-22',
    '22.11.2026 18.45',
    '22.11-29.11.2026',
    '22/11 2026',
    '20261122',
    '2026-11-22T18:45:00Z',
    'bokning 3 veckor',
    '24 h',
    'Ring 112 eller 114 14',
    '1177',
    '90 000',
    '0,5',
    '10:30-12:45',
    'Vi betalade 2 499 kr + 349 kr för 2 väskor à 23 kg den 14/7 2026.',
    'Flyet skulle gå kl. 06.20 den 12.10.2026, men vi landet 23:55. EU 261/2004 gir 250, 400 eller 600 euro.',
    'Vi skulle have været hjemme d. 1. august 2026 kl. 14.30, rejsen kostede 12.499,00 kr. for 4 personer.',
    'Lento NB 1234 oli myöhässä 3 h 40 min, hinta 1 299,90 €, matka 15.6.–29.6.2026.',
    'Η πτήση NB 873 στις 19:05 άργησε 4 ώρες, πληρώσαμε 1.049,50 € στις 03/08/2026.',
    'We are 2 adults and 3 children (ages 4, 7, 11), rooms 1204 and 1205, 14-21 July 2026, total 18 450.00 SEK.',
    'Sits 12A, 12B and 12C; bag 55 x 40 x 23 cm, 158 cm, 10000 mAh',
    'Säsongen 2026/2027 eller 2026-2027',
    '2026 2027',
    'Rejsen er 06 10 2026',
    'öppet 0800-2000',
    '25 000 000 resenärer',
    'https://nordbris.example/trips?id=22334455',
    '@nordbris',
    'v. 28-32',
    '1-2-3',
    '3.14159265',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('mixed texts', () => {
  it('are read in order, without overlaps, in UTF-16 units', () => {
    const text = '😀 NB-123456: ring 070-123 45 67 el. a@b.se, kort 4111 1111 1111 1111, pnr 811228-9874 😀';
    expect(found(text)).toEqual([
      ['order-number', 'NB-123456'],
      ['phone', '070-123 45 67'],
      ['email', 'a@b.se'],
      ['card', '4111 1111 1111 1111'],
      ['personnummer', '811228-9874'],
    ]);
  });

  it.each([
    '0',
    '07 ',
    '00 1',
    'a',
    'a@',
    '@',
    '+46 ',
    '1-',
    '4111 ',
    'SE12 ',
    '.',
    'a.b@c.',
    '0701234567 ',
    '22 33 44 55 ',
  ])('a megabyte of %j comes to an end', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    let end = 0;
    for (const { span } of find(text)) {
      expect(span[0] >= end && span[1] > span[0]).toBe(true);
      end = span[1];
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
});
