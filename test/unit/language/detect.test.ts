import { describe, expect, test } from 'vitest';
import { EldLanguageDetector, isGreekInLatin } from '../../../server/language/detect.ts';
import messages from './eight-words.json' with { type: 'json' };

const LANGS = ['sv', 'nb', 'da', 'fi', 'el', 'en'];
const detector = new EldLanguageDetector(LANGS);
const { 'near-pairs': nearPairs, 'el-latin': greekInLatin, ...byLang } = messages;

describe.each(Object.entries(byLang))('messages of about eight words in %s', (lang, texts) => {
  test.each(texts)('%s', (text) => {
    const { lang: found, confidence } = detector.detect(text);
    expect(found).toBe(lang);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  test('none of them is taken for Greek in Latin letters', () => {
    expect(texts.filter(isGreekInLatin)).toEqual([]);
  });

  test('nine of ten are told without accents too', () => {
    const plain = texts.map((text) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o').replace(/æ/g, 'ae'),
    );
    const right = plain.filter((text) => detector.detect(text).lang === lang);
    expect(right.length / plain.length).toBeGreaterThanOrEqual(lang === 'el' || lang === 'en' ? 1 : 0.8);
  });
});

describe('Swedish, bokmål and Danish in the same words', () => {
  test.each(nearPairs)('%s: %s', (lang, text) => {
    expect(detector.detect(text ?? '').lang).toBe(lang);
  });
});

describe('Greek in Latin letters', () => {
  test.each(greekInLatin)('%s', (text) => {
    expect(detector.detect(text)).toMatchObject({ lang: 'el' });
    expect(isGreekInLatin(text)).toBe(true);
  });

  test.each([
    'why is my luggage not here',
    'Lahjakortti ei toimi kassalla',
    'Microsoft Teams',
    'checka in online flyg',
    'den er til mig og ikke til en man',
    'ok',
    'Mvh',
    'mvh tlf',
    'iPhone 15 Pro Max',
    'AB1234 E-4012',
    'https://nordbris.example/booking',
    'Athens Santorini Kreta Rhodos',
    'me mum wants to see a man on a train',
  ])('is not: %s', (text) => expect(isGreekInLatin(text)).toBe(false));
});

describe('what cannot be told', () => {
  test.each(['', ' ', '???', '😡😡😡', '12345', '\u0000', '\ud800', '我的行李'])(
    '%j takes the hint, else the first',
    (text) => {
      expect(LANGS).toContain(detector.detect(text).lang);
      expect(detector.detect(text, 'fi').lang).toBe('fi');
      expect(detector.detect(text, 'fi').confidence).toBeLessThanOrEqual(0.5);
    },
  );

  test('a hint decides between close candidates, never against a clear one', () => {
    expect(detector.detect('Kan vi sitte sammen?', 'nb').lang).toBe('nb');
    expect(detector.detect('Lentoni peruttiin, saanko rahat takaisin?', 'sv').lang).toBe('fi');
  });

  test.each([
    ['hei', ['nb', 'fi']],
    ['hej', ['sv', 'da']],
    ['bagage?', ['sv', 'da']],
    ['konto', ['sv', 'nb', 'da']],
    ['pris', ['sv', 'nb', 'da']],
    ['refund', ['en']],
    ['kort', ['sv', 'nb', 'da']],
  ])('"%s" is in the language of its conversation, and unhinted in none for sure', (text, langs) => {
    for (const lang of langs) expect(detector.detect(text, lang).lang).toBe(lang);
    expect(detector.detect(text).confidence).toBeLessThanOrEqual(0.6);
  });

  test('a hint does not move a whole sentence into a neighbour language', () => {
    expect(detector.detect('Jeg har ikke fått pakken min ennå', 'da').lang).toBe('nb');
    expect(detector.detect('Jeg har ikke fået min pakke endnu', 'nb').lang).toBe('da');
    expect(detector.detect('Jag har inte fått mitt paket än', 'nb').lang).toBe('sv');
  });

  test('Greek with many names and English words in it is Greek, English with one Greek name is not', () => {
    expect(detector.detect('Θέλω refund για την κράτησή μου').lang).toBe('el');
    expect(detector.detect('Is the Ελλάς ferry to Piraeus on time today').lang).toBe('en');
  });

  test('a very long message is told by its beginning, quickly', () => {
    expect(detector.detect(`Mitt flyg blev inställt, vad gör jag nu? ${'och '.repeat(200_000)}`).lang).toBe('sv');
  });
});

test('only the languages of the bank are found', () => {
  const two = new EldLanguageDetector(['sv', 'fi']);
  const found = [...byLang.nb, ...byLang.da, ...greekInLatin, ...byLang.el].map((text) => two.detect(text).lang);
  expect(found.filter((lang) => lang !== 'sv' && lang !== 'fi')).toEqual([]);
  new EldLanguageDetector(LANGS);
});
