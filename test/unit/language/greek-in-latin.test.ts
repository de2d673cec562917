import { describe, expect, test } from 'vitest';
import { shareOfFrequentGreek, toGreekLetters } from '../../../server/language/greek-in-latin.ts';

describe('Greek in Latin letters comes out in Greek letters', () => {
  test.each([
    ['thelo na allakso tin ptisi mou', 'θέλω να αλλάξω την πτήση μου'],
    ['8elw na allaksw thn pthsh mou', 'θέλω να αλλάξω την πτήση μου'],
    ['den exw lavei to eisitirio', 'δεν έχω λαβει το εισιτήριο'],
    ['pou einai h valitsa mou?', 'που είναι η βαλίτσα μου?'],
    ['thelw ta xrhmata mou', 'θέλω τα χρήματα μου'],
    ['thelo ta hrimata mou', 'θέλω τα χρήματα μου'],
    ['efxaristo / euxaristw / eyxaristo', 'ευχαριστώ / ευχαριστώ / ευχαριστώ'],
    ['boro na paro to skilo', 'μπορώ να πάρω το σκύλο'],
    ['mporw', 'μπορώ'],
    ['psomi ksana chora', 'ψομι ξανα χορα'],
    ['tous', 'τους'],
    ['logos', 'λογος'],
  ])('%s', (latin, greek) => expect(toGreekLetters(latin).normalize('NFC')).toBe(greek.normalize('NFC')));

  test('codes, numbers and what is Greek already stay', () => {
    expect(toGreekLetters('NB1234 E-4012 2026 12-11')).toBe('NB1234 E-4012 2026 12-11');
    expect(toGreekLetters('η πτήση μου')).toBe('η πτήση μου');
    expect(toGreekLetters('')).toBe('');
  });
});

test('the share of frequent Greek words is of all words', () => {
  expect(shareOfFrequentGreek('thelo tin valitsa mou')).toBe(1);
  expect(shareOfFrequentGreek('flygresor brevvind')).toBe(0);
  expect(shareOfFrequentGreek('12 34')).toBe(0);
});
