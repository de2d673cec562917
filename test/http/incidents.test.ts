import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentOutput, IncidentsOutput, SuggestOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { readEvents } from './event-reader.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Lina Berg' });
  desk = deskOf(bank);
  await bank.write('erfara.yaml', `${await desk.file('erfara.yaml')}timeZone: Europe/Stockholm\n`);
  for (const [path, source] of Object.entries(TEMPLATE)) await bank.write(`incidents/templates/${path}`, source);
  await bank.sync();
});
afterEach(() => bank.close());

const file = (fields: string, body: string) => `---\nschema: 1\n${fields}\n---\n${body}\n`;
const common = 'kind: incident\nstate: validated\naudience: public\ntemplate: true';
const TEMPLATE = {
  'template-storm.sv.md': file(
    `id: template-storm\nlang: sv\n${common}\ntitle: Färjor inställda\nsupersedes: [refund]\napproved_by: "Chefen"\nquestions:\n  - "Går färjan i stormen?"`,
    '## Status\nStorm: färjor ställs in.\n## Svar\nDet blåser för hårt för färjan.',
  ),
  'template-storm.en.md': file(
    `id: template-storm\nlang: en\n${common}\ntitle: Ferries cancelled\nsupersedes: [refund]\nquestions:\n  - "Is the ferry sailing in the storm?"`,
    '## Status\nStorm: ferries are cancelled.\n## Reply\nThe wind is too strong for the ferry.',
  ),
  'template-storm-hotel.sv.md': file(
    `id: template-storm-hotel\nlang: sv\n${common}\npart_of: template-storm\ntitle: Hotell vid storm\nquestions:\n  - "Vem betalar hotellet i stormen?"`,
    '## Svar\nVi betalar hotellet.',
  ),
};

const UNTIL = '2026-11-22T18:00:00+01:00';
const RAISE = { action: 'raise', template: 'template-storm', until: UNTIL, approvedBy: 'Duty manager' };
const ask = <T = IncidentOutput>(body: object) => desk.json<T>(bank.post('/v1/incidents', body));
const list = () => desk.get<IncidentsOutput>('/v1/incidents');
const at = (iso: string) => {
  bank.clock.time = new Date(iso);
};
const suggest = async (message: string, more = {}) =>
  desk.json<SuggestOutput>(bank.post('/v1/suggest', { message, reads: ['sv'], ...more }));
const ID = 'storm-2026-11-22';

