import { describe, expect, it } from 'vitest';
import type { Article, Text } from '../../../../server/domain/article.ts';
import type { Ctx } from '../../../../server/domain/principal.ts';
import type { LedgerEvent, LedgerQuery } from '../../../../server/ports/ledger.ts';
import { type LiveBank, liveBank } from '../../../../server/services/live-bank.ts';
import { draftsWaiting } from '../../../../server/services/work/drafts-waiting.ts';
import { listWork } from '../../../../server/services/work/list-work.ts';
import { dueOn } from '../../../../server/services/work/review-due.ts';
import type { Traffic } from '../../../../server/services/work/traffic.ts';
import { trafficOf } from '../../../../server/services/work/traffic.ts';
import { missingTranslations, oldTranslations } from '../../../../server/services/work/translations.ts';
import { unusedArticles } from '../../../../server/services/work/unused.ts';
import { workId } from '../../../../server/services/work/work-source.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const ctx = (more: Partial<Ctx['principal']> = {}): Ctx => ({
  principal: { id: 'editor', scopes: ['edit'], audience: 'internal', filter: null, ...more },
  now: NOW,
  requestId: 'r',
  signal: null,
  locale: 'en',
});

const text = (more: Partial<Text>): Text => ({
  ...{ id: 'bag-fee', lang: 'sv', kind: 'faq', title: 'Avgift', state: 'validated', audience: 'public' },
  ...{ governance: 'experience', markets: null, brands: null, owner: null, causeOwner: null, handling: 'answer' },
  ...{ verifiedAt: null, tags: [], questions: [], notFor: [], translatedFrom: null, redirects: [] },
  ...{ validFrom: null, validUntil: null, incident: null, sections: [], etag: 'e' },
  path: `articles/${more.id ?? 'bag-fee'}.${more.lang ?? 'sv'}.md`,
  ...more,
});
const bankOf = (articles: Article[], more: Partial<LiveBank> = {}): LiveBank =>
  liveBank({
    articles,
    facts: {},
    settings: { languages: { sv: {}, en: {}, el: {} }, timeZone: 'UTC' } as never,
    problems: [],
    ...more,
  });
const busy =
  (used: Record<string, number>, asked: Traffic['asked'] = []) =>
  async (): Promise<Traffic> => {
    const uses = (id: string, lang?: string) => used[lang === undefined ? id : `${id} ${lang}`] ?? 0;
    return { days: 14, uses, usesAWeek: (id, lang) => uses(id, lang) / 2, asked };
  };

describe('translations', () => {
  const articles = [{ id: 'bag-fee', texts: [text({ owner: 'bagage' }), text({ lang: 'en' })] }];
  const asked = (lang: string, cases: number) => [
    { articleId: 'bag-fee', lang, cases, firstAt: '2026-11-20T00:00:00Z' },
  ];
  const missing = (lang: string, cases: number) =>
    missingTranslations({ bank: () => bankOf(articles), traffic: busy({}, asked(lang, cases)) })(ctx());

  it('are missing where customers wrote in a language of the bank that the article lacks, and not before', async () => {
    expect(await missing('el', 6)).toMatchObject([
      { id: 'translation-missing:bag-fee:el', weight: 1.5, owner: 'bagage', languages: ['el'], action: 'translate' },
    ]);
    expect(await missing('el', 4)).toEqual([]);
    expect(await missing('en', 60)).toEqual([]);
    expect(await missing('tr', 60)).toEqual([]);
  });

  it('are old where the source has changed and customers still get them', async () => {
    const texts = [text({}), text({ lang: 'en', translatedFrom: { lang: 'sv', hash: 'h' } })];
    const bank = () => bankOf([{ id: 'bag-fee', texts }], { stale: new Set(['articles/bag-fee.en.md']) });
    const old = (uses: number) => oldTranslations({ bank, traffic: busy({ 'bag-fee en': uses }) })(ctx());
    const [item] = await old(10);
    expect(item).toMatchObject({ id: 'translation-old:bag-fee:en', weight: 1 });
    expect(item?.articles.map(({ lang }) => lang)).toEqual(['en', 'sv']);
    expect(await old(2)).toEqual([]);
  });
});

describe('what was used lately', () => {
  const event = (id: string, more: Partial<LedgerEvent>): LedgerEvent => ({
    id,
    type: 'insert',
    at: NOW.toISOString(),
    receivedAt: NOW.toISOString(),
    agent: 'a',
    article: { id: 'bag-fee', lang: 'sv' },
    ...more,
  });
  const query = (id: string, more: Partial<LedgerQuery>): LedgerQuery => ({
    ...{ id, at: NOW.toISOString(), agent: 'a', case: null, customer: null, channel: null, market: null },
    ...{ lang: 'el', text: null, by: 'suggest' },
    asks: [{ text: null, reason: null, article: { id: 'bag-fee', lang: 'sv' }, relevance: 0.9 }],
    ...more,
  });
  const count = (events: LedgerEvent[], queries: LedgerQuery[] = []) =>
    trafficOf({ ledger: { eventsBetween: async () => events, queries: async () => queries } })(ctx());

  it('counts a case once, however often its answer was inserted and sent, and nothing that was taken back', async () => {
    const traffic = await count([
      event('1', { case: 'A' }),
      event('2', { case: 'A', type: 'sent' }),
      event('3', { requestId: 'r1' }),
      event('4', { requestId: 'r1', type: 'sent' }),
      event('5', { case: 'B' }),
      event('6', { type: 'undo', undoes: '5', article: undefined as never }),
      event('7', { case: 'C', type: 'impression' }),
    ]);
    expect(traffic.uses('bag-fee')).toBe(2);
    expect(traffic.uses('bag-fee', 'sv')).toBe(2);
    expect(traffic.uses('bag-fee', 'en')).toBe(0);
    expect(traffic.usesAWeek('bag-fee')).toBe(1);
  });

  it('counts cases in which an article fitted, by the language that was written in', async () => {
    const { asked } = await count(
      [],
      [query('1', { case: 'A' }), query('2', { case: 'A' }), query('3', { customer: 'k' })],
    );
    expect(asked).toMatchObject([{ articleId: 'bag-fee', lang: 'el', cases: 2 }]);
  });
});

