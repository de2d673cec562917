import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Gap, GapAction, GapOutput, GapsOutput, SuggestOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { NOW, openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek <anna@example.com>' });
  desk = deskOf(bank);
});
afterEach(() => bank.close());

let turn = 0;
const ask = async (message: string, more: object = {}) => {
  turn += 1;
  const body = { message, case: `C-${turn}`, channel: 'email', market: 'se', ...more };
  return desk.json<SuggestOutput>(bank.post('/v1/suggest', body));
};
const tell = (event: object) =>
  desk.json(bank.post('/v1/feedback', { events: [{ id: uuid(), at: NOW.toISOString(), ...event }] }), 202);
const gaps = async (query = '') => (await desk.get<GapsOutput>(`/v1/gaps${query}`)).gaps;
const settle = (id: string, action: GapAction) => desk.json<GapOutput>(bank.post(`/v1/gaps/${id}`, action));
const PLANT = [
  'Var är mitt borttappade röda paraply?',
  'Hej! Var är mitt borttappade röda paraply',
  'var är mitt röda borttappade paraply??',
];
const onlyGap = async (): Promise<Gap> => {
  const found = await gaps();
  expect(found).toHaveLength(1);
  return found[0] as Gap;
};

describe('GET /v1/gaps', () => {
  it('takes one text or two that go round among a hundred others for no gap, and several ways of asking for one', async () => {
    for (let i = 0; i < 3; i += 1) await ask('Var är mitt borttappade röda paraply?');
    expect(await gaps()).toHaveLength(1);
    for (let i = 0; i < 100; i += 1) await ask(`tack ${i}`);
    expect(await gaps()).toEqual([]);
    await ask('Var är mitt borttappade röda paraply nu, vet någon?');
    expect(await gaps()).toEqual([]);
    await ask('Mitt borttappade röda paraply, var är det, har någon sett?');
    expect((await onlyGap()).cases).toBe(5);
  });

  it('shows a question of three cases with its phrasings, channels, languages and trend, and one of two not', async () => {
    await ask(PLANT[0] ?? '', { receivedAt: '2026-11-10T12:00:00Z' });
    await ask(PLANT[1] ?? '');
    expect(await gaps()).toEqual([]);
    await ask(PLANT[2] ?? '', { channel: 'sms' });
    await ask('Serverar ni sushi ombord på tåget?');
    expect(await onlyGap()).toMatchObject({
      state: 'open',
      count: 3,
      cases: 3,
      languages: ['sv'],
      channels: ['email', 'sms'],
      firstAt: '2026-11-10T12:00:00.000Z',
      lastAt: NOW.toISOString(),
      trend: [0, 0, 0, 0, 0, 0, 1, 2],
    });
    const phrasings = (await onlyGap()).phrasings.map((text) => text.toLowerCase());
    expect(phrasings.some((text) => text.startsWith('var är mitt borttappade röda paraply'))).toBe(true);
    expect(phrasings.join()).not.toContain('hej');
    expect((await gaps('?channel=sms')).length).toBe(1);
    expect(await gaps('?channel=chat')).toEqual([]);
    expect(await gaps('?lang=el')).toEqual([]);
    expect(await gaps('?state=silenced')).toEqual([]);
    expect((await bank.ask('/v1/gaps?state=gone')).status).toBe(400);
  });

  it('makes no gap of one customer’s repeats, of thanks, of what is not to be kept, or of what was answered', async () => {
    for (const message of PLANT) await ask(message, { customer: 'c-1' });
    for (const message of PLANT) await ask(message, { case: 'C-same' });
    for (const message of PLANT) await ask(message, { keep: false });
    for (let i = 0; i < 4; i += 1) await ask('Tack så mycket för hjälpen!');
    for (let i = 0; i < 4; i += 1) await ask('Vad kostar en extra väska?');
    expect(await gaps()).toEqual([]);
  });

  it('counts an answer of which agents said that it does not fit', async () => {
    for (let i = 0; i < 3; i += 1) {
      const { requestId, suggestions } = await ask('Vad kostar en extra väska?');
      expect(suggestions).not.toEqual([]);
      await tell({ type: 'none-fit', requestId });
    }
    expect(await onlyGap()).toMatchObject({ cases: 3, nearest: { id: 'bag-fee', lang: 'sv' } });
  });

  it('leaves out what an agent found by searching, and shows what agents sent instead', async () => {
    const found = await ask(PLANT[0] ?? '', { case: 'C-found' });
    const searched = await desk.json<{ requestId: string }>(bank.post('/v1/search', { q: 'extra väska' }));
    await tell({ type: 'insert', requestId: searched.requestId, case: 'C-found', article: { id: 'bag-fee' } });
    for (const message of PLANT) {
      const { requestId } = await ask(message, { case: `S-${turn}` });
      await tell({ type: 'sent', requestId, text: 'Paraplyer lämnas in på hittegodset i Umeå.' });
    }
    const gap = await onlyGap();
    expect(gap.cases).toBe(3);
    expect(found.abstentions).toHaveLength(1);
    expect(gap.sent).toEqual([{ lang: 'sv', markdown: 'Paraplyer lämnas in på hittegodset i Umeå.', count: 3 }]);
  });

  it('shows no personal data', async () => {
    for (const message of PLANT) await ask(`${message} Jag nås på 070-174 06 58 eller kalle@example.com.`);
    expect(JSON.stringify(await onlyGap())).not.toMatch(/174 06|kalle@/);
  });
});

