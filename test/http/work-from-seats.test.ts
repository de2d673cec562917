import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HealthOutput, SuggestOutput, WorkItem } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { NOW, openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek' });
  desk = deskOf(bank);
});
afterEach(() => bank.close());

let turn = 0;
const ask = (message: string) => {
  turn += 1;
  return desk.json<SuggestOutput>(bank.post('/v1/suggest', { message, case: `C-${turn}`, market: 'se' }));
};
const tell = (...events: object[]) =>
  desk.json(
    bank.post('/v1/feedback', { events: events.map((event) => ({ id: uuid(), at: NOW.toISOString(), ...event })) }),
    202,
  );
const work = async (kind: string): Promise<WorkItem[]> =>
  (await desk.get<HealthOutput>(`/v1/health/content?kind=${kind}`)).items;
const QUESTION = 'Vad kostar en extra väska?';
const ARTICLE = { id: 'bag-fee', lang: 'sv' };

/** A customer who got the article's answer as `text`. */
const sent = async (text: string) => {
  const { requestId } = await ask(QUESTION);
  const about = { requestId, case: `C-${turn}`, article: ARTICLE };
  await tell({ type: 'insert', ...about }, { type: 'sent', ...about, text });
};

describe('GET /v1/health/content, of what agents do', () => {
  it('shows a gap as something to write', async () => {
    for (const message of [
      'Var är mitt borttappade paraply?',
      'var är mitt borttappade paraply',
      'Mitt borttappade paraply, var är det',
    ])
      await ask(message);
    expect(await work('gap')).toMatchObject([{ kind: 'gap', action: 'write', weight: 3, languages: ['sv'] }]);
  });

  it('shows an open flag with the phrasing that led there, and no answered one', async () => {
    const flag = { article: ARTICLE, comment: 'Beloppet är gammalt.', phrasing: QUESTION };
    const { id } = await desk.json<{ id: string }>(bank.post('/v1/flags', flag), 201);
    const [item] = await work('flag');
    expect(item).toMatchObject({ articles: [ARTICLE], action: 'answer' });
    const words = item?.evidence.flatMap((each) => (each.kind === 'words' ? [`${each.from}: ${each.text}`] : []));
    expect(words).toEqual(['agent: Beloppet är gammalt.', `customer: ${QUESTION}`]);
    await desk.json(bank.post(`/v1/flags/${id}/answer`, { answer: 'Nu stämmer det.' }));
    expect(await work('flag')).toEqual([]);
  });

  it('shows the change that agents keep making, as a change of the Reply in which a fact stays a fact', async () => {
    await sent('Hej Kim!\nEn extra väska kostar 450 kr.\n/Anna');
    await sent('En extra väska kostar 450 kr. Hör av dig om du undrar något mer om resan.');
    await sent('En extra väska kostar 450 kr per flygning.');
    await sent('En extra väska kostar bara 450 kr och per väg.');
    await sent('Hej!\nEn extra väska kostar bara 450 kr och per väg.');
    expect(await work('rewrite')).toEqual([]);
    await sent('En extra väska kostar bara 450 kr och per väg.\n/Bo');
    const [item] = await work('rewrite');
    expect(item).toMatchObject({ articles: [ARTICLE], action: 'edit', languages: ['sv'] });
    const diff = item?.evidence.flatMap((each) => (each.kind === 'diff' ? each.diff : []));
    expect(diff?.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'removed', lines: ['En extra väska kostar {{fact.bag_fee}}.'] },
      { kind: 'added', lines: ['En extra väska kostar bara {{fact.bag_fee}} och per väg.'] },
    ]);
  });

  it('shows what is put away again and again, and not what is used as often', async () => {
    const dismiss = async () => {
      const { requestId } = await ask(QUESTION);
      await tell({ type: 'dismiss', requestId, article: ARTICLE, reason: 'outdated' });
    };
    for (let i = 0; i < 3; i += 1) await dismiss();
    expect(await work('dismissed')).toEqual([]);
    await dismiss();
    expect(await work('dismissed')).toMatchObject([{ articles: [ARTICLE], action: 'edit' }]);
    for (let i = 0; i < 6; i += 1) await sent('En extra väska kostar 450 kr.');
    expect(await work('dismissed')).toEqual([]);
  });

  it('shows what is never used where others are', async () => {
    for (let i = 0; i < 10; i += 1) {
      const { requestId, suggestions } = await ask('Flyget är inställt, hur får jag pengarna tillbaka?');
      const [first] = suggestions;
      await tell({ type: 'impression', requestId, article: { id: first?.article.id, lang: 'sv' }, rank: 1 });
    }
    expect(await work('never-used')).toEqual([]);
    for (let i = 0; i < 20; i += 1) await sent('En extra väska kostar 450 kr.');
    expect((await work('never-used')).map(({ articles }) => articles[0]?.id)).toEqual(['refund']);
  });

  it('takes back what an agent undid', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { requestId } = await ask(QUESTION);
      const id = uuid();
      await tell({ id, type: 'dismiss', requestId, article: ARTICLE }, { type: 'undo', undoes: id, requestId });
    }
    expect(await work('dismissed')).toEqual([]);
  });
});
