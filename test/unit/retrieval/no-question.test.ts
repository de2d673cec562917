import { expect, test } from 'vitest';
import { asksNothing } from '../../../server/retrieval/no-question.ts';

test.each([
  'Tack!',
  'tack så mycket för hjälpen',
  'Tusen takk for rask hjelp!',
  'mange tak',
  'Kiitos paljon!',
  'Ευχαριστώ πολύ!',
  'thanks so much, great service',
  'Toppen',
  '👍',
  '❤️❤️',
  '!!!',
  '',
  'ok',
])('%j asks nothing', (text) => expect(asksNothing(text)).toBe(true));

test.each([
  'tack, men var är min väska',
  'Tack! När går bussen?',
  'min resa',
  'pengar tillbaka',
  'tack för inget, ni har tappat bort min väska igen',
  'refund',
  'ok?',
  'bra men 500 kr saknas',
  'Ευχαριστώ, αλλά πού είναι η βαλίτσα μου;',
  'flyget inställt',
])('%j may ask something', (text) => expect(asksNothing(text)).toBe(false));
