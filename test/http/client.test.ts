import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServerEvent } from '../../server/http/contract.ts';
import { ErfaraClient } from '../../web-components/client/client.ts';
import { contributionsTo } from '../../web-components/client/contributions.ts';
import { curationOf } from '../../web-components/client/curation.ts';
import { incidentDeskOf } from '../../web-components/client/incident-desk.ts';
import { insightsOf } from '../../web-components/client/insights.ts';
import { eventsOf } from '../../web-components/client/shared-events.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let server: Server;
let client: ErfaraClient;
let colleague: ReturnType<typeof contributionsTo>;
beforeAll(async () => {
  bank = await openSmallBank();
  server = createAdaptorServer({ fetch: bank.app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new ErfaraClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  colleague = contributionsTo(client);
});
afterAll(async () => {
  bank.endStreams();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  await bank.close();
});

it('captures, hears of it, and takes it back', async () => {
  const heard: ServerEvent[] = [];
  const stop = eventsOf(client).listen((event) => void heard.push(event));
  // The stream begins when it is opened: a version that changes until one is heard says that it is.
  for (let i = 0; heard.length === 0; i += 1) {
    const title = `Paraply ${i}`;
    await colleague.capture({
      lang: 'sv',
      question: `Mitt röda paraply ${i}?`,
      solution: 'Vi letar.',
      title,
      acceptNew: true,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seen = await colleague.capture({ lang: 'sv', question: 'Vad kostar en extra väska då?', solution: '450 kr.' });
  expect(seen).toMatchObject({ saved: null, similar: [{ id: 'bag-fee' }] });
  const added = await colleague.capture({ lang: 'sv', question: 'pris kappsäck två', addPhrasingTo: 'bag-fee' });
  expect(added.saved).toMatchObject({ id: 'bag-fee', what: 'phrasing' });
  expect(await colleague.undoCapture(added.saved?.undo ?? '')).toMatchObject({ id: 'bag-fee' });
  await expect(colleague.undoCapture(added.saved?.undo ?? '')).rejects.toMatchObject({
    kind: 'refused',
    code: 'not-found',
  });
  await expect.poll(() => heard.map(({ type }) => type)).toContain('case-captured');
  stop();
});

it('flags, and sees the answer', async () => {
  const flag = await colleague.flag({
    article: { id: 'bag-fee', lang: 'sv' },
    comment: 'Gammalt belopp.',
    phrasing: 'pris',
  });
  await bank.post(`/v1/flags/${flag.id}/answer`, { answer: 'Rättat.' });
  const { flags } = await colleague.flags({ mine: true, state: 'answered', limit: 5 });
  expect(flags).toMatchObject([{ id: flag.id, answer: 'Rättat.', mine: true }]);
  expect((await colleague.flags()).flags).toHaveLength(1);
});

it('raises an incident, reads it, and reads what the work was like', async () => {
  const incidents = incidentDeskOf(client);
  expect((await incidents.list()).incidents).toEqual([]);
  const input = { action: 'raise', template: 'none', until: '2026-11-23T18:00:00Z', approvedBy: 'Lina' } as const;
  await expect(incidents.change(input)).rejects.toMatchObject({ kind: 'refused', code: 'not-found' });
  await expect(incidents.read('none')).rejects.toMatchObject({ code: 'not-found' });
  const insights = insightsOf(client);
  expect((await insights.read({ step: 'month', from: '2026-11-01' })).steps).toEqual(['2026-11-01']);
  expect((await fetch(insights.csv({ step: 'month' }))).headers.get('content-type')).toContain('text/csv');
  expect((await fetch(insights.report('2026-11', 'el'))).status).toBe(200);
});

it('reads the work queue and what was decided, and confirms a text', async () => {
  const desk = curationOf(client);
  expect((await desk.health({ kind: 'lint', limit: 5 })).items[0]?.id).toBe('lint:articles/broken.sv.md');
  const { texts } = await client.article('bag-fee');
  const etag = texts.find(({ lang }) => lang === 'sv')?.etag ?? '';
  expect(await desk.confirm({ id: 'bag-fee', lang: 'sv', etag })).toMatchObject({ verifiedAt: '2026-11-22' });
  expect((await desk.decisions()).decisions).toEqual([]);
  expect((await desk.coaching()).texts.map(({ article }) => article.id)).toEqual(['bag-fee']);
});

it('reads gaps, silences one and begins what it lacks', async () => {
  const desk = curationOf(client);
  for (let i = 0; i < 3; i += 1)
    await client.suggest({ message: 'Var är mitt borttappade röda paraply?', case: `gap-${i}`, market: 'se' });
  const { gaps, from } = await desk.gaps({ lang: 'sv' });
  expect([gaps.length, from]).toEqual([1, 3]);
  const id = gaps[0]?.id ?? '';
  expect((await desk.draftGap(id)).markdown).toContain('paraply');
  expect((await desk.settleGap(id, { action: 'silence' })).gap?.state).toBe('silenced');
  expect((await desk.gaps({ state: 'open' })).gaps).toEqual([]);
});
