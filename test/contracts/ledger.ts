import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  Ledger,
  LedgerCapture,
  LedgerDecision,
  LedgerEvent,
  LedgerFlag,
  LedgerQuery,
  TextNote,
} from '../../server/ports/ledger.ts';

const event = (id: string, more: Partial<LedgerEvent> = {}): LedgerEvent => ({
  id: `01890000-0000-7000-8000-${id.padStart(12, '0')}`,
  type: 'insert',
  at: '2026-11-22T10:00:00.000Z',
  receivedAt: '2026-11-22T10:00:01.000Z',
  agent: 'a1',
  article: { id: 'bag-fee', lang: 'sv', etag: 'e' },
  ...more,
});

const flag = (id: string, more: Partial<LedgerFlag> = {}): LedgerFlag => ({
  id,
  at: '2026-11-22T10:00:00.000Z',
  author: 'anna',
  article: { id: 'bag-fee', lang: 'sv', etag: 'e' },
  comment: 'The amount is old.',
  problem: 'outdated',
  phrasing: 'hur mycket kostar väska',
  answer: null,
  answeredAt: null,
  ...more,
});

const capture = (id: string, more: Partial<LedgerCapture> = {}): LedgerCapture => ({
  id,
  at: '2026-11-22T10:00:00.000Z',
  author: 'anna',
  article: { id: 'lost-umbrella-1a2b', lang: 'sv' },
  path: 'articles/cases/lost-umbrella-1a2b.sv.md',
  etag: 'e',
  question: null,
  ...more,
});

const query = (id: string, more: Partial<LedgerQuery> = {}): LedgerQuery => ({
  id,
  at: '2026-11-22T10:00:00.000Z',
  agent: 'a1',
  case: 'CASE-1',
  customer: 'c1',
  channel: 'email',
  market: 'se',
  lang: 'sv',
  text: 'Var är mitt paraply?',
  asks: [{ text: 'Var är mitt paraply?', reason: 'below-bar', article: null, relevance: null }],
  by: 'suggest',
  ...more,
});

/** All of time. */
const EVER = { since: '2000', until: '3000' };

