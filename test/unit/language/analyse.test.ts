import { describe, expect, test } from 'vitest';
import { StemmingAnalyser } from '../../../server/language/analyse.ts';

const SYNONYMS = { sv: [['väska', 'bagage', 'resväska']], nb: [['koffert', 'bagasje']] };
const analyser = new StemmingAnalyser(SYNONYMS);
const same = (lang: string, ...texts: string[]) => {
  const [first, ...rest] = texts.map((text) => analyser.terms(text, lang));
  expect(first?.length).toBeGreaterThan(0);
  for (const terms of rest) expect(terms).toEqual(first);
};

describe('words that a customer writes differently become the same term', () => {
  test.each([
    ['sv', ['Återbetalningar', 'aterbetalning', 'ÅTERBETALNINGEN']],
    ['sv', ['flyget', 'FLYG', 'flygen']],
    ['nb', ['forsinkelser', 'Forsinkelsen']],
    ['nb', ['bør', 'BOR']],
    ['da', ['børnene', 'bornene']],
    ['fi', ['lentokentällä', 'LENTOKENTALLA']],
    ['el', ['αποσκευές', 'ΑΠΟΣΚΕΥΕΣ', 'αποσκευες']],
    ['el', ['επιστροφή', 'επιστροφης', 'ΕΠΙΣΤΡΟΦΗ']],
    ['en', ['refunds', 'Refund', 'REFUNDED']],
    ['en', ['customer’s', "customer's"]],
    ['en', ['e-mail', 'email', 'E-Mail']],
  ])('%s %j', (lang, words) => same(lang, ...words));

  test('composed and decomposed letters', () =>
    same('sv', 'återbetalning'.normalize('NFC'), 'återbetalning'.normalize('NFD')));
});

describe('codes and numbers', () => {
  test('a code stays whole, with or without its hyphen, and its number can be asked for alone', () => {
    same('sv', 'E-4012', 'e4012', 'E4012');
    expect(analyser.terms('E-4012', 'sv')).toEqual(['e4012', '4012']);
    expect(analyser.terms('felkod 4012', 'sv')).toContain('4012');
    expect(analyser.terms('kod E 4012', 'sv')).toContain('4012');
  });

  test('thousands are read without their separator', () => same('nb', '1.500', '1500', '1,500'));

  test('amounts and times keep their meaning', () => {
    expect(analyser.terms('12,50', 'sv')).toEqual(['12,50']);
    expect(analyser.terms('12.50', 'sv')).not.toEqual(analyser.terms('1250', 'sv'));
  });

  test('numbers are not stemmed', () => expect(analyser.terms('737er 2026', 'nb')).toEqual(['737er', '2026']));
});

describe('which words count', () => {
  test('stop words go', () => expect(analyser.terms('Var är min väska och mitt pass', 'sv')).toHaveLength(2));

  test('stop words stay when there is nothing else', () => {
    expect(analyser.terms('var är ni', 'sv').length).toBeGreaterThan(0);
    expect(analyser.terms('what is it', 'en').length).toBeGreaterThan(0);
  });

  test('stop words go without their accents too', () => {
    expect(analyser.terms('nar ar flyget', 'sv')).toEqual(analyser.terms('flyget', 'sv'));
  });

  test('a missing space after a full stop does not glue two words', () => {
    expect(analyser.terms('Hej.Var är hunden?Katten', 'sv')).toEqual(
      expect.arrayContaining(analyser.terms('hund katt', 'sv')),
    );
  });

  test('repeats are kept, in order', () => {
    const [hund, katt] = analyser.terms('hund katt', 'sv');
    expect(analyser.terms('hund katt hundar', 'sv')).toEqual([hund, katt, hund]);
  });

  test.each(['', '  ', '😡😡', '...', '\u0000', '\ud800', '-', "'"])('%j has no terms', (text) => {
    expect(analyser.terms(text, 'sv')).toEqual([]);
  });

  test('no term holds white space', () => {
    expect(analyser.terms('två\u00a0ord\tför\növer', 'sv').some((term) => /\s/.test(term))).toBe(false);
  });

  test('a language without a stemmer is folded all the same', () => same('de', 'Größe', 'grosse'));
});

describe('synonyms', () => {
  test('meet in the first of their group, in every form, in their own language alone', () => {
    same('sv', 'väska', 'bagage', 'resväskan', 'BAGAGET', 'vaska');
    expect(analyser.terms('bagage', 'da')).not.toEqual(analyser.terms('väska', 'da'));
    same('nb', 'koffert', 'bagasjen');
  });

  test('change the hash, and nothing else does', () => {
    expect(new StemmingAnalyser(SYNONYMS).hash).toBe(analyser.hash);
    expect(new StemmingAnalyser({ sv: [['väska', 'bagage']] }).hash).not.toBe(analyser.hash);
  });

  test('an empty group does no harm', () => {
    expect(new StemmingAnalyser({ sv: [[], ['']] }).terms('väska', 'sv')).toEqual(['vask']);
  });
});

describe('matches', () => {
  test('are the places of words that share a term, in units of the text as it stands', () => {
    const text = '😡 Bagaget kom aldrig! Var är väskan?';
    const found = analyser.matches(text, 'sv', new Set(analyser.terms('resväska', 'sv')));
    expect(found.map(([start, end]) => text.slice(start, end))).toEqual(['Bagaget', 'väskan']);
  });

  test('find a code by its number', () => {
    const text = 'Felkod E-4012 visas';
    expect(analyser.matches(text, 'sv', new Set(['4012'])).map(([a, b]) => text.slice(a, b))).toEqual(['E-4012']);
  });
});

describe('pieces of words', () => {
  const shared = (a: string, b: string) => {
    const grams = new Set(analyser.grams(a));
    return analyser.grams(b).filter((gram) => grams.has(gram)).length;
  };

  test('are shared by what is misspelt, inflected or part of a compound, and by no other word', () => {
    expect(shared('återbetalning', 'aterbetalnig')).toBeGreaterThan(5);
    expect(shared('lentokentällä', 'lentokentän')).toBeGreaterThan(6);
    expect(shared('resväska', 'väskan')).toBeGreaterThan(1);
    expect(shared('hund', 'katt')).toBe(0);
    expect(shared('ειδοποίηση', 'ιδοπιισι')).toBeGreaterThan(5);
  });

  test('are never equal to a term', () => {
    const terms = new Set(analyser.terms('hund i bur', 'sv'));
    for (const gram of analyser.grams('hund i bur')) expect(terms).not.toContain(gram);
  });
});
