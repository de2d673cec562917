import { describe, expect, it } from 'vitest';
import type { Text } from '../../../server/domain/article.ts';
import type { Ctx, Principal } from '../../../server/domain/principal.ts';
import { MemoryEventBus } from '../../../server/events/memory-event-bus.ts';
import type { FlagQuery, LedgerCapture, LedgerFlag } from '../../../server/ports/ledger.ts';
import { answerFlag } from '../../../server/services/answer-flag.ts';
import { flagArticle } from '../../../server/services/flag-article.ts';
import { followEvents } from '../../../server/services/follow-events.ts';
import { listFlags } from '../../../server/services/list-flags.ts';
import { liveBank } from '../../../server/services/live-bank.ts';
import { phrasingPlace } from '../../../server/services/phrasing-place.ts';
import { undoCapture } from '../../../server/services/undo-capture.ts';

const text = (more: Partial<Text>): Text =>
  ({
    ...{ id: 'a', lang: 'sv', kind: 'faq', title: 'T', state: 'validated', audience: 'internal', sections: [] },
    ...{ governance: 'experience', markets: null, brands: null, tags: [], questions: [], notFor: [], redirects: [] },
    ...{ validFrom: null, validUntil: null, incident: null, path: 'articles/a.sv.md', etag: 'e' },
    ...more,
  }) as Text;
const article = (more: Partial<Text> = {}) => ({ id: more.id ?? 'a', texts: [text(more)] });
const bankOf = (...articles: ReturnType<typeof article>[]) =>
  liveBank({ articles, facts: {}, settings: {} as never, problems: [] });

const ctx = (id: string, more: Partial<Principal> = {}): Ctx => ({
  principal: { id, scopes: ['suggest', 'feedback', 'capture'], audience: 'internal', filter: null, ...more },
  now: new Date('2026-11-22T12:00:00Z'),
  requestId: 'r',
  signal: null,
  locale: 'sv',
});
const editor = (id: string) => ctx(id, { scopes: ['feedback', 'edit'] });
const author = (id: string) => `author of ${id}`;
const redact = (words: string) => words.replaceAll('secret', '[gone]');

function flags() {
  const kept: LedgerFlag[] = [];
  const ledger = {
    async addFlag(flag: LedgerFlag) {
      if (kept.some(({ id }) => id === flag.id)) return false;
      kept.unshift(flag);
      return true;
    },
    flags: async (query: FlagQuery) =>
      kept.filter((flag) => query.author === undefined || flag.author === query.author).slice(0, query.limit),
    flag: async (id: string) => kept.find((flag) => flag.id === id) ?? null,
    async answerFlag(id: string, answer: { answer: string; answeredAt: string }) {
      const flag = kept.find((each) => each.id === id);
      if (flag) Object.assign(flag, answer);
      return flag !== undefined;
    },
  };
  const events = new MemoryEventBus();
  const bank = () => bankOf(article(), article({ id: 'public', audience: 'public' }));
  const deps = { ledger, events, bank, author, redact };
  return { ...deps, flag: flagArticle(deps), list: listFlags(deps), answer: answerFlag(deps) };
}
const ABOUT = { article: { id: 'a', lang: 'sv' }, comment: 'a secret' };

