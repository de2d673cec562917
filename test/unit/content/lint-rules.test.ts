import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/domain/problem.ts';
import { articleText, problemsIn, problemsOf } from './bank-of.ts';

const REPLY = 'You get your money back within a week, and I write to you when it is sent.';
const SVAR = 'Du får pengarna inom en vecka, och jag skriver till dig när de är på väg.';

const reply = (markdown: string) => articleText({}, `## Reply\n${markdown}\n`);
const variant = (channel: string, markdown: string, base = REPLY) =>
  articleText({}, `## Reply\n${base}\n\n## Reply: ${channel}\n${markdown}\n`);

interface Case {
  rule: string;
  severity: Problem['severity'];
  breaking: string;
  clean: string;
  /** Where the breaking text is found, as `line:column`. */
  at: string;
  /** A part of the message. */
  says: string;
}

const CASES: Case[] = [
  {
    rule: 'optional-paragraph',
    severity: 'warning',
    breaking: reply(`<!-- optional -->\n${REPLY}`),
    clean: reply(`${REPLY}\n\n<!-- optional -->\nThis may be left out.`),
    at: '10:1',
    says: 'Everything',
  },
  {
    rule: 'optional-paragraph',
    severity: 'warning',
    breaking: reply(`${REPLY}\n\n<!-- valfritt -->\nThis may be left out.`),
    clean: reply(`${REPLY}\n\n<!-- a note to ourselves -->`),
    at: '12:1',
    says: 'no mark',
  },
  {
    rule: 'spoken-reply',
    severity: 'hint',
    breaking: variant('phone', 'You get it within a week. See https://nordbris.example/refund.'),
    clean: variant('phone', 'You get it within a week. I write to you when it is sent.'),
    at: '13:31',
    says: 'address aloud',
  },
  {
    rule: 'spoken-reply',
    severity: 'hint',
    breaking: variant('phone', 'It is on its way. It is sent today. You get it soon. It is all of it. I write to you.'),
    clean: variant('phone', 'It is on its way. You get it within a week.'),
    at: '12:1',
    says: '5 sentences',
  },
  {
    rule: 'dead-link',
    severity: 'error',
    breaking: reply('See [the rules](../rules.md), you get it within a week.'),
    clean: reply('See [the rules](refund.en.md), you get it within a week.'),
    at: '10:5',
    says: 'rules.md',
  },
  {
    rule: 'variant-too-long',
    severity: 'error',
    breaking: variant('sms', 'word '.repeat(130)),
    clean: variant('sms', 'word '.repeat(50)),
    at: '12:1',
    says: '5 SMS parts',
  },
  {
    rule: 'variant-too-long',
    severity: 'hint',
    breaking: variant('facebook-comment', 'word '.repeat(130)),
    clean: variant('facebook-comment', 'word '.repeat(110)),
    at: '12:1',
    says: 'people read about 400',
  },
  {
    rule: 'public-personal-data',
    severity: 'error',
    breaking: variant('facebook-comment', 'I am looking at {{order.number}} now.'),
    clean: variant('email', 'I am looking at {{order.number}} now.'),
    at: '13:17',
    says: '{{order.number}}',
  },
  {
    rule: 'public-personal-data',
    severity: 'error',
    breaking: variant('facebook-comment', 'Sure. Send your booking number here.'),
    clean: variant(
      'facebook-comment',
      'Sure. Send a private message with your booking number, so that nobody else sees it.',
    ),
    at: '13:17',
    says: 'booking number',
  },
  {
    rule: 'greeting-in-body',
    severity: 'warning',
    breaking: reply(`Hello! ${REPLY}`),
    clean: reply(`Highly understandable. ${REPLY}`),
    at: '10:1',
    says: 'Hello',
  },
  {
    rule: 'sign-off-in-body',
    severity: 'warning',
    breaking: reply(`${REPLY}\n\nKind regards,\nAnna`),
    clean: reply(`${REPLY} Many regard this as late.`),
    at: '12:1',
    says: 'Kind regards',
  },
  {
    rule: 'form-letter',
    severity: 'hint',
    breaking: articleText({ lang: 'sv' }, `## Svar\nVi beklagar eventuella olägenheter. ${SVAR}\n`),
    clean: articleText({ lang: 'sv' }, `## Svar\n${SVAR}\n`),
    at: '10:1',
    says: 'form letter',
  },
  {
    rule: 'no-next-step',
    severity: 'hint',
    breaking: reply('That was a bad day.'),
    clean: reply('That was a bad day. Answer here with the date.'),
    at: '9:1',
    says: 'no next step',
  },
  {
    rule: 'variant-facts',
    severity: 'warning',
    breaking: variant('sms', 'You get {{fact.bag_fee}} back.'),
    clean: variant('sms', 'You get {{ fact.bag_fee }} back.', `${REPLY} It is {{fact.bag_fee}}.`),
    at: '13:9',
    says: '{{fact.bag_fee}}',
  },
  {
    rule: 'variant-facts',
    severity: 'warning',
    breaking: variant('sms', 'You get 300 kr back.'),
    clean: variant('sms', 'You get 300 kronor back.', `${REPLY} It is 300 kr.`),
    at: '13:9',
    says: '300 kr',
  },
  {
    rule: 'variant-facts',
    severity: 'warning',
    breaking: variant('sms', 'It is sent on 24 December.'),
    clean: variant('sms', 'It is sent on 24 December.', `${REPLY} That is 24 December.`),
    at: '13:15',
    says: '24 December',
  },
  {
    rule: 'variant-facts',
    severity: 'warning',
    breaking: variant('sms', 'See https://nordbris.example/refund.'),
    clean: variant('sms', 'See https://nordbris.example/refund.', `${REPLY} See nordbris.example/refund/.`),
    at: '13:5',
    says: 'nordbris.example/refund',
  },
  {
    rule: 'foreign-link',
    severity: 'warning',
    breaking: reply(`${REPLY} See https://other.example/x.`),
    clean: reply(`${REPLY} See https://www.nordbris.example/x.`),
    at: '10:80',
    says: 'other.example',
  },
  {
    rule: 'foreign-link',
    severity: 'error',
    breaking: reply(`${REPLY} See [this](https://bit.ly/3xYz).`),
    clean: reply(`${REPLY} See [this](https://nordbris.example/3xYz).`),
    at: '10:80',
    says: 'bit.ly',
  },
  {
    rule: 'foreign-link',
    severity: 'warning',
    breaking: reply(`${REPLY} See evilnordbris.example/x.`),
    clean: reply(`${REPLY} See my.nordbris.example/x.`),
    at: '10:80',
    says: 'evilnordbris.example',
  },
  {
    rule: 'mixed-address',
    severity: 'hint',
    breaking: articleText({ lang: 'sv' }, `## Svar\n${SVAR} Sedan får Ni ett brev.\n`),
    clean: articleText({ lang: 'sv' }, `## Svar\n${SVAR} Sedan får du ett brev.\n`),
    at: '10:85',
    says: 'Ni',
  },
  {
    rule: 'unknown-fact',
    severity: 'error',
    breaking: reply(`${REPLY} It is {{fact.bag_fees}}.`),
    clean: reply(`${REPLY} It is {{fact.bag_fee}}.`),
    at: '10:82',
    says: 'bag_fees',
  },
  {
    rule: 'unknown-fact',
    severity: 'error',
    breaking: reply(`${REPLY} It is {{fact.constructor}}.`),
    clean: reply(`${REPLY} It is {{order.number}}.`),
    at: '10:82',
    says: 'constructor',
  },
  {
    rule: 'unknown-fact',
    severity: 'warning',
    breaking: reply(`${REPLY} It is {{fact.only_se}}.`),
    clean: articleText({ markets: '[se]' }, `## Reply\n${REPLY} It is {{fact.only_se}}.\n`),
    at: '10:82',
    says: 'no value today in fi',
  },
  {
    rule: 'unknown-channel',
    severity: 'warning',
    breaking: variant('facebok', REPLY),
    clean: variant('email', REPLY),
    at: '12:1',
    says: 'facebok',
  },
  {
    rule: 'unknown-market',
    severity: 'warning',
    breaking: articleText({ markets: '[se, xx]' }),
    clean: articleText({ markets: '[se, fi]' }),
    at: '8:15',
    says: 'xx',
  },
  {
    rule: 'unknown-language',
    severity: 'warning',
    breaking: articleText({ lang: 'de' }),
    clean: articleText({ lang: 'en' }),
    at: '4:7',
    says: '"de"',
  },
  {
    rule: 'no-reply',
    severity: 'warning',
    breaking: articleText({}, '## Resolution\nSend the money.\n'),
    clean: articleText({ state: 'wip' }, '## Resolution\nNobody knows yet.\n'),
    at: '6:8',
    says: 'no Reply',
  },
  {
    rule: 'html-or-script',
    severity: 'error',
    breaking: reply(`${REPLY}\n\n<script>alert(1)</script>`),
    clean: reply(`<!-- optional -->\n${REPLY} <https://nordbris.example/trips>`),
    at: '12:1',
    says: '<script>',
  },
  {
    rule: 'html-or-script',
    severity: 'error',
    breaking: reply(`${REPLY} [here](javascript:alert(1))`),
    clean: reply(`${REPLY} It costs 1 < 2 & 3 > 2.`),
    at: '10:76',
    says: 'javascript:',
  },
  {
    rule: 'html-or-script',
    severity: 'error',
    breaking: articleText({ title: '"<img src=x onerror=alert(1)>"' }),
    clean: articleText({ title: '"Bags < 8 kg"' }),
    at: '6:8',
    says: '<img',
  },
];

