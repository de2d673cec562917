import { describe, expect, test } from 'vitest';
import { calledName } from '../../web-components/reply/first-name.ts';

describe('a Greek name is called in the vocative', () => {
  test.each([
    ['Γιώργος', 'Γιώργο'],
    ['Νίκος', 'Νίκο'],
    ['Κώστας', 'Κώστα'],
    ['Αλέξανδρος', 'Αλέξανδρε'],
    ['Γιάννης', 'Γιάννη'],
    ['Δημήτρης', 'Δημήτρη'],
    ['Παύλος', 'Παύλο'],
    ['Πέτρος', 'Πέτρο'],
    ['Χρήστος', 'Χρήστο'],
    ['Στέλιος', 'Στέλιο'],
    ['Στέφανος', 'Στέφανε'],
    ['Θεόδωρος', 'Θεόδωρε'],
    ['Κωνσταντίνος', 'Κωνσταντίνε'],
    ['Γεώργιος', 'Γεώργιε'],
    ['Νικόλαος', 'Νικόλαε'],
    ['Ηλίας', 'Ηλία'],
    ['Λουκάς', 'Λουκά'],
    ['Παναγής', 'Παναγή'],
    ['Μαρία', 'Μαρία'],
    ['Ελένη', 'Ελένη'],
    ['Αργυρώ', 'Αργυρώ'],
  ])('%s is called %s', (name, called) => {
    expect(calledName(name, 'el')).toBe(called);
  });

  test.each(['Giorgos', 'Anna', 'Νικος', 'Ιάσων', 'Άρτεμις', 'Oleksandr', 'Михаил'])(
    '%s is not called by name',
    (name) => {
      expect(calledName(name, 'el')).toBeNull();
    },
  );
});

describe('a name in the other languages', () => {
  test.each(['Anna', 'Åsa', 'Øyvind', 'Jean-Luc', 'Anna-Karin', 'Anna Karin', 'Väinö', 'Zoë'])(
    '%s is called',
    (name) => {
      expect(calledName(name, 'sv')).toBe(name);
    },
  );

  test.each([
    '',
    ' ',
    '@anna',
    'anna92',
    'Anna92',
    'user123',
    'User123',
    'ANNA',
    'anna',
    'anna@example.com',
    'Nordbris AB',
    'Kaffe Oy',
    'Bolaget Ltd',
    'Customer',
    'Facebook User',
    'Kund',
    'A',
    'J.',
    'xX_Anna_Xx',
    'Γιώργος',
    'Anna Karin Maria Andersson',
  ])('"%s" is no name to call', (name) => {
    expect(calledName(name, 'sv')).toBeNull();
  });
});
