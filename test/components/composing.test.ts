import { describe, expect, test } from 'vitest';
import { compose, type Surroundings } from '../../web-components/reply/compose.ts';
import { plainText } from '../../web-components/reply/plain-text.ts';
import { en } from '../../web-components/suggest/strings/en.ts';
import { reply } from './fixture-answers.ts';

const around = (changes: Partial<Surroundings> = {}): Surroundings => ({
  channel: 'chat',
  variables: { 'customer.first_name': 'Anna', 'agent.first_name': 'Sofia' },
  before: '',
  after: '',
  strings: en,
  said: [],
  ...changes,
});

describe('what is inserted', () => {
  test('a letter has its parts on lines of their own', () => {
    const letter = reply({ signOff: 'Vänliga hälsningar,\n{agent}, Nordbris' });
    expect(compose(letter, 'Så gör du.', around({ channel: 'email' })).text).toBe(
      'Hej Anna!\n\nSå gör du.\n\nVänliga hälsningar,\nSofia, Nordbris',
    );
  });

  test('a greeting is left out where the agent has greeted, in the box or earlier in the thread', () => {
    expect(compose(reply(), 'Så.', around({ before: 'Hej Anna! ' })).text).toBe('Så. /Sofia');
    expect(compose(reply(), 'Så.', around({ said: ['Γεια σας, τι κάνετε;'] })).text).toBe('Så. /Sofia');
    expect(compose(reply(), 'Så.', around({ said: ['Hejdlöst roligt.'] })).text).toBe('Hej Anna! Så. /Sofia');
  });

  test('a sign-off that stands in the box is not repeated', () => {
    expect(compose(reply(), 'Så.', around({ after: ' /Sofia' })).text).toBe('Hej Anna! Så.');
  });

  test('without the agent’s name the sign-off keeps the company, or goes', () => {
    const nameless = around({ variables: {} });
    expect(compose(reply({ signOff: 'Med hälsning,\n{agent}, Nordbris' }), 'Så.', nameless).text).toContain(
      'Med hälsning,\nNordbris',
    );
    expect(compose(reply({ signOff: '– {agent}' }), 'Så.', nameless).text).toBe('Hej! Så.');
  });

  test('a value that differs by market names each market', () => {
    const open = reply({ variables: [{ name: 'fact.bag_fee', value: null, choices: { se: '349 kr', fi: '35 €' } }] });
    const made = compose(open, 'Det kostar {{fact.bag_fee}}.', around());
    expect(made.tokens).toEqual(['[SE 349 kr / FI 35 €]']);
    expect(made.text).toContain('Det kostar [SE 349 kr / FI 35 €].');
  });

  test('words after a sentence of the agent’s begin apart from it', () => {
    expect(compose(reply(), 'Så.', around({ before: 'Hej! Trist.' })).text).toBe(' Så. /Sofia');
  });
});

describe('Markdown as plain text', () => {
  test.each([
    ['**allt** och _inget_', 'allt och inget'],
    ['[sidan](https://nordbris.example/refund)', 'sidan: https://nordbris.example/refund'],
    ['<https://nordbris.example>', 'https://nordbris.example'],
    ['- ett\n- två', '• ett\n• två'],
    ['1. ett\n2. två', '1. ett\n2. två'],
    ['en rad\nsom fortsätter', 'en rad som fortsätter'],
    ['ett\n\n\n\ntvå', 'ett\n\ntvå'],
    ['<!-- optional -->\nKanske.', 'Kanske.'],
    ['snake_case_name och 2 * 3 * 4', 'snake_case_name och 2 * 3 * 4'],
    ['5 \\* 3', '5 * 3'],
  ])('%j becomes %j', (markdown, text) => {
    expect(plainText(markdown, 'email')).toBe(text);
  });

  test('WhatsApp keeps its own bold', () => {
    expect(plainText('**allt**', 'whatsapp')).toBe('*allt*');
  });
});