describe('flags', () => {
  it('are seen by whoever wrote them and by editors, and tell nobody whose they are', async () => {
    const { flag, list } = flags();
    await flag(ABOUT, ctx('anna'));
    await flag(ABOUT, ctx('bo'));
    expect((await list({}, ctx('anna'))).flags).toMatchObject([{ mine: true, comment: 'a [gone]' }]);
    const seen = (await list({}, editor('eva'))).flags;
    expect(seen).toMatchObject([{ mine: false }, { mine: false }]);
    expect(JSON.stringify(seen)).not.toMatch(/author|anna/);
    expect((await list({ mine: true }, editor('eva'))).flags).toEqual([]);
  });

  it('of articles that an editor may not read are not shown to them', async () => {
    const { flag, list } = flags();
    await flag(ABOUT, ctx('anna'));
    await flag({ ...ABOUT, article: { id: 'public', lang: 'sv' } }, ctx('anna'));
    const partner = ctx('pia', { scopes: ['feedback', 'edit'], audience: 'partner' });
    expect((await list({}, partner)).flags.map((each) => each.article.id)).toEqual(['public']);
  });

  it('of others cannot be had by sending their id', async () => {
    const { flag } = flags();
    const { id } = await flag(ABOUT, ctx('anna'));
    await expect(flag({ ...ABOUT, id }, ctx('bo'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('need their scope, and an answer the editor’s', async () => {
    const { flag, list, answer } = flags();
    const nobody = ctx('n', { scopes: ['suggest'] });
    for (const work of [flag(ABOUT, nobody), list({}, nobody), answer({ id: 'x', answer: 'y' }, ctx('anna'))]) {
      await expect(work).rejects.toMatchObject({ code: 'missing-scope' });
    }
  });

  it('that are answered are told to whoever flagged and to nobody else', async () => {
    const { flag, answer, events } = flags();
    const follow = followEvents({ events, author, most: 5 });
    const [anna, bo] = [follow({}, ctx('anna')), follow({}, ctx('bo'))];
    const { id } = await flag(ABOUT, ctx('anna'));
    await answer({ id, answer: 'Mended.' }, editor('eva'));
    events.publish({ type: 'index-changed', version: 2 }, { to: 'all' });
    const first = async ({ events: heard }: typeof anna) => (await heard[Symbol.asyncIterator]().next()).value?.type;
    expect(await first(anna)).toBe('flag-answered');
    expect(await first(bo)).toBe('index-changed');
    anna.end();
    bo.end();
  });
});

describe('events', () => {
  it('need their scope', () => {
    const follow = followEvents({ events: new MemoryEventBus(), author, most: 5 });
    expect(() => follow({}, ctx('n', { scopes: ['edit'] }))).toThrow(
      expect.objectContaining({ code: 'missing-scope' }),
    );
  });

  it('about an article reach those who may read it, by audience and by filter', async () => {
    const events = new MemoryEventBus();
    const follow = followEvents({ events, author, most: 5 });
    const only = { op: 'eq', field: 'lang', value: 'fi' } as const;
    const followed = [ctx('in'), ctx('out', { audience: 'public' }), ctx('fi', { filter: only })].map((each) =>
      follow({}, each),
    );
    const about = { to: 'readers', article: article({ state: 'not-validated' }) } as const;
    events.publish({ type: 'case-captured', article: { id: 'a', lang: 'sv' }, title: 'T' }, about);
    events.publish({ type: 'index-changed', version: 2 }, { to: 'all' });
    const heard = await Promise.all(
      followed.map(async (each) => (await each.events[Symbol.asyncIterator]().next()).value?.type),
    );
    expect(heard).toEqual(['case-captured', 'index-changed', 'index-changed']);
  });

  it('leave a place that is given back twice counted once', () => {
    const follow = followEvents({ events: new MemoryEventBus(), author, most: 1 });
    const first = follow({}, ctx('anna'));
    first.end();
    first.end();
    follow({}, ctx('anna'));
    expect(() => follow({}, ctx('anna'))).toThrow(expect.objectContaining({ code: 'busy' }));
  });
});

describe('undo', () => {
  const captured: LedgerCapture = {
    ...{ id: 'c-1', at: '2026-11-22T11:30:00.000Z', author: author('anna'), article: { id: 'c-1', lang: 'sv' } },
    ...{ path: 'articles/cases/c-1.sv.md', etag: 'e', question: null },
  };
  const undo = (removed: string[]) =>
    undoCapture({
      bank: () => bankOf(),
      author,
      makeVisible: () => ({ version: Promise.resolve(3), done: Promise.resolve() }),
      ledger: { capture: async (id) => (id === captured.id ? captured : null), removeCapture: async () => undefined },
      writer: {
        remove: async ({ path }: { path: string }) => void removed.push(path),
      } as never,
    });

  it('is for whoever captured, within the hour', async () => {
    const removed: string[] = [];
    await expect(undo(removed)('c-1', ctx('bo'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(undo(removed)('c-1', ctx('anna', { scopes: ['edit'] }))).rejects.toMatchObject({
      code: 'missing-scope',
    });
    const late = { ...ctx('anna'), now: new Date('2026-11-22T12:30:00Z') };
    await expect(undo(removed)('c-1', late)).rejects.toMatchObject({ code: 'too-late' });
    expect(removed).toEqual([]);
    expect(await undo(removed)('c-1', ctx('anna'))).toEqual({ id: 'c-1', lang: 'sv', visibleAt: 3 });
    expect(removed).toEqual([captured.path]);
  });
});

describe('a phrasing', () => {
  it('is added by anybody to what experience made, and only by an editor to what its owner answers for', () => {
    const owned = bankOf(article({ governance: 'compliance' }));
    const place = { path: 'articles/a.sv.md', id: 'a', lang: 'sv' };
    expect(phrasingPlace('a', 'sv', 'q', { bank: bankOf(article()), ctx: ctx('anna') })).toEqual(place);
    expect(phrasingPlace('a', 'sv', 'q', { bank: owned, ctx: editor('eva') })).toEqual(place);
    expect(() => phrasingPlace('a', 'sv', 'q', { bank: owned, ctx: ctx('anna') })).toThrow(
      expect.objectContaining({ code: 'missing-scope', details: [expect.objectContaining({ rule: 'governance' })] }),
    );
  });

  it('of an article that the agent may not read is told that there is none', () => {
    const customer = ctx('c', { audience: 'customer' });
    expect(() => phrasingPlace('a', 'sv', 'q', { bank: bankOf(article()), ctx: customer })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
