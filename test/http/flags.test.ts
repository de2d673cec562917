import { join } from 'node:path';
import Database from 'libsql';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorBody, Flag, FlagsOutput } from '../../server/http/contract.ts';
import { NOW, openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeEach(async () => {
  bank = await openSmallBank();
});
afterEach(() => bank.close());

const ABOUT = { article: { id: 'bag-fee', lang: 'sv' }, comment: 'Beloppet är gammalt.' };
const flag = async (more: object = {}) => {
  const response = await bank.post('/v1/flags', { ...ABOUT, ...more });
  expect(response.status).toBe(201);
  return (await response.json()) as Flag;
};
const list = async (query = '') => (await (await bank.ask(`/v1/flags${query}`)).json()) as FlagsOutput;
const answer = (id: string, words: string) => bank.post(`/v1/flags/${id}/answer`, { answer: words });

describe('flags', () => {
  it('are kept with the phrasing that led there, and come back answered to whoever flagged', async () => {
    const etag = 'a'.repeat(64);
    const made = await flag({ article: { ...ABOUT.article, etag }, phrasing: 'hur mycket för väska' });
    expect(made).toMatchObject({
      at: NOW.toISOString(),
      article: { id: 'bag-fee', lang: 'sv', etag },
      phrasing: 'hur mycket för väska',
      state: 'open',
      answer: null,
      mine: true,
    });
    expect((await list('?state=open&mine=true')).flags).toEqual([made]);
    const response = await answer(made.id, 'Rättat, tack.');
    expect(response.status).toBe(200);
    expect((await list('?state=open')).flags).toEqual([]);
    expect((await list('?state=answered')).flags).toEqual([
      { ...made, state: 'answered', answer: 'Rättat, tack.', answeredAt: NOW.toISOString() },
    ]);
  });

  it('are each agent’s own where the host says who is at the keyboard', async () => {
    const by = (agent: string) => ({ 'X-Erfara-Agent': encodeURIComponent(agent) });
    const body = { article: { id: 'bag-fee', lang: 'sv' }, comment: 'Priset är gammalt' };
    const response = await bank.post('/v1/flags', body, by('Åsa'));
    expect(response.status).toBe(201);
    const mine = async (agent: string) =>
      ((await (await bank.ask('/v1/flags?mine=true', { headers: by(agent) })).json()) as FlagsOutput).flags.length;
    expect([await mine('Åsa'), await mine('Bo')]).toEqual([1, 0]);
  });

  it('count once when they are sent twice', async () => {
    const id = uuidv7();
    const first = await flag({ id });
    expect(await flag({ id: id.toUpperCase(), comment: 'annat' })).toEqual(first);
    expect((await list()).flags).toEqual([first]);
  });

  it('lead to the article that a retired id stands for', async () => {
    expect((await flag({ article: { id: 'old-bag-fee', lang: 'sv' } })).article.id).toBe('bag-fee');
  });

  it('keep no phrasing of a case of which nothing is to be kept', async () => {
    expect((await flag({ phrasing: 'min adress är hemlig', keep: false })).phrasing).toBeNull();
  });

  it('hold no personal data and nobody’s name, on disk either', async () => {
    const words = 'Anna 070-123 45 67, anna@example.com, AB-123456';
    const made = await flag({ comment: words, phrasing: words });
    expect(made.comment).toBe('Anna [phone], [e-mail], [order number]');
    await answer(made.id, words);
    const database = new Database(join(bank.folder, 'data', 'ledger', 'ledger.sqlite'));
    const row = JSON.stringify(database.prepare('SELECT * FROM flags').all());
    database.close();
    expect(row).toContain('[order number]');
    expect(row).not.toMatch(/070-123|anna@|AB-123456|"local"/);
  });

  it('are listed a page at a time, each once, newest first', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      bank.clock.time = new Date(NOW.getTime() + Math.floor(i / 2) * 1_000);
      made.push((await flag()).id);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: FlagsOutput = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.flags.map(({ id }) => id));
      cursor = page.next;
    }
    expect([...seen].sort()).toEqual([...made].sort());
    expect(seen[0]).toBe(made[4]);
    expect((await list('?article=refund')).flags).toEqual([]);
  });

  it('are refused clearly when they say nothing, are not of the form, or are of what is not there', async () => {
    const wrong: [object, string][] = [
      [{ comment: '  ' }, 'bad-request'],
      [{ comment: '\u0000' }, 'bad-request'],
      [{ comment: 'x'.repeat(2_001) }, 'bad-request'],
      [{ comment: ['x'] }, 'bad-request'],
      [{ phrasing: '\ud800' }, 'bad-request'],
      [{ id: 'x' }, 'bad-request'],
      [{ id: "'; DROP TABLE flags; --" }, 'bad-request'],
      [{ author: 'somebody' }, 'bad-request'],
      [{ article: { id: '../x', lang: 'sv' } }, 'bad-request'],
      [{ article: { id: 'bag-fee', lang: 'sv', etag: '<x>' } }, 'bad-request'],
      [{ article: { id: 'bag-fee', lang: 'fi' } }, 'not-found'],
      [{ article: { id: 'nothing-here', lang: 'sv' } }, 'not-found'],
    ];
    for (const [more, code] of wrong) {
      const response = await bank.post('/v1/flags', { ...ABOUT, ...more });
      expect(((await response.json()) as ErrorBody).error.code, JSON.stringify(more).slice(0, 90)).toBe(code);
    }
    for (const query of ['cursor=abc', 'cursor=%00', 'limit=0', 'limit=101', 'state=closed', 'mine=yes', 'x=1']) {
      expect((await bank.ask(`/v1/flags?${query}`)).status, query).toBe(400);
    }
    expect((await answer(uuidv7(), 'x')).status).toBe(404);
    expect((await answer(uuidv7(), ' ')).status).toBe(400);
    expect((await answer('x', 'x')).status).toBe(400);
    expect((await list()).flags).toEqual([]);
  });

  it('cannot flood the editors', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => bank.post('/v1/flags', ABOUT)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('say what kind of problem it is, and need no more words then', async () => {
    expect(await flag({ problem: 'outdated', comment: ' ' })).toMatchObject({ problem: 'outdated', comment: '' });
    expect((await flag()).problem).toBeNull();
    expect((await bank.post('/v1/flags', { ...ABOUT, problem: 'other', comment: '' })).status).toBe(400);
    expect((await bank.post('/v1/flags', { ...ABOUT, problem: 'boring' })).status).toBe(400);
  });

  it('can be taken back within an hour, before they are answered', async () => {
    const withdraw = (id: string) => bank.ask(`/v1/flags/${id}`, { method: 'DELETE' });
    const [first, second, third] = [await flag(), await flag(), await flag()];
    expect(await (await withdraw(first.id)).json()).toEqual({ id: first.id });
    expect((await withdraw(first.id)).status).toBe(404);
    await answer(second.id, 'Rättat.');
    expect(((await (await withdraw(second.id)).json()) as ErrorBody).error.code).toBe('too-late');
    bank.clock.time = new Date(NOW.getTime() + 3_600_000);
    expect((await withdraw(third.id)).status).toBe(409);
    expect((await withdraw('x')).status).toBe(400);
    expect((await list()).flags.map(({ id }) => id).sort()).toEqual([second.id, third.id].sort());
  });

  it('of an internal article say to a customer that there is none', async () => {
    const outside = await openSmallBank({ ERFARA_AUDIENCE: 'customer' });
    const article = { id: 'secret', lang: 'sv' };
    expect((await outside.post('/v1/flags', { ...ABOUT, article })).status).toBe(404);
    await outside.close();
  });
});
