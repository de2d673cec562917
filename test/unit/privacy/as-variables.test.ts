import { describe, expect, it } from 'vitest';
import { asVariables, nameSigned, namesGreeted, variableSpans } from '../../../server/privacy/as-variables.ts';

const names = (customer: string[], agent: string[] = [], others: string[] = []) => ({ customer, agent, others });

describe('variables', () => {
  it.each([
    ['Hej Anna, Annas väska', ['Anna'], 'Hej {{customer.first_name}}, {{customer.first_name}}s väska'],
    ['Anna Ek skrev. Ek igen.', ['Anna Ek'], '{{customer.first_name}} skrev. [name] igen.'],
    ['Annat, Hanna, anna', ['Anna'], 'Annat, Hanna, anna'],
    ['Rose bought a rose', ['Rose'], '{{customer.first_name}} bought a rose'],
    ['Γεια σου Μαρία', ['Μαρία'], 'Γεια σου {{customer.first_name}}'],
    ['A+B och (x', ['A+', '(x'], 'A+B och {{customer.first_name}}'],
    ['Bokning [order number] gäller', [], 'Bokning {{order.number}} gäller'],
  ])('%s', (text, customer, expected) => {
    expect(asVariables(text, names(customer))).toBe(expected);
    expect(asVariables(expected, names(customer))).toBe(expected);
  });

  it('leave a token for anybody else, by the whole name and by its parts', () => {
    const text = 'Erik Berg ringde. Eriks väska kom till Berg, Anna såg bergen.';
    const expected = '[name] ringde. [name]s väska kom till [name], {{customer.first_name}} såg bergen.';
    expect(asVariables(text, names(['Anna'], [], ['Erik Berg']))).toBe(expected);
  });

  it('leave text alone for names that say nothing', () => {
    expect(asVariables('a b c', names(['', ' ', 'a'], ['b']))).toBe('a b c');
  });

  it('are found where they stand', () => {
    const text = 'Hej {{customer.first_name}} [e-mail] {{fact.bag_fee}} [not ours]';
    expect(variableSpans(text).map(({ span }) => text.slice(...span))).toEqual(['{{customer.first_name}}', '[e-mail]']);
  });
});

describe('names', () => {
  const greetings = ['Hej {name}!', 'Γεια σας,', 'Hi {name},'];
  it('are those greeted at the start of a line, in the bank’s words', () => {
    expect(namesGreeted('Hej Anna!\nHi Bo, hej Cecilia', greetings)).toEqual(['Anna', 'Bo']);
    expect(namesGreeted('Hej på dig\nHejsan Anna!', greetings)).toEqual([]);
  });

  it.each([
    ['Var är den? Mvh Karin Ek', ['Karin Ek']],
    ['... vänliga hälsningar,\nJean-Luc', ['Jean-Luc']],
    ['Με εκτίμηση, Μαρία Παππά', ['Μαρία Παππά']],
    ['Where is it? Thanks!\nO’Neil.', ['O’Neil']],
    ['tack för hjälpen', []],
    ['Mvh', []],
  ])('are those under a message: %j', (text, expected) => expect(nameSigned(text)).toEqual(expected));
});