describe('POST /v1/incidents', () => {
  it('raises a template in all its languages as files of its own, with what is missing', async () => {
    const { incident } = await ask(RAISE);
    expect(incident).toMatchObject({
      id: ID,
      template: 'template-storm',
      state: 'running',
      line: { sv: 'Storm: färjor ställs in.', en: 'Storm: ferries are cancelled.' },
      until: UNTIL,
      approvedBy: 'Duty manager',
      raisedBy: 'Lina Berg',
      supersedes: ['refund'],
      answers: [
        { id: ID, languages: ['en', 'sv'], missing: [] },
        { id: `${ID}-hotel`, languages: ['sv'], missing: ['en'] },
      ],
      log: [{ by: 'Lina Berg', kind: 'raised' }],
    });
    const folder = join(bank.folder, 'content', 'incidents', ID);
    expect((await readdir(folder)).sort()).toEqual([`${ID}-hotel.sv.md`, `${ID}.en.md`, `${ID}.sv.md`]);
    expect(await readFile(join(folder, `${ID}.sv.md`), 'utf8')).toBe(
      TEMPLATE['template-storm.sv.md']
        .replace('id: template-storm', `id: ${ID}`)
        .replace('template: true\n', '')
        .replace('"Chefen"', '"Duty manager"')
        .replace(
          'i stormen?"\n',
          'i stormen?"\nsource:\n  system: template\n  ref: template-storm\nvalid_from: 2026-11-22T13:00:00+01:00\nvalid_until: 2026-11-22T18:00:00+01:00\n',
        ),
    );
    const history = await desk.get<{ revisions: { author: string; message: string }[] }>(`/v1/articles/${ID}/history`);
    expect(history.revisions[0]).toMatchObject({ author: 'Lina Berg' });
  });

  it('is on the next screen: the line, its answers in place of those it makes wrong', async () => {
    const ASKED = 'Flyget är inställt, hur får jag pengarna tillbaka?';
    expect((await suggest(ASKED)).suggestions[0]?.article.id).toBe('refund');
    await ask(RAISE);
    const found = await suggest(ASKED);
    expect(found.incidents).toMatchObject([{ id: ID, line: 'Storm: färjor ställs in.', approvedBy: 'Duty manager' }]);
    expect(found.suggestions.map(({ article }) => article.id)).not.toContain('refund');
    expect((await suggest('Går färjan i stormen?')).suggestions[0]?.article.id).toBe(ID);
  });

  it('offers no other language where an answer of an incident is not translated', async () => {
    await ask(RAISE);
    const found = await suggest('Vem betalar hotellet i stormen?', { reads: ['sv', 'en'] });
    expect(found.suggestions[0]).toMatchObject({ article: { id: `${ID}-hotel` }, reply: { lang: 'sv' } });
    const english = await suggest(
      'Who pays for the hotel in the storm? Vem betalar hotellet i stormen? Please help me, thank you for the answer',
    );
    for (const { article, replyFallback } of english.suggestions) {
      if (article.incident) expect(replyFallback).toBeNull();
    }
  });

  it('extends, ends, and lists what ended for two hours', async () => {
    await ask(RAISE);
    at('2026-11-22T12:30:00Z');
    expect(await ask({ action: 'extend', id: ID, until: '2026-11-22T22:00:00+01:00' })).toMatchObject({
      incident: { until: '2026-11-22T22:00:00+01:00', log: [{ kind: 'raised' }, { kind: 'extended' }] },
    });
    expect(await desk.file(`incidents/${ID}/${ID}.en.md`)).toContain('valid_until: 2026-11-22T22:00:00+01:00\n');
    at('2026-11-22T13:00:00Z');
    const { incident } = await ask({ action: 'end', id: ID });
    expect(incident).toMatchObject({ state: 'ended', until: '2026-11-22T14:00:00+01:00' });
    expect(incident.log.map(({ kind }) => kind)).toEqual(['raised', 'extended', 'ended']);
    at('2026-11-22T14:59:00Z');
    expect((await list()).incidents).toMatchObject([{ id: ID, state: 'ended' }]);
    expect((await suggest('hej')).ended).toMatchObject([{ id: ID }]);
    at('2026-11-22T15:01:00Z');
    expect((await list()).incidents).toEqual([]);
  });

  it('ends by itself, and the log says so', async () => {
    await ask(RAISE);
    at('2026-11-22T16:59:59Z');
    expect((await list()).incidents).toMatchObject([{ state: 'running', ending: 10 }]);
    at('2026-11-22T17:00:00Z');
    const { incidents } = await list();
    expect(incidents).toMatchObject([
      { state: 'ended', ending: null, log: [{ kind: 'raised' }, { kind: 'ran-out', at: '2026-11-22T17:00:00.000Z' }] },
    ]);
    expect((await suggest('Går färjan i stormen?')).incidents).toEqual([]);
  });

  it('answers the same request with what it raised, and names what runs to another', async () => {
    const [one, other] = await Promise.all([ask(RAISE), ask(RAISE)]);
    expect(one.incident.id).toBe(other.incident.id);
    expect(await readdir(join(bank.folder, 'content', 'incidents'))).toEqual([ID, 'templates']);
    const error = await desk.refused(bank.post('/v1/incidents', { ...RAISE, approvedBy: 'Somebody else' }), 409);
    expect(error).toMatchObject({ code: 'exists' });
    expect(error.details[0]?.message).toContain(ID);
  });

  it('raises the same template in another market, and again after it ended', async () => {
    await ask({ ...RAISE, markets: ['se'] });
    expect((await ask({ ...RAISE, markets: ['no'] })).incident).toMatchObject({ id: `${ID}-2`, markets: ['no'] });
    expect((await suggest('Går färjan i stormen?', { market: 'no' })).incidents).toMatchObject([{ id: `${ID}-2` }]);
    await ask({ action: 'end', id: ID });
    at('2026-11-22T12:05:00Z');
    expect((await ask({ ...RAISE, markets: ['se'] })).incident.id).toBe(`${ID}-3`);
  });

  it('withholds further articles, and counts from when it began', async () => {
    const { incident } = await ask({ ...RAISE, from: '2026-11-22T11:00:00Z', supersedes: ['old-bag-fee'] });
    expect(incident).toMatchObject({ from: '2026-11-22T12:00:00+01:00', supersedes: ['refund', 'bag-fee'] });
  });

  it('says what is wrong and what there is instead', async () => {
    const wrong = async (body: object, status = 400) =>
      (await desk.refused(bank.post('/v1/incidents', body), status)).details;
    expect((await wrong({ ...RAISE, template: 'template-snow' }, 404))[0]?.message).toContain('template-storm');
    const all = await wrong({
      ...RAISE,
      until: '2026-11-21T18:00:00Z',
      approvedBy: ' ',
      markets: ['fi'],
      supersedes: ['nothing'],
    });
    expect(all.map(({ path }) => path)).toEqual(['until', 'approvedBy', 'markets', 'supersedes']);
    expect((await wrong({ ...RAISE, from: '2026-11-23T00:00:00Z' }))[0]?.path).toBe('from');
    expect((await wrong({ ...RAISE, until: '2027-11-23T00:00:00Z' }))[0]?.rule).toBe('far');
    expect((await wrong({ ...RAISE, until: '18:00' }))[0]?.path).toBe('until');
    expect((await wrong({ ...RAISE, approvedBy: 'Lina\nBerg' }))[0]?.path).toBe('approvedBy');
    expect((await wrong({ action: 'stop', id: ID }))[0]?.path).toBe('action');
    expect((await wrong({ action: 'end', id: 'bag-fee' }, 404))[0]?.message).toContain('None is running');
    expect((await wrong({ action: 'extend', id: ID, until: UNTIL }, 404))[0]?.path).toBe('id');
    await ask(RAISE);
    at('2026-11-22T19:30:00Z');
    expect((await wrong({ action: 'extend', id: ID, until: '2026-11-22T23:00:00Z' }))[0]?.rule).toBe('ended');
    expect((await ask({ action: 'end', id: ID })).incident.state).toBe('ended');
  });

  it('can be taken up again for two hours after it ended by itself', async () => {
    await ask(RAISE);
    at('2026-11-22T18:00:00Z');
    const { incident } = await ask({ action: 'extend', id: ID, until: '2026-11-22T23:00:00Z' });
    expect(incident).toMatchObject({ state: 'running' });
  });
});