describe('POST /v1/gaps/{id}', () => {
  beforeEach(async () => {
    for (const message of PLANT) await ask(message);
  });

  it('silences a gap, which stays the same one as more cases come, and opens it again', async () => {
    const { id } = await onlyGap();
    expect((await settle(id, { action: 'silence' })).gap).toMatchObject({ id, state: 'silenced' });
    await ask('Borttappat rött paraply, var är mitt paraply?');
    await ask(PLANT[0] ?? '');
    expect(await gaps()).toEqual([]);
    expect((await gaps('?state=silenced')).map((gap) => [gap.id, gap.cases >= 4])).toEqual([[id, true]]);
    expect((await settle(id, { action: 'reopen' })).gap).toMatchObject({ id, state: 'open' });
    expect((await onlyGap()).id).toBe(id);
  });

  it('adds the phrasing to the article that answers it, by the editor, and closes by itself', async () => {
    const { id } = await onlyGap();
    const action = { action: 'answered-by', article: { id: 'refund', lang: 'sv' }, phrasing: PLANT[0] ?? '' } as const;
    const { gap, saved } = await settle(id, action);
    expect(saved).toMatchObject({ id: 'refund', lang: 'sv', what: 'changed' });
    expect(await desk.file('articles/refund.sv.md')).toContain('Var är mitt borttappade röda paraply?');
    expect(gap).toMatchObject({ id, state: 'closed' });
    expect(await gaps()).toEqual([]);
    const history = await desk.get<{ entries?: { author: { name: string } }[] }>('/v1/articles/refund/history');
    expect(JSON.stringify(history)).toContain('Anna Ek');
    const again = await settle(id, action);
    expect(again.saved?.what).toBe('unchanged');
  });

  it('knows what is no gap, no action, and no article of that language', async () => {
    const { id } = await onlyGap();
    expect((await bank.post('/v1/gaps/0123456789abcdef', { action: 'silence' })).status).toBe(404);
    expect((await bank.post('/v1/gaps/no-gap', { action: 'silence' })).status).toBe(400);
    expect((await bank.post(`/v1/gaps/${id}`, { action: 'delete' })).status).toBe(400);
    const wrong = { action: 'answered-by', article: { id: 'refund', lang: 'en' }, phrasing: 'x y' };
    expect((await bank.post(`/v1/gaps/${id}`, wrong)).status).toBe(400);
    const unknown = { action: 'answered-by', article: { id: 'nowhere', lang: 'sv' }, phrasing: 'x y' };
    expect((await bank.post(`/v1/gaps/${id}`, unknown)).status).toBe(404);
  });
});

describe('POST /v1/gaps/{id}/draft', () => {
  it('begins an article of the phrasings and of what agents sent, once', async () => {
    for (const message of PLANT) {
      const { requestId } = await ask(message);
      await tell({ type: 'sent', requestId, text: 'Hej Kalle!\nParaplyer lämnas in på hittegodset i Umeå.' });
    }
    const { id } = await onlyGap();
    const draft = await desk.json<Draft>(bank.post(`/v1/gaps/${id}/draft`, {}));
    expect(draft).toMatchObject({ lang: 'sv', base: null, mine: true });
    expect(draft.markdown).toContain('Paraplyer lämnas in på hittegodset');
    expect(draft.markdown).not.toContain('Kalle');
    expect(draft.markdown).toMatch(/questions:\n {2}- ".*paraply/);
    await desk.json(desk.send('PUT', `/v1/drafts/${draft.id}/sv`, { markdown: `${draft.markdown}\nMer.` }));
    await ask(PLANT[1] ?? '');
    const again = await desk.json<Draft>(bank.post(`/v1/gaps/${id}/draft`, {}));
    expect(again.markdown).toContain('Mer.');
    const saved = await desk.json<{ what: string }>(bank.post('/v1/articles', { markdown: again.markdown }), 201);
    expect(saved.what).toBe('created');
    expect(await gaps()).toEqual([]);
  });

  it('begins one without a Reply where nothing was sent', async () => {
    for (const message of PLANT) await ask(message);
    const draft = await desk.json<Draft>(bank.post(`/v1/gaps/${(await onlyGap()).id}/draft`, { lang: 'en' }));
    expect(draft.lang).toBe('en');
    expect(draft.markdown).toContain('## Reply');
  });
});