describe('Each rule finds what breaks it, where it stands, and nothing in a text that is right', () => {
  it.each(CASES)('$rule: $says', async ({ rule, severity, breaking, clean, at, says }) => {
    const found = (await problemsIn(breaking)).filter((problem) => problem.rule === rule);
    expect(found.map(({ line, column }) => `${line}:${column}`)).toContain(at);
    const [first] = found;
    expect(first?.severity).toBe(severity);
    expect(first?.message).toContain(says);
    expect(first?.fix).not.toBe('');
    expect((await problemsIn(clean)).filter((problem) => problem.rule === rule)).toEqual([]);
  });
});

describe('A reply that sends the customer away is found in every language', () => {
  const AWAY: Record<string, string[]> = {
    sv: [
      'Ring oss så löser vi det.',
      'Mejla oss på kundtjänst.',
      'Kontakta kundtjänst för hjälp.',
      'Vänligen ring kundtjänsten.',
      'Kontakta oss på 0771-12 34 56.',
      'Mejla info@nordbris.example.',
    ],
    nb: ['Ring oss, så ordner vi det.', 'Send en e-post til oss.', 'Ta kontakt med kundeservice.'],
    da: ['Ring til os, så ordner vi det.', 'Skriv en mail til os.', 'Kontakt vores kundeservice.'],
    fi: ['Soita meille, niin hoidamme asian.', 'Lähetä meille sähköpostia.', 'Ota yhteyttä asiakaspalveluun.'],
    el: ['Καλέστε μας για βοήθεια.', 'Στείλτε μας email.', 'Επικοινωνήστε με την εξυπηρέτηση πελατών.'],
    en: [
      'Please call us.',
      'Email us and we will help.',
      'Contact customer service.',
      'Give us a ring.',
      'Reach us at +46 8 123 456.',
      'Write to help@nordbris.example.',
    ],
  };
  const HEADING: Record<string, string> = { fi: 'Vastaus', el: 'Απάντηση', en: 'Reply' };
  const body = (lang: string, words: string) => `## ${HEADING[lang] ?? 'Svar'}\n${words}\n`;
  const away = async (text: string) => (await problemsIn(text)).filter(({ rule }) => rule === 'sends-away');

  it.each(Object.entries(AWAY).flatMap(([lang, all]) => all.map((words) => [lang, words] as const)))(
    '%s: %s',
    async (lang, words) => {
      expect(await away(articleText({ lang }, body(lang, words)))).toHaveLength(1);
    },
  );

  it.each([
    ['sv', 'Svara här med bokningsnumret, så ringer jag dig.'],
    ['nb', 'Svar her, så ringer jeg deg.'],
    ['da', 'Svar her, så ringer jeg til dig.'],
    ['fi', 'Vastaa tähän, niin soitan sinulle.'],
    ['el', 'Απαντήστε εδώ και σας καλώ εγώ.'],
    ['en', 'Answer here and I will call you; the e-mail with the receipt comes today.'],
  ])('%s is left alone when we are the ones who act: %s', async (lang, words) => {
    expect(await away(articleText({ lang }, body(lang, words)))).toEqual([]);
  });

  it('is silent where the customer asked for a number, where the law sends them on, and in a hand-over', async () => {
    const words = body('en', 'Call us on the number in the app.');
    expect(await away(articleText({ questions: '["what is your phone number?"]' }, words))).toEqual([]);
    expect(await away(articleText({ redirect: '{to: "112", because: emergency}' }, words))).toEqual([]);
    expect(await away(articleText({ handling: 'hand-over' }, words))).toEqual([]);
    expect(await away(articleText({}, words))).toHaveLength(1);
  });
});

