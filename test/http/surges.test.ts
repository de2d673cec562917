import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IncidentsOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank();
  desk = deskOf(bank);
  await bank.write(
    'incidents/templates/template-lifts.sv.md',
    '---\nschema: 1\nid: template-lifts\nlang: sv\nkind: incident\ntemplate: true\nstate: validated\naudience: public\ntitle: Hissarna i terminalen står stilla\nquestions:\n  - "Varför står hissen stilla?"\n---\n## Status\nHissarna står stilla.\n## Svar\nTa rulltrappan.\n',
  );
  await bank.sync();
});
afterEach(() => bank.close());

const ask = (message: string, at: number, ref: string) =>
  desk.json(
    bank.post('/v1/suggest', {
      message,
      receivedAt: new Date(at).toISOString(),
      case: ref,
      channel: 'email',
      market: 'se',
    }),
  );
const WORDS =
  'katt båt lampa sten moln gurka cykel fönster spegel tåg skog hatt bro lök sax murare ugn klocka päron vinter'.split(
    ' ',
  );
const LIFTS = [
  'hissen i terminalen står stilla',
  'hissen står stilla varför',
  'terminalen hissen stilla igen',
  'står hissen i terminalen stilla',
];
const HOUR = 3_600_000;
const now = () => bank.clock.time.getTime();

async function ordinary(): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    const [a, b, c] = [WORDS[i % 20], WORDS[(i * 7 + 3) % 20], WORDS[(i * 11 + 5) % 20]];
    await ask(`Jag undrar om ${a} och ${b} och ${c}?`, now() - (20 + i * 2) * HOUR, `o${i}`);
  }
}

it('proposes an incident when many write about one thing, with the template that comes nearest', async () => {
  await ordinary();
  expect((await desk.get<IncidentsOutput>('/v1/incidents')).surges).toEqual([]);
  for (let i = 0; i < 12; i += 1) await ask(LIFTS[i % 4] as string, now() - HOUR + i * 60_000, `s${i}`);
  const list = () => desk.get<IncidentsOutput>('/v1/incidents');
  // What was asked is written behind its answer.
  await expect.poll(async () => (await list()).surges.map(({ cases }) => cases)).toEqual([12]);
  const [surge] = (await list()).surges;
  expect(surge).toMatchObject({ cases: 12, channels: ['email'], markets: ['se'], template: { id: 'template-lifts' } });
  expect(LIFTS).toContain(surge?.name);
  // One surge has one name as it grows.
  await ask('hissen står stilla', now() - 60_000, 's99');
  await expect.poll(async () => (await list()).surges).toMatchObject([{ id: surge?.id, cases: 13 }]);
  await desk.json(
    bank.post('/v1/incidents', {
      action: 'raise',
      template: 'template-lifts',
      until: new Date(now() + 4 * HOUR).toISOString(),
      approvedBy: 'Lina',
    }),
  );
  expect((await list()).surges).toEqual([]);
});
