import { describe, expect, it, test } from 'vitest';
import { bodyOfReply } from '../../../web-components/capture/body-of-reply.ts';
import { CaptureDrafts } from '../../../web-components/capture/drafts.ts';
import { cutAtTokens, originals } from '../../../web-components/capture/replaced.ts';
import { roughlyRedacted } from '../../../web-components/capture/rough-redaction.ts';

const NAMES = { customer: 'Karin', agent: 'Sofia' };

test.each([
  ['Hej Karin!\n\nVi har hittat väskan.\n\nVänliga hälsningar\nSofia', 'Vi har hittat väskan.'],
  ['Hej Karin! Vi har hittat väskan.\n/Sofia', 'Vi har hittat väskan.'],
  ['Γεια σας Μαρία,\nΒρήκαμε τη βαλίτσα.\nΜε εκτίμηση\nSofia', 'Βρήκαμε τη βαλίτσα.'],
  ['Hei,\nLaukku löytyi.\nYstävällisin terveisin\nSofia', 'Laukku löytyi.'],
  ['Hi Karin,\nThe bag is found.\nKind regards,\nSofia', 'The bag is found.'],
  ['Hej Karin, vi har hittat väskan.\n/Sofia', 'Vi har hittat väskan.'],
  ['Γεια σας Μαρία, όλα είναι έτοιμα.', 'Όλα είναι έτοιμα.'],
  ['Hi Karin, nordbris.example/refund has it.', 'nordbris.example/refund has it.'],
  ['Vi har hittat väskan. Hej då.', 'Vi har hittat väskan. Hej då.'],
  [
    'Hyvää oli että otit kuvan laukusta heti kentällä, se auttoi.',
    'Hyvää oli että otit kuvan laukusta heti kentällä, se auttoi.',
  ],
  ['Hej', ''],
])('what is kept of %j is the answer itself', (reply, body) => {
  expect(bodyOfReply(reply, NAMES)).toBe(body);
});

describe('what stood where a variable stands', () => {
  const spansOf = (draft: string) =>
    [...draft.matchAll(/\{\{[^}]+\}\}|\[[^\]]+\]/g)].map(({ 0: token, index }): [number, number] => [
      index,
      index + token.length,
    ]);
  it.each([
    ['Ring Karin på 070-123 45 67 nu', 'Ring {{customer.first_name}} på [phone] nu', ['Karin', '070-123 45 67']],
    ['Bokning AB-123456', 'Bokning {{order.number}}', ['AB-123456']],
    ['  Mvh Karin Ek\n', 'Mvh {{customer.first_name}} [name]', ['Karin', 'Ek']],
    ['{{order.number}} till Karin', '{{order.number}} till {{customer.first_name}}', [null, 'Karin']],
    ['nothing', 'nothing', []],
    ['något annat', 'helt {{order.number}} olikt', [null]],
  ])('in %j', (written, draft, was) => {
    expect(originals(written, draft, spansOf(draft)).map((each) => each.was)).toEqual(was);
  });

  it('is cut out so that it can be shown', () => {
    expect(cutAtTokens('a [phone] b', ['[phone]'])).toEqual([
      { text: 'a ', token: false },
      { text: '[phone]', token: true },
      { text: ' b', token: false },
    ]);
    expect(cutAtTokens('a', [])).toEqual([{ text: 'a', token: false }]);
  });
});

describe('drafts in the browser', () => {
  const FIELDS = {
    question: 'Karin, 070-123 45 67, karin@example.com',
    solution: 'Bokning AB-123456',
    title: '',
    tags: 'bagage',
  };
  const VARIABLES = { 'customer.first_name': 'Karin' };

  it('hold no personal data', () => {
    const { storage, all } = memory();
    expect(new CaptureDrafts('', storage).write('c1', FIELDS, VARIABLES)).toBe(true);
    expect(all()).not.toMatch(/Karin|070|karin@|AB-123456/);
    expect(new CaptureDrafts('', storage).read('c1')).toEqual({
      question: '{{customer.first_name}}, [number], [e-mail]',
      solution: 'Bokning [number]',
      title: '',
      tags: 'bagage',
    });
  });

  it('keep prices, dates and times, and what is redacted already', () => {
    for (const text of [
      '450 kr före kl. 14:30 den 3 mars',
      'skriv till [e-mail], {{order.number}}',
      'EU261 gäller',
      'inom 30 dagar',
    ])
      expect(roughlyRedacted(text, {})).toBe(text);
  });

  it('belong to one case on one server, and go when they are saved or old', () => {
    const { storage } = memory();
    const drafts = new CaptureDrafts('', storage);
    drafts.write('c1', FIELDS, {});
    expect(drafts.read('c2')).toBeNull();
    expect(new CaptureDrafts('https://other.example', storage).read('c1')).toBeNull();
    drafts.remove('c1');
    expect(drafts.read('c1')).toBeNull();
    storage.setItem('erfara-capture  c3', JSON.stringify({ question: 'x', at: Date.now() - 8 * 86_400_000 }));
    storage.setItem('erfara-capture  c4', '{broken');
    expect([drafts.read('c3'), drafts.read('c4'), storage.length]).toEqual([null, null, 0]);
  });

  it('say so when nothing can be kept', () => {
    expect(new CaptureDrafts('', null).write('c1', FIELDS, {})).toBe(false);
    expect(new CaptureDrafts('', memory().storage).write('', FIELDS, {})).toBe(false);
    const full = {
      ...memory().storage,
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Storage;
    expect(new CaptureDrafts('', full).write('c1', FIELDS, {})).toBe(false);
  });
});

function memory(): { storage: Storage; all: () => string } {
  const kept = new Map<string, string>();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (place: number) => [...kept.keys()][place] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
  return { storage, all: () => JSON.stringify([...kept]) };
}