describe('Personal data', () => {
  const finder = (text: string) =>
    [...text.matchAll(/\S+@\S+\.example|\b\d[\d ]{5,}\d\b/g)].map(({ 0: found, index }) => ({
      kind: found.includes('@') ? ('email' as const) : ('phone' as const),
      span: [index, index + found.length] as [number, number],
    }));
  const data = async (text: string) => (await problemsIn(text, finder)).filter(({ rule }) => rule === 'personal-data');

  it('is an error at its place in body and front matter, and the value is never printed', async () => {
    const fields = { questions: '["I am anna@mail.example, help"]' };
    const found = await data(articleText(fields, `## Reply\n${REPLY} Write to bo@mail.example.\n`));
    expect(found.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [7, 13, 'error'],
      [10, 85, 'error'],
    ]);
    expect(JSON.stringify(found)).not.toContain('mail.example');
  });

  it('is not looked for in fields that machines write', async () => {
    const fields = { translated_from: '{lang: sv, hash: "0123456789012345"}', etag: '"1234567890123"' };
    expect(await data(articleText(fields))).toEqual([]);
  });

  it('does not count crisis lines in a hand-over, but any other number there', async () => {
    const words = '## Reply\nLivslinien 70 201 201 listens. I write to you within an hour.\n';
    expect(await data(articleText({ handling: 'hand-over', kind: 'procedure' }, words))).toEqual([]);
    expect(await data(articleText({}, words))).toHaveLength(1);
    const other = words.replace('70 201 201', '70 201 202');
    expect(await data(articleText({ handling: 'hand-over', kind: 'procedure' }, other))).toHaveLength(1);
  });
});