describe('GET /v1/incidents', () => {
  it('lists the templates with the languages in which something is missing', async () => {
    expect((await list()).templates).toEqual([
      { id: 'template-storm', title: 'Ferries cancelled', languages: ['sv'], missing: ['en'] },
    ]);
  });

  it('asks whoever raised it 30 and 10 minutes before the end, once each, and not after another end', async () => {
    await ask(RAISE);
    const events = await readEvents(await bank.ask('/v1/events'));
    const next = async () => {
      for (;;) {
        const event = await events.next();
        if (event?.type !== 'index-changed') return event;
      }
    };
    at('2026-11-22T16:31:00Z');
    expect(await next()).toMatchObject({ type: 'incident-ending', incident: ID, minutes: 30, until: UNTIL });
    expect((await list()).incidents[0]?.ending).toBe(30);
    at('2026-11-22T16:51:00Z');
    expect(await next()).toMatchObject({ type: 'incident-ending', minutes: 10 });
    await ask({ action: 'extend', id: ID, until: '2026-11-22T17:10:00Z' });
    expect(await next()).toMatchObject({ type: 'incident', state: 'extended' });
    at('2026-11-22T17:01:00Z');
    expect(await next()).toMatchObject({ type: 'incident-ending', minutes: 10 });
    at('2026-11-22T17:10:00Z');
    expect(await next()).toMatchObject({ type: 'incident', state: 'ended' });
    await events.stop();
  });
});

it('does not ask before the end of one that is no longer than that', async () => {
  at('2026-11-22T16:40:00Z');
  const { incident } = await ask(RAISE);
  expect(incident.ending).toBeNull();
  at('2026-11-22T16:50:30Z');
  expect((await list()).incidents[0]?.ending).toBe(10);
});

it('shows readers outside neither names nor what is withheld, and lets nobody but leads raise one', async () => {
  await ask(RAISE);
  await bank.close();
  bank = await openSmallBank({ ERFARA_AUDIENCE: 'public' });
  desk = deskOf(bank);
  for (const [path, source] of Object.entries(TEMPLATE)) await bank.write(`incidents/templates/${path}`, source);
  await bank.write(
    `incidents/storm.sv.md`,
    TEMPLATE['template-storm.sv.md']
      .replace('template: true', 'valid_from: 2026-11-22T10:00:00Z\nvalid_until: 2026-11-22T20:00:00Z')
      .replace('id: template-storm', 'id: storm'),
  );
  await bank.sync();
  const output = await list();
  expect(output.incidents).toMatchObject([{ id: 'storm', supersedes: [], log: [], raisedBy: null, template: null }]);
  expect(output.templates).toEqual([]);
  expect((await desk.refused(bank.post('/v1/incidents', RAISE), 403)).code).toBe('missing-scope');
});
