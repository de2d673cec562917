import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleOutput, IncidentOutput, IncidentPageOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
const ID = 'storm-2026-11-22';
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Lina Berg' });
  desk = deskOf(bank);
  await bank.write(
    'incidents/templates/template-storm.sv.md',
    '---\nschema: 1\nid: template-storm\nlang: sv\nkind: incident\ntemplate: true\nstate: validated\naudience: public\ntitle: Färjor inställda\nsupersedes: [refund]\n---\n## Status\nStorm.\n## Svar\nDet blåser för hårt.\n',
  );
  await bank.sync();
});
afterEach(() => bank.close());

const post = (body: object) => desk.json<IncidentOutput>(bank.post('/v1/incidents', body));
const read = () => desk.get<IncidentPageOutput>(`/v1/incidents/${ID}`);
const sent = (ref: string, article: { id: string; etag?: string }, at: string) =>
  desk.json(
    bank.post('/v1/feedback', {
      events: [{ id: uuidv7(), type: 'sent', at, case: ref, channel: 'email', article: { lang: 'sv', ...article } }],
    }),
    202,
  );
const etag = async () => (await desk.get<ArticleOutput>(`/v1/articles/${ID}`)).texts[0]?.etag ?? '';

it('lists the cases that got an older text since it began: what it withholds, and words of its own that changed', async () => {
  await sent('before it began', { id: 'refund' }, '2026-11-22T10:00:00Z');
  await sent('c1', { id: 'refund' }, '2026-11-22T11:30:00Z');
  await sent('c2', { id: 'bag-fee' }, '2026-11-22T11:31:00Z');
  await sent('c3', { id: 'refund' }, '2026-11-22T11:32:00Z');
  await post({
    action: 'raise',
    template: 'template-storm',
    from: '2026-11-22T11:00:00Z',
    until: '2026-11-22T18:00:00Z',
    approvedBy: 'Lina',
  });
  const first = await etag();
  bank.clock.time = new Date('2026-11-22T13:00:00Z');
  await sent('c3', { id: ID, etag: first }, '2026-11-22T12:30:00Z');
  await sent('c4', { id: ID, etag: first }, '2026-11-22T12:40:00Z');
  const page = await read();
  expect(page.withheld).toEqual([{ id: 'refund', lang: 'sv', title: 'Återbetalning av inställt flyg' }]);
  expect(page.older).toMatchObject([{ case: 'c1', why: 'superseded', article: { id: 'refund' }, channel: 'email' }]);
  // Another end is another file, but the same words.
  await post({ action: 'extend', id: ID, until: '2026-11-22T20:00:00Z' });
  expect((await read()).olderTotal).toBe(1);
  const file = await desk.file(`incidents/${ID}/${ID}.sv.md`);
  await desk.save(`${ID}/sv`, file.replace('blåser för hårt', 'har slutat blåsa'), await etag());
  const { older, incident } = await read();
  expect(older.map(({ case: ref, why }) => [ref, why])).toEqual([
    ['c4', 'answer-changed'],
    ['c3', 'answer-changed'],
    ['c1', 'superseded'],
  ]);
  expect(incident.log.map(({ kind }) => kind)).toEqual(['raised', 'extended', 'changed']);
});

it('answers as not found what is no incident', async () => {
  for (const id of ['refund', 'template-storm', 'nothing']) {
    expect((await desk.refused(bank.ask(`/v1/incidents/${id}`), 404)).code).toBe('not-found');
  }
});
