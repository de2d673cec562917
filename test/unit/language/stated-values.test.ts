import { describe, expect, it } from 'vitest';
import { conflictingValues, statedValues } from '../../../server/language/stated-values.ts';
import { oppositeAnswers } from '../../../server/language/yes-or-no.ts';

const values = (text: string) => Object.fromEntries([...statedValues(text)].map(([unit, set]) => [unit, [...set]]));

describe('what an answer states', () => {
  it('is read in six languages, in figures and in words, with days and weeks in hours', () => {
    expect(values('Svar inom två veckor, avgiften är 1 200 kr.')).toEqual({ h: [336], money: [1200] });
    expect(values('Within 48 hours, or € 39.50 per bag up to 23 kg')).toEqual({ h: [48], money: [39.5], kg: [23] });
    expect(values('senest 10 døgn før, 25 prosent')).toEqual({ h: [240], percent: [25] });
    expect(values('kolmen viikon jälkeen, viimeistään 24 tuntia ennen')).toEqual({ h: [504, 24] });
    expect(values('σε 5 εργάσιμες ημέρες, 12 € το καθένα')).toEqual({ h: [120], money: [12] });
    expect(values('gyldig i 2 år')).toEqual({ month: [24] });
    expect(values('uden beregning')).toEqual({ free: [0] });
  });

  it('leaves out what is no amount: addresses, booking numbers, rows', () => {
    expect(values('Skriv till https://nordbris.example/5/dagar, rad 22, bokning AB-123456.')).toEqual({});
  });
});

describe('two answers', () => {
  it('conflict where each says a value that the other does not', () => {
    expect(conflictingValues('Inom 14 dagar.', 'Inom 30 dagar.')).toEqual([{ unit: 'h', a: [336], b: [720] }]);
    expect(conflictingValues('It costs 450 kr.', 'It is free of charge.')).toMatchObject([{ unit: 'money', b: [0] }]);
  });

  it('conflict in dates, and in bare numbers where the sentence is the same but for them', () => {
    expect(conflictingValues('Från 1 oktober.', 'Från den 15 november.')).toEqual([
      { unit: 'date', a: [1001], b: [1115] },
    ]);
    expect(
      conflictingValues(
        'We answer the phone from 8 to 16 on weekdays.',
        'We answer the phone from 9 to 18 on weekdays.',
      ),
    ).toEqual([{ unit: 'number', a: [8, 16], b: [9, 18] }]);
    expect(conflictingValues('Row 7 is near the door.', 'Gate 12 is where you board the train.')).toEqual([]);
  });

  it('do not where one says the same in other units, or less', () => {
    expect(conflictingValues('Within 14 days.', 'Within two weeks.')).toEqual([]);
    expect(conflictingValues('450 kr, within 14 days or 2 hours.', 'Within 14 days.')).toEqual([]);
    expect(conflictingValues('450 kr per bag.', 'Within 14 days.')).toEqual([]);
  });

  it('are opposite when one says yes and the other no, or turns the same sentence round', () => {
    expect(oppositeAnswers('Ja, det går bra.', 'Nej, det går inte.')).toMatchObject({ a: 'ja', b: 'nej' });
    expect(
      oppositeAnswers('Hi. A Light ticket can be changed online.', 'Hello. A Light ticket can not be changed online.'),
    ).not.toBeNull();
    expect(oppositeAnswers('Yes, at the gate.', 'Yes, bring it to the gate.')).toBeNull();
    expect(oppositeAnswers('Do not worry. Bring it along.', 'Bring it along, at no cost.')).toBeNull();
  });
});
