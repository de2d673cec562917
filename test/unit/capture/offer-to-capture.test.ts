import { describe, expect, it, test } from 'vitest';
import {
  NOTHING_OFFERED,
  notWorthSaving,
  type OfferMemory,
  offersToCapture,
  rememberOffer,
  type SentReply,
} from '../../../web-components/capture/offer-to-capture.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const ANSWER =
  'Hej Karin! Paraplyet ligger på stationen i Umeå. Visa ditt boardingkort i luckan så lämnar de ut det utan kostnad till och med fredag.';
const sent = (changes: Partial<SentReply> = {}): SentReply => ({
  text: ANSWER,
  inserted: 0,
  case: 'c1',
  at: NOW,
  ...changes,
});
const shownAgo = (...minutes: number[]): OfferMemory => ({
  shown: minutes.map((ago) => NOW - ago * MINUTE),
  quiet: [],
});

test.each<[string, Partial<SentReply>, OfferMemory, boolean]>([
  ['an answer of the agent’s own', {}, NOTHING_OFFERED, true],
  [
    'an answer in Greek',
    {
      text: 'Γεια σας! Η ομπρέλα σας βρίσκεται στο γραφείο απολεσθέντων του σταθμού. Δείξτε την κάρτα επιβίβασης και θα την παραλάβετε χωρίς χρέωση έως την Παρασκευή.',
    },
    NOTHING_OFFERED,
    true,
  ],
  ['an answer with an article in it', { inserted: 1 }, NOTHING_OFFERED, false],
  [
    'only thanks',
    { text: 'Tack för att du hörde av dig! Ha en trevlig dag. Vänliga hälsningar Sofia' },
    NOTHING_OFFERED,
    false,
  ],
  [
    'only thanks in Finnish',
    { text: 'Kiitoksia paljon! Hyvää päivänjatkoa. Ystävällisin terveisin Sofia' },
    NOTHING_OFFERED,
    false,
  ],
  ['a short reply', { text: 'Det är ordnat nu.' }, NOTHING_OFFERED, false],
  [
    'a question back',
    {
      text: 'Hej Karin! Kan du skriva bokningsnumret och vilket datum du reste, så att jag kan se vad som hände med väskan på vägen hem?',
    },
    NOTHING_OFFERED,
    false,
  ],
  [
    'a question back in Greek',
    {
      text: 'Μπορείτε να μου στείλετε τον αριθμό κράτησης και την ημερομηνία του ταξιδιού για να δω τι συνέβη με τη βαλίτσα σας;',
    },
    NOTHING_OFFERED,
    false,
  ],
  ['an empty reply', { text: '' }, NOTHING_OFFERED, false],
  ['a case that is not worth saving', {}, notWorthSaving(NOTHING_OFFERED, 'c1'), false],
  ['another case than the one not worth saving', { case: 'c2' }, notWorthSaving(NOTHING_OFFERED, 'c1'), true],
  ['a case that was offered before', {}, rememberOffer(NOTHING_OFFERED, { case: 'c1', at: NOW - 3 * MINUTE }), false],
  ['the third time in an hour', {}, shownAgo(50, 5), true],
  ['the fourth time in an hour', {}, shownAgo(50, 30, 5), false],
  ['three times, one of them more than an hour ago', {}, shownAgo(61, 30, 5), true],
  ['a host without references', { case: '' }, notWorthSaving(NOTHING_OFFERED, ''), true],
])('%s', (_, changes, memory, expected) => {
  expect(offersToCapture(sent(changes), memory)).toBe(expected);
});

describe('what is remembered', () => {
  it('holds the last hour of lines and a bounded number of cases', () => {
    const memory = rememberOffer(shownAgo(61, 30), { case: 'c9', at: NOW });
    expect(memory).toEqual({ shown: [NOW - 30 * MINUTE, NOW], quiet: ['c9'] });
    let many = NOTHING_OFFERED;
    for (let i = 0; i < 500; i += 1) many = notWorthSaving(many, `c${i}`);
    expect(many.quiet).toHaveLength(200);
    expect(many.quiet.at(-1)).toBe('c499');
    expect(NOTHING_OFFERED).toEqual({ shown: [], quiet: [] });
  });
});
