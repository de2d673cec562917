import { describe, expect, it } from 'vitest';
import type { Section, Text } from '../../../server/domain/article.ts';
import type { BankSettings, Voice } from '../../../server/domain/bank-settings.ts';
import { withoutMarkers, withoutOptional } from '../../../server/domain/optional-paragraph.ts';
import { channelRules } from '../../../server/services/channel-rules.ts';
import { composeReply, hasGreeted, type ReplySetting } from '../../../server/services/compose-reply.ts';
import { wordingsInTurn } from '../../../server/services/wordings-in-turn.ts';

const voice: Voice = {
  greeting: 'Γεια σας {name},',
  greetingNoName: 'Γεια σας,',
  signOff: 'Με εκτίμηση,\n{agent}',
  signOffShort: '– {agent}',
  greetings: [
    { channels: ['chat'], from: 5, until: 12, greeting: 'Καλημέρα {name},', greetingNoName: 'Καλημέρα σας,' },
    { channels: ['chat'], from: 22, until: 2, greeting: 'Καλό βράδυ {name},', greetingNoName: 'Καλό βράδυ,' },
  ],
  toPrivate: { 'facebook-comment': 'Στείλτε μας προσωπικό μήνυμα εδώ στο Facebook.' },
};
const channel = {
  setting: 'private',
  limit: null,
  good: 400,
  unit: 'chars',
  links: true,
  greeting: true,
  signOff: 'short',
  replyWindowHours: null,
  variantsFrom: [],
} as const;
const settings = (own: Partial<Voice> = {}): BankSettings => ({
  name: 'Test',
  timeZone: 'Europe/Stockholm',
  languages: { el: { name: 'Ελληνικά', voice: { ...voice, ...own }, formLetter: [], neighbours: [] } },
  markets: { gr: { name: 'Ελλάδα', timeZone: 'Europe/Athens' }, se: { name: 'Sverige' } },
  channels: {
    chat: { ...channel, variantsFrom: [] },
    sms: { ...channel, unit: 'sms', good: 2, variantsFrom: [] },
    phone: { ...channel, spoken: true, variantsFrom: [] },
    whatsapp: { ...channel, replyWindowHours: 24, variantsFrom: [] },
    'facebook-comment': { ...channel, setting: 'public', variantsFrom: [] },
  },
  headings: {},
  synonyms: {},
  trustedDomains: [],
  orderNumbers: ['\\bNB-\\d{6}\\b'],
  gaps: { from: 3 },
  suggest: { rightOfTen: 6 },
  floors: { top3: 0.9, held: 0.9 },
});

const section = (channelName: string | null, markdown: string, alternative = 1): Section => ({
  name: 'reply',
  channel: channelName,
  alternative,
  heading: 'Reply',
  markdown,
  line: 1,
});
const text = (...sections: Section[]) =>
  ({ id: 'a', lang: 'el', path: 'articles/a.el.md', sections }) as unknown as Text;
const setting = (changes: Partial<ReplySetting> = {}): ReplySetting => ({
  channel: 'chat',
  market: 'gr',
  now: new Date('2026-11-23T09:30:00Z'),
  facts: {} as ReplySetting['facts'],
  settings: settings(),
  greeted: false,
  thread: null,
  stale: undefined,
  ...changes,
});

describe('the greeting', () => {
  const greeting = (changes: Partial<ReplySetting>) =>
    composeReply(text(section(null, 'Ναι.')), setting(changes))?.greeting;

  it.each([
    ['2026-11-23T09:30:00Z', 'gr', 'Καλημέρα {name},'],
    ['2026-11-23T10:30:00Z', 'gr', 'Γεια σας {name},'],
    ['2026-11-23T10:30:00Z', 'se', 'Καλημέρα {name},'],
    ['2026-11-23T23:30:00Z', 'gr', 'Καλό βράδυ {name},'],
  ])('at %s in %s is %s', (now, market, expected) => {
    expect(greeting({ now: new Date(now), market })).toBe(expected);
  });

  it('has no hour in channels that the voice does not name', () => {
    expect(greeting({ channel: 'sms' })).toBe('Γεια σας {name},');
  });

  it('has no name in public where the voice forbids it, also when only the host knows that it is public', () => {
    const careful = settings({ nameInPublic: false });
    expect(greeting({ channel: 'facebook-comment', settings: careful })).toBe('Γεια σας,');
    expect(
      greeting({ channel: 'chat', setting: 'public', settings: careful, now: new Date('2026-11-23T15:00:00Z') }),
    ).toBe('Γεια σας,');
    expect(greeting({ channel: 'sms', settings: careful })).toBe('Γεια σας {name},');
  });

  it.each([
    'God kväll Anna!',
    'Kjære kunde',
    'Hyvää iltaa',
    'Good morning Tom',
    'Αγαπητέ κύριε',
    'Καλησπέρα σας',
    'Hejsan',
  ])('is known in "%s"', (words) => {
    expect(hasGreeted([{ from: 'agent', text: words }])).toBe(true);
    expect(hasGreeted([{ from: 'customer', text: words }])).toBe(false);
  });
});