/** What every ledger promises. `open` gives an empty one; `reopen` the same one anew. */
export function ledgerContract(name: string, setup: { open(): Promise<Ledger>; reopen(): Promise<Ledger> }): void {
  describe(`${name} as a ledger`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await setup.open();
    });
    afterEach(() => ledger.close());

    it('counts an event sent twice once, in one batch or in two', async () => {
      expect(await ledger.record([event('1'), event('2'), event('1')])).toEqual({ accepted: 2, duplicates: 1 });
      expect(await ledger.record([event('2', { type: 'copy' }), event('3')])).toEqual({ accepted: 1, duplicates: 1 });
      expect(await ledger.uses('2026-01-01')).toEqual(new Map([['bag-fee', 3]]));
    });

    it('counts what was sent by several at once, each once', async () => {
      const batches = Array.from({ length: 8 }, () => Array.from({ length: 50 }, (_, i) => event(String(i))));
      const results = await Promise.all(batches.map((batch) => ledger.record(batch)));
      expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
      expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(350);
    });

    it('takes a batch of nothing and one of many', async () => {
      expect(await ledger.record([])).toEqual({ accepted: 0, duplicates: 0 });
      const many = Array.from({ length: 500 }, (_, i) => event(String(i)));
      expect(await ledger.record(many)).toEqual({ accepted: 500, duplicates: 0 });
    });

    it('still has what it acknowledged when it is opened again', async () => {
      await ledger.record([event('1')]);
      await ledger.close();
      ledger = await setup.reopen();
      expect(await ledger.record([event('1')])).toEqual({ accepted: 0, duplicates: 1 });
    });

    it('counts only inserts of articles, since the moment asked for', async () => {
      await ledger.record([
        event('1'),
        event('2', { article: { id: 'refund' } }),
        event('3', { article: { id: 'refund' }, receivedAt: '2026-10-01T00:00:00.000Z' }),
        event('4', { type: 'impression' }),
        event('5', { type: 'none-fit', article: undefined }),
      ]);
      expect(await ledger.uses('2026-11-01T00:00:00.000Z')).toEqual(
        new Map([
          ['bag-fee', 1],
          ['refund', 1],
        ]),
      );
    });

    it('forgets texts first and events later', async () => {
      await ledger.record([
        event('1', { receivedAt: '2025-01-01T00:00:00.000Z', text: 'old' }),
        event('2', { receivedAt: '2026-06-01T00:00:00.000Z', text: 'middle' }),
        event('3', { text: 'new' }),
      ]);
      const limits = { texts: '2026-09-01T00:00:00.000Z', events: '2026-01-01T00:00:00.000Z' };
      expect(await ledger.expire(limits)).toBe(2);
      expect(await ledger.expire(limits)).toBe(0);
      expect(await ledger.uses('2020-01-01')).toEqual(new Map([['bag-fee', 2]]));
    });

    it('keeps words in any script, and SQL as words', async () => {
      const text = 'Γειά σας 👩‍👩‍👧 \'); DROP TABLE events; -- \\ " %';
      expect(await ledger.record([event('1', { text, subject: text, case: text })])).toEqual({
        accepted: 1,
        duplicates: 0,
      });
      expect(await ledger.record([event('1')])).toEqual({ accepted: 0, duplicates: 1 });
    });

    it('keeps a flag once, word for word, and gives it back after it is opened again', async () => {
      const words = "Γειά 👩‍👩‍👧 '); DROP TABLE flags; -- % _";
      const kept = flag('f1', { comment: words, phrasing: null, article: { id: 'x', lang: 'el', etag: null } });
      expect(await ledger.addFlag(kept)).toBe(true);
      expect(await ledger.addFlag(flag('f1', { comment: 'other' }))).toBe(false);
      await ledger.close();
      ledger = await setup.reopen();
      expect(await ledger.flag('f1')).toEqual(kept);
      expect(await ledger.flag('f2')).toBeNull();
    });

    it('lists flags newest first, by author, state and article, a page at a time', async () => {
      for (const [id, minute] of [
        ['a', '01'],
        ['c', '02'],
        ['b', '02'],
        ['d', '03'],
      ]) {
        await ledger.addFlag(flag(id ?? '', { at: `2026-11-22T10:${minute}:00.000Z` }));
      }
      await ledger.addFlag(flag('e', { author: 'bo', article: { id: 'refund', lang: 'sv', etag: null } }));
      await ledger.answerFlag('d', { answer: 'Mended.', answeredAt: '2026-11-22T11:00:00.000Z' });
      const ids = async (query: Parameters<Ledger['flags']>[0]) => (await ledger.flags(query)).map(({ id }) => id);
      expect(await ids({ limit: 10 })).toEqual(['d', 'c', 'b', 'a', 'e']);
      expect(await ids({ limit: 2 })).toEqual(['d', 'c']);
      expect(await ids({ limit: 2, before: { at: '2026-11-22T10:02:00.000Z', id: 'c' } })).toEqual(['b', 'a']);
      expect(await ids({ limit: 10, author: 'bo' })).toEqual(['e']);
      expect(await ids({ limit: 10, articleId: 'refund' })).toEqual(['e']);
      expect(await ids({ limit: 10, state: 'answered' })).toEqual(['d']);
      expect(await ids({ limit: 10, state: 'open', author: 'anna' })).toEqual(['c', 'b', 'a']);
    });

    it('keeps the answer to a flag, and knows when there is no such flag', async () => {
      await ledger.addFlag(flag('f1'));
      const answer = { answer: 'Mended, thank you.', answeredAt: '2026-11-23T09:00:00.000Z' };
      expect(await ledger.answerFlag('f1', answer)).toBe(true);
      expect(await ledger.flag('f1')).toEqual(flag('f1', answer));
      expect(await ledger.answerFlag('f2', answer)).toBe(false);
    });

    it('forgets the phrasing of a flag first and the flag later', async () => {
      await ledger.addFlag(flag('old', { at: '2025-01-01T00:00:00.000Z' }));
      await ledger.addFlag(flag('middle', { at: '2026-06-01T00:00:00.000Z' }));
      await ledger.addFlag(flag('new'));
      const limits = { texts: '2026-09-01T00:00:00.000Z', events: '2026-01-01T00:00:00.000Z' };
      expect(await ledger.expire(limits)).toBe(2);
      expect(await ledger.flag('old')).toBeNull();
      expect(await ledger.flag('middle')).toMatchObject({ phrasing: null, comment: 'The amount is old.' });
      expect(await ledger.flag('new')).toEqual(flag('new'));
    });

    it('removes a flag, and knows when there is none', async () => {
      await ledger.addFlag(flag('f1'));
      expect(await ledger.removeFlag('f1')).toBe(true);
      expect(await ledger.removeFlag('f1')).toBe(false);
      expect(await ledger.flag('f1')).toBeNull();
    });

    it('keeps the last note of each text, and tells those to which something happened', async () => {
      const note = (lang: string, more: Partial<TextNote> = {}): TextNote => ({
        article: { id: 'bag-fee', lang },
        words: 'w1',
        checked: 'validated 2026-11-01',
        newAt: null,
        changedAt: null,
        validatedAt: null,
        ...more,
      });
      const many = Array.from({ length: 450 }, (_, place) => ({
        ...note('sv'),
        article: { id: `a-${place}`, lang: 'sv' },
      }));
      await ledger.noteTexts([]);
      await ledger.noteTexts([...many, note('sv'), note('en')]);
      const changed = note('sv', { words: 'w2', changedAt: '2026-11-22T10:00:00.000Z' });
      await ledger.noteTexts([changed]);
      expect(await ledger.textNotes()).toHaveLength(452);
      expect(await ledger.textNotes('2026-11-22T09:00:00.000Z')).toEqual([changed]);
      expect(await ledger.textNotes('2026-11-22T10:00:00.000Z')).toEqual([]);
      await ledger.noteTexts([note('en', { newAt: '2026-11-22T11:00:00.000Z' })]);
      await ledger.noteTexts([note('sv', { validatedAt: '2026-11-22T12:00:00.000Z' })]);
      expect(await ledger.textNotes('2026-11-22T10:00:00.000Z')).toHaveLength(2);
    });

    it('keeps a capture until it is removed or old, and the first of two with one id', async () => {
      await ledger.addCapture(capture('c1'));
      await ledger.addCapture(capture('c1', { author: 'bo' }));
      await ledger.addCapture(capture('c2', { question: 'Var är paraplyet?', at: '2026-01-01T00:00:00.000Z' }));
      expect(await ledger.capture('c1')).toEqual(capture('c1'));
      await ledger.expire({ texts: '2026-09-01T00:00:00.000Z', events: '2026-01-01T00:00:00.000Z' });
      expect(await ledger.capture('c2')).toBeNull();
      await ledger.removeCapture('c1');
      expect(await ledger.capture('c1')).toBeNull();
    });

    it('gives back what happened in a span of moments, oldest first and as it was told', async () => {
      const told = event('2', {
        at: '2026-11-20T10:00:00.000Z',
        type: 'sent',
        text: 'Γειά 👩‍👩‍👧',
        requestId: 'r1',
        rank: 2,
        ask: 'a1',
        channel: 'sms',
        case: 'CASE-1',
        subject: 's',
        reason: 'unclear',
        shown: ['bag-fee', 'refund'],
        undoes: '01890000-0000-7000-8000-000000000001',
      });
      const bare = event('3', { at: '2026-11-19T10:00:00.000Z', article: { id: 'refund' } });
      const { article, ...plain } = event('4', { at: '2026-11-21T10:00:00.000Z', type: 'none-fit' });
      await ledger.record([event('1'), told, bare, plain]);
      expect(article).toBeDefined();
      expect(await ledger.eventsBetween('2026-11-19T10:00:00.000Z', '2026-11-22T10:00:00.000Z')).toEqual([
        bare,
        told,
        plain,
      ]);
    });

    it('gives back queries at once, oldest first, each once, also when it is opened again', async () => {
      const several = query('q1', {
        at: '2026-11-22T11:00:00.000Z',
        text: "Var är väskan? Γειά 👩‍👩‍👧 '); DROP TABLE queries; --",
        asks: [
          { text: 'Var är väskan?', reason: null, article: { id: 'bag', lang: 'sv' }, relevance: 0.5 },
          { text: 'Γειά', reason: 'below-bar', article: null, relevance: null },
        ],
      });
      const bare = query('q2', { case: null, customer: null, channel: null, market: null, lang: null, by: 'search' });
      ledger.recordQuery(several);
      ledger.recordQuery(bare);
      ledger.recordQuery(query('q1', { text: 'other' }));
      expect(await ledger.queries(EVER)).toEqual([bare, several]);
      expect(await ledger.queries({ ...EVER, by: 'suggest' })).toEqual([several]);
      expect(await ledger.queries({ since: bare.at, until: several.at })).toEqual([bare]);
      ledger.recordQuery(query('q3', { asks: [] }));
      await ledger.close();
      ledger = await setup.reopen();
      expect((await ledger.queries(EVER)).map(({ id }) => id)).toEqual(['q2', 'q3', 'q1']);
    });

    it('keeps many queries in the order in which they came', async () => {
      const ids = Array.from({ length: 1_200 }, (_, place) => `q${String(place).padStart(4, '0')}`);
      for (const id of ids) ledger.recordQuery(query(id));
      expect((await ledger.queries(EVER)).map(({ id }) => id)).toEqual(ids);
    });

    it('forgets the words of a query and its customer first, and the query later', async () => {
      const asks = [{ text: 'Var är väskan?', reason: null, article: null, relevance: null }];
      ledger.recordQuery(query('old', { at: '2025-01-01T00:00:00.000Z' }));
      ledger.recordQuery(query('middle', { at: '2026-06-01T00:00:00.000Z', asks: [...asks, ...query('').asks] }));
      ledger.recordQuery(query('new'));
      const limits = { texts: '2026-09-01T00:00:00.000Z', events: '2026-01-01T00:00:00.000Z' };
      expect(await ledger.expire(limits)).toBe(2);
      expect(await ledger.expire(limits)).toBe(0);
      const [middle, kept] = await ledger.queries(EVER);
      expect(middle).toMatchObject({ id: 'middle', text: null, customer: null, case: 'CASE-1', market: 'se' });
      expect(middle?.asks.map(({ text }) => text)).toEqual([null, null]);
      expect(kept).toEqual(query('new'));
    });

    it('finds a person in the words of queries, and puts other words in their place', async () => {
      const asks = [
        { text: 'Jag är Anna Karlsson?', reason: null, article: null, relevance: null },
        { text: 'Var är väskan?', reason: null, article: null, relevance: null },
      ];
      ledger.recordQuery(query('q1', { text: 'Jag är Anna Karlsson? Var är väskan?', asks }));
      ledger.recordQuery(
        query('q2', {
          text: 'Anna Karlsson här',
          asks: [{ ...query('').asks[0], text: 'Anna Karlsson här' } as never],
        }),
      );
      const held = (await ledger.words()).filter(({ words }) => words.includes('Anna'));
      expect(held.map(({ table }) => table).sort()).toEqual(['asks', 'queries', 'queries']);
      await ledger.rewrite(held.map((row) => ({ ...row, words: row.id === 'q2' ? '' : 'Jag är [erased]?' })));
      const [first, second] = await ledger.queries(EVER);
      expect(first?.asks.map(({ text }) => text)).toEqual(['Jag är [erased]?', 'Var är väskan?']);
      expect(second).toMatchObject({ text: null, asks: [{ text: null }] });
      expect((await ledger.words()).some(({ words }) => words.includes('Anna'))).toBe(false);
    });

    it('keeps the last of each gap until it is old', async () => {
      const gap = { id: 'g1', silenced: false, asks: ['q1 0', 'q2 1'], at: '2026-11-22T10:00:00.000Z' };
      await ledger.keepGaps([]);
      await ledger.keepGaps([gap, { ...gap, id: 'g2', at: '2025-01-01T00:00:00.000Z' }]);
      await ledger.keepGaps([{ ...gap, silenced: true, asks: ['q3 0'] }]);
      expect(await ledger.gaps()).toHaveLength(2);
      await ledger.expire({ texts: '2026-09-01T00:00:00.000Z', events: '2026-01-01T00:00:00.000Z' });
      expect(await ledger.gaps()).toEqual([{ ...gap, silenced: true, asks: ['q3 0'] }]);
    });

    it('keeps what was decided by rule once, newest first, as long as events', async () => {
      const decision = (id: string, more: Partial<LedgerDecision> = {}): LedgerDecision => ({
        ...{ id, at: '2026-11-22T10:00:00.000Z', what: 'demoted', article: { id: 'bag-fee', lang: 'sv' } },
        ...{ reason: 'Two people flagged it.', because: { people: 2, since: '2026-11-14', days: 7 }, revision: null },
        ...more,
      });
      await ledger.addDecision(decision('old', { at: '2026-01-01T00:00:00.000Z', because: null }));
      await ledger.addDecision(decision('new', { revision: 'abc' }));
      await ledger.addDecision(decision('new', { reason: 'another' }));
      await ledger.addDecision(decision('kind', { what: 'closed', at: '2026-11-21T10:00:00.000Z' }));
      expect((await ledger.decisions({ limit: 9 })).map(({ id }) => id)).toEqual(['new', 'kind', 'old']);
      expect(await ledger.decisions({ what: 'demoted', limit: 1 })).toEqual([decision('new', { revision: 'abc' })]);
      await ledger.expire({ texts: '2026-02-01T00:00:00.000Z', events: '2026-02-01T00:00:00.000Z' });
      expect((await ledger.decisions({ limit: 9 })).map(({ id }) => id)).toEqual(['new', 'kind']);
    });
  });
}