describe('an article that nobody used', () => {
  const articles = [
    { id: 'used', texts: [text({ id: 'used' })] },
    { id: 'idle', texts: [text({ id: 'idle' })] },
    { id: 'young', texts: [text({ id: 'young' })] },
    { id: 'rule', texts: [text({ id: 'rule', governance: 'compliance' })] },
    { id: 'threat', texts: [text({ id: 'threat', handling: 'hand-over' })] },
  ];
  const unused = (yearAgo: unknown[]) =>
    unusedArticles({
      bank: () => bankOf(articles),
      ledger: {
        uses: async () => new Map([['used', 1]]),
        eventsBetween: async () => yearAgo as LedgerEvent[],
        textNotes: async () => [{ article: { id: 'young', lang: 'sv' }, newAt: '2026-09-01T00:00:00Z' } as never],
      },
    })(ctx());

  it('is to be archived after a year, not when it is young, a rule, or for emergencies', async () => {
    expect((await unused([{}])).map(({ id }) => id)).toEqual(['unused:idle']);
  });

  it('is left alone while the ledger is younger than that', async () => {
    expect(await unused([])).toEqual([]);
  });
});

describe('a review', () => {
  it('is due by the calendar for what is governed alone, at a month’s last day where it has no such day', () => {
    const due = (more: Partial<Text>) =>
      dueOn(text({ governance: 'compliance', verifiedAt: '2026-08-31', reviewEvery: 'P6M', ...more }));
    expect(due({})).toBe('2027-02-28');
    expect(due({ reviewEvery: 'P1Y2W' })).toBe('2027-09-14');
    expect(due({ governance: 'experience' })).toBeNull();
    expect(due({ reviewEvery: null })).toBeNull();
    expect(due({ verifiedAt: null })).toBe('0000-00-00');
  });
});

describe('the queue', () => {
  const item = (id: string, weight: number, more: object = {}) => ({
    ...{ id: workId('thin', id), kind: 'thin' as const, weight, owner: null, languages: ['sv'], since: '2026-11-01' },
    ...{ evidence: [], action: 'edit' as const, articles: [{ id, lang: 'sv', title: id }] },
    ...more,
  });
  const articles = [
    { id: 'open', texts: [text({ id: 'open' })] },
    { id: 'other', texts: [text({ id: 'other', tags: ['secret'] })] },
  ];
  const list = (items: ReturnType<typeof item>[], input = {}, who = ctx()) =>
    listWork({ bank: () => bankOf(articles), sources: [async () => items, async () => items.slice(0, 1)] })(input, who);

  it('comes in order of harm, each item once, with counts that no limit cuts', async () => {
    const { items, counts } = await list([item('other', 1), item('open', 5)], { limit: 1 });
    expect(items.map(({ id }) => id)).toEqual(['thin:open']);
    expect(counts).toEqual([{ kind: 'thin', count: 2 }]);
  });

  it('names nothing that the principal may not read, not as the other side either', async () => {
    const secret = ctx({ filter: { op: 'not', of: { op: 'has', field: 'tag', value: 'secret' } } });
    const both = item('open', 2, {
      id: 'duplicate:open:other',
      articles: ['open', 'other'].map((id) => ({ id, lang: 'sv', title: id })),
    });
    expect((await list([item('open', 1), item('other', 5), both], {}, secret)).items.map(({ id }) => id)).toEqual([
      'thin:open',
    ]);
  });

  it('is for editors inside alone, and shows each what they decide on', async () => {
    await expect(list([], {}, ctx({ scopes: ['search'] }))).rejects.toMatchObject({ code: 'missing-scope' });
    await expect(list([], {}, ctx({ audience: 'partner' }))).rejects.toMatchObject({ code: 'missing-scope' });
    const mine = ctx({ editor: { name: 'Anna', email: null, owns: ['resor'] } });
    const items = [item('open', 1, { owner: 'resor' }), item('other', 2, { owner: 'bagage' })];
    expect((await list(items, { mine: true }, mine)).items.map(({ id }) => id)).toEqual(['thin:open']);
    expect((await list(items, { owner: 'bagage' }, mine)).items.map(({ id }) => id)).toEqual(['thin:other']);
  });
});

describe('a draft', () => {
  const draft = (more: object) => ({
    ...{ id: 'bag-fee', lang: 'sv', base: null, at: '2026-11-22T11:00:00Z', by: 'Bo', proposal: false, mine: true },
    ...more,
  });
  const waiting = (drafts: ReturnType<typeof draft>[]) =>
    draftsWaiting({
      bank: () => bankOf([{ id: 'bag-fee', texts: [text({ owner: 'bagage' })] }]),
      drafts: async () => ({ requestId: 'r', drafts }),
      traffic: busy({ 'bag-fee': 20 }),
    })(ctx());

  it('waits for whoever may publish it, and one’s own when it was left for a day', async () => {
    expect(await waiting([draft({ proposal: true, mine: false })])).toMatchObject([
      { id: 'draft:bag-fee:sv:proposal', action: 'publish', owner: 'bagage', weight: 3.9 },
    ]);
    expect(await waiting([draft({ at: '2026-11-20T00:00:00Z' })])).toMatchObject([{ action: 'edit' }]);
    expect(await waiting([draft({}), draft({ proposal: true })])).toEqual([]);
  });
});