describe('paragraphs marked optional', () => {
  it.each([
    ['One.\n\n<!-- optional -->\nTwo.\n\nThree.', 'One.\n\nThree.'],
    ['One.\n\n<!-- optional -->\n\nTwo.', 'One.'],
    ['One.\n\nTwo. <!-- Optional -->\n\nThree.', 'One.\n\nThree.'],
    ['One.\n\nTwo.', null],
    ['<!-- optional -->\nOne.', null],
    ['One. <!-- a note -->\n\nTwo.', null],
  ])('%j shortens to %j', (markdown, shorter) => {
    expect(withoutOptional(markdown)).toBe(shorter);
  });

  it('leave no mark behind where they stay', () => {
    expect(withoutMarkers('One.\n\n<!-- optional -->\nTwo.')).toBe('One.\n\nTwo.');
    const made = composeReply(text(section(null, 'Ένα.\n\n<!-- optional -->\nΔύο.')), setting());
    expect(made?.markdown).toBe('Ένα.\n\nΔύο.');
    expect(made?.shorter).toEqual(['Ένα.']);
  });
});

describe('shorter wordings', () => {
  const long = section(null, 'Μεγάλη απάντηση με πολλά λόγια. {{order.number}}');
  const sms = section('sms', 'Σύντομη. {{order.number}}');
  const plain = section('facebook-comment', 'Κάπως σύντομη.');
  const spoken = section('phone', 'Λόγια.');

  it('are other variants, longest first, never one that is spoken', () => {
    expect(composeReply(text(long, sms, plain, spoken), setting())?.shorter).toEqual([
      'Σύντομη. {{order.number}}',
      'Κάπως σύντομη.',
    ]);
  });

  it('hold no private value where everyone reads', () => {
    const made = composeReply(text(long, sms, spoken), setting({ channel: 'facebook-comment' }));
    expect(made?.shorter).toEqual([]);
  });
});

describe('several wordings', () => {
  const wordings = [
    'Ett svar om pengar till dig inom sju dagar.',
    'Du får allt tillbaka på kontot nästa vecka.',
    'Pengarna kommer, räkna med en vecka från idag.',
  ].map((markdown) => ({ markdown }));

  it('differ among ten conversations, and the same conversation meets the same', () => {
    const first = (key: string) => wordingsInTurn(wordings, { key, sent: [] })[0]?.markdown;
    const met = new Set(Array.from({ length: 10 }, (_, i) => first(`comment-${i}`)));
    expect(met.size).toBe(3);
    expect(first('comment-4')).toBe(first('comment-4'));
  });

  it('come last in a thread where they were sent, edited a little or not', () => {
    const sent: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const [next] = wordingsInTurn(wordings, { key: 'post-1', sent });
      sent.push(`Hej Anna! ${next?.markdown} /Sofia`);
    }
    expect(new Set(sent).size).toBe(3);
  });
});

describe('what the channel asks of any reply', () => {
  it('is public as its setting or the host says, with the one way to private messages', () => {
    expect(channelRules({ channel: 'facebook-comment' }, 'el', settings())).toMatchObject({
      setting: 'public',
      toPrivate: 'Στείλτε μας προσωπικό μήνυμα εδώ στο Facebook.',
      orderNumbers: ['\\bNB-\\d{6}\\b'],
    });
    expect(channelRules({ channel: 'facebook-comment', setting: 'private' }, 'el', settings())).toMatchObject({
      setting: 'private',
      toPrivate: null,
      orderNumbers: [],
    });
  });

  it('is spoken, or has a window', () => {
    expect(channelRules({ channel: 'phone' }, 'el', settings())?.spoken).toBe(true);
    expect(channelRules({ channel: 'whatsapp' }, 'el', settings())?.replyWindowHours).toBe(24);
    expect(channelRules({ channel: 'pigeon' }, 'el', settings())).toBeNull();
  });
});

it('a translation older than its source is said to be', () => {
  const stale = new Set(['articles/a.el.md']);
  expect(composeReply(text(section(null, 'Ναι.')), setting({ stale }))?.stale).toBe(true);
  expect(composeReply(text(section(null, 'Ναι.')), setting({ stale: new Set() }))?.stale).toBe(false);
});
