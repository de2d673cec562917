import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleOutput, FactOutput, FactsOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek' });
  desk = deskOf(bank);
});
afterEach(() => bank.close());

const facts = () => desk.get<FactsOutput>('/v1/facts');
const put = (name: string, body: unknown, etag?: string) => desk.send('PUT', `/v1/facts/${name}`, body, etag);
const NEXT = { from: '2026-12-01', values: { se: '500 kr', no: '540 kr' } };

describe('/v1/facts', () => {
  it('names every article and language that uses a fact', async () => {
    const { facts: all } = await facts();
    expect(all).toMatchObject([{ name: 'bag_fee', values: [{ from: '2026-01-01' }] }]);
    expect(all[0]?.usedIn.map(({ id, lang }) => `${id}.${lang}`)).toEqual(['bag-fee.en', 'bag-fee.sv']);
  });

  it('adds a dated value in one line, which holds from that day in every article', async () => {
    const before = await desk.file('facts.yaml');
    const { etag } = await facts();
    const output = await desk.json<FactOutput>(put('bag_fee', NEXT, etag));
    expect(await desk.file('facts.yaml')).toBe(`${before}    - {from: 2026-12-01, se: "500 kr", no: "540 kr"}\n`);
    expect(output.fact.usedIn).toHaveLength(2);
    expect(output.visibleAt).not.toBeNull();
    const reply = async () => {
      const { texts } = await desk.get<ArticleOutput>('/v1/articles/bag-fee?market=se');
      return texts[1]?.sections[1]?.markdown;
    };
    expect(await reply()).toBe('En extra väska kostar 450 kr.');
    bank.clock.time = new Date('2026-12-01T12:00:00Z');
    expect(await reply()).toBe('En extra väska kostar 500 kr.');
  });

  it('answers the diff in a dry run, and writes nothing', async () => {
    const before = await desk.file('facts.yaml');
    const output = await desk.json<FactOutput>(put('bag_fee', { ...NEXT, dryRun: true }));
    expect(output).toMatchObject({ revision: null, visibleAt: null, fact: { values: [{}, { from: '2026-12-01' }] } });
    expect(output.diff.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    expect(await desk.file('facts.yaml')).toBe(before);
  });

  it('does not take away what somebody else saved meanwhile', async () => {
    const { etag } = await facts();
    await desk.json(put('bag_fee', NEXT, etag));
    expect((await desk.refused(put('bag_fee', { ...NEXT, from: '2027-01-01' }, etag), 409)).code).toBe('changed-since');
    expect((await desk.refused(put('bag_fee', { ...NEXT, from: '2027-01-01' }), 428)).code).toBe('needs-etag');
  });

  it('refuses markets that there are not, days that there are not, and a new fact without a description', async () => {
    const { etag } = await facts();
    for (const [name, body] of [
      ['bag_fee', { from: '2026-12-01', values: { mars: '1' } }],
      ['bag_fee', { from: '2026-12-32', values: { se: '1' } }],
      ['bag_fee', { from: '2026-12-01', values: {} }],
      ['new_fact', NEXT],
      ['__proto__', NEXT],
    ] as const) {
      expect((await put(name, body, etag)).status).toBe(400);
    }
    const made = await desk.json<FactOutput>(put('new_fact', { ...NEXT, description: 'What: a # fee' }, etag));
    expect(made.fact).toMatchObject({ name: 'new_fact', description: 'What: a # fee', usedIn: [] });
  });
});