describe('Rules over several texts', () => {
  const rulesOf = (problems: Problem[]) => problems.map(({ rule }) => rule);
  const swedish = (fields: Record<string, string> = {}) => articleText({ lang: 'sv', ...fields }, `## Svar\n${SVAR}\n`);

  it.each(['kind: case', 'audience: public', 'governance: compliance', 'owner: resor', 'tags: [a]', 'markets: [se]'])(
    'texts of one article that disagree are named: %s',
    async (field) => {
      const [key = '', value = ''] = field.split(': ');
      const other = swedish({ [key]: value });
      const found = await problemsOf({ 'articles/refund.en.md': articleText(), 'articles/refund.sv.md': other });
      expect(found.filter(({ rule }) => rule === 'texts-disagree').map(({ path }) => path)).toEqual([
        'articles/refund.sv.md',
      ]);
      expect(found.find(({ rule }) => rule === 'texts-disagree')?.message).toContain('articles/refund.en.md');
    },
  );

  it('texts that agree, with tags in another order, are left alone', async () => {
    const found = await problemsOf({
      'articles/refund.en.md': articleText({ tags: '[a, b]' }),
      'articles/refund.sv.md': swedish({ tags: '[b, a]', questions: '["när får jag pengarna"]' }),
    });
    expect(rulesOf(found).filter((rule) => rule !== 'missing-translation')).toEqual([]);
  });

  it('a file with another name than its id is a hint', async () => {
    const found = await problemsOf({ 'articles/money.md': articleText() });
    expect(found.find(({ rule }) => rule === 'file-name')).toMatchObject({
      severity: 'hint',
      path: 'articles/money.md',
    });
  });

  it('the same question in two articles is found whatever its letters and marks', async () => {
    const other = articleText({ id: 'other', title: 'Other', questions: '["When do I get my money back??"]' });
    const found = await problemsOf({ 'articles/refund.en.md': articleText(), 'articles/other.en.md': other });
    expect(found.filter(({ rule }) => rule === 'question-elsewhere')).toHaveLength(1);
  });

  it('a language that nobody near it covers is missing; neighbours count', async () => {
    const found = await problemsOf({ 'articles/refund.sv.md': swedish() });
    const missing = found.find(({ rule }) => rule === 'missing-translation');
    expect(missing?.severity).toBe('hint');
    expect(missing?.message).toContain('Suomi or Ελληνικά');
    expect(missing?.message).not.toMatch(/Norsk|Dansk|English/);
  });

  it('a translation is stale once what customers read has changed, and not for white space or internal words', async () => {
    const stale = async (source: string, hash: string) => {
      const other = swedish({ translated_from: `{lang: en, hash: "${hash}"}` });
      const found = await problemsOf({ 'articles/refund.en.md': source, 'articles/refund.sv.md': other });
      return found.find(({ rule }) => rule === 'stale-translation')?.message;
    };
    const first = await stale(articleText(), 'none');
    const hash = /hash is now ([0-9a-f]{64})/.exec(first ?? '')?.[1] ?? '';
    expect(hash).not.toBe('');
    expect(await stale(articleText(), hash)).toBeUndefined();
    expect(await stale(`${articleText()}\n\n## Internal\nAsk Bo.\n`, hash)).toBeUndefined();
    expect(await stale(articleText().replace('within a week', 'within  two weeks'), hash)).toContain('has changed');
  });

  it('names in part_of and supersedes must exist; an id that an article has taken over counts', async () => {
    const incident = (supersedes: string) =>
      articleText({ id: 'storm', kind: 'incident', title: 'Storm', questions: '[]', part_of: 'storm-all', supersedes });
    const files = { 'articles/refund.en.md': articleText({ redirects: '[old-refund]' }) };
    const found = await problemsOf({ ...files, 'incidents/storm.en.md': incident('[refund, old-refund, refnd]') });
    const dead = found.filter(({ rule }) => rule === 'dead-link').map(({ message }) => message);
    expect(dead).toEqual(['There is no article "storm-all".', 'There is no article "refnd".']);
  });

  it('a redirect from an article that is still there is named', async () => {
    const other = articleText({ id: 'other', title: 'Other', questions: '[]', redirects: '[refund]' });
    const found = await problemsOf({ 'articles/refund.en.md': articleText(), 'articles/other.en.md': other });
    expect(found.find(({ rule }) => rule === 'dead-link')?.message).toContain('still an article');
  });

  it('an incident needs its times and who approved it; its answers and templates do not', async () => {
    const body = '## Status\nStorm.\n\n## Reply\nYou get your money back within a week.\n';
    const incident = (fields: Record<string, string>) =>
      articleText({ kind: 'incident', questions: '[]', ...fields }, body);
    const missing = async (fields: Record<string, string>) =>
      (await problemsOf({ 'incidents/refund.en.md': incident(fields) }))
        .filter(({ rule }) => rule === 'incident-fields')
        .map(({ message }) => message);
    expect(await missing({})).toHaveLength(3);
    expect(await missing({ template: 'true' })).toEqual([]);
    const times = { valid_from: '2026-11-20T06:00:00+01:00', valid_until: '2026-11-21T06:00:00+01:00' };
    expect(await missing({ ...times, approved_by: 'Bo' })).toEqual([]);
    expect(await missing({ ...times, approved_by: 'Bo', valid_until: '2026-11-19T06:00:00+01:00' })).toEqual([
      'It ends before it begins.',
    ]);
  });
});
