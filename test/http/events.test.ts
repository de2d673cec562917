import { readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaptureOutput, Flag } from '../../server/http/contract.ts';
import { readEvents } from './event-reader.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let server: Server;
let address: string;
beforeEach(async () => {
  bank = await openSmallBank();
  server = createAdaptorServer({ fetch: bank.app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  bank.endStreams();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  await bank.close();
});

const follow = async (headers: Record<string, string> = {}, query = '') =>
  readEvents(await fetch(`${address}/v1/events${query}`, { headers }));
const UMBRELLA = { lang: 'sv', question: 'Jag glömde mitt röda paraply ombord', solution: 'Stationen letar.' };
const capture = async () => ((await (await bank.post('/v1/cases', UMBRELLA)).json()) as CaptureOutput).saved;
const INCIDENT = (until: string) => `---
schema: 1
id: ash-cloud
lang: sv
kind: incident
title: Askmoln
state: validated
audience: public
valid_from: 2026-11-22T10:00:00+00:00
valid_until: ${until}
approved_by: Lina
---
## Status
Alla flyg till Island är inställda.
`;

it('tells that the index changed and a case was captured', async () => {
  const events = await follow();
  const saved = await capture();
  expect(await events.next()).toMatchObject({ type: 'index-changed', version: saved?.visibleAt });
  expect(await events.next()).toMatchObject({ type: 'case-captured', article: { id: saved?.id, lang: 'sv' } });
  await events.stop();
});

it('tells when an incident begins, is extended and ends, by an editor or by the clock', async () => {
  const events = await follow();
  const next = async () => {
    for (;;) {
      const event = await events.next();
      if (event?.type !== 'index-changed') return event;
    }
  };
  await bank.write('incidents/ash-cloud.sv.md', INCIDENT('2026-11-22T15:00:00+00:00'));
  await bank.sync();
  expect(await next()).toMatchObject({ type: 'incident', incident: 'ash-cloud', state: 'raised' });
  await bank.write('incidents/ash-cloud.sv.md', INCIDENT('2026-11-22T18:00:00+00:00'));
  await bank.sync();
  expect(await next()).toMatchObject({ state: 'extended' });
  bank.clock.time = new Date('2026-11-22T18:00:00Z');
  expect(await next()).toMatchObject({ state: 'ended' });
  bank.clock.time = new Date('2026-11-22T17:00:00Z');
  expect(await next()).toMatchObject({ state: 'raised' });
  rmSync(join(bank.folder, 'content', 'incidents', 'ash-cloud.sv.md'));
  await bank.sync();
  expect(await next()).toMatchObject({ state: 'ended' });
  await events.stop();
});

it('tells whoever flagged that there is an answer', async () => {
  const events = await follow();
  const body = { article: { id: 'bag-fee', lang: 'sv' }, comment: 'Beloppet är gammalt.' };
  const { id } = (await (await bank.post('/v1/flags', body)).json()) as Flag;
  await bank.post(`/v1/flags/${id}/answer`, { answer: 'Rättat.' });
  expect(await events.next()).toMatchObject({ type: 'flag-answered', flag: id, article: { id: 'bag-fee' } });
  await events.stop();
});

it('goes on where a client was cut off, by header or address', async () => {
  const before = await follow();
  const saved = await capture();
  const first = await before.next();
  await before.stop();
  for (const [headers, query] of [
    [{ 'Last-Event-ID': first?.id ?? '' }, ''],
    [{}, `?after=${first?.id}`],
    [{ 'Last-Event-ID': first?.id ?? '' }, `?after=${before.from}`],
  ] as [Record<string, string>, string][]) {
    const after = await follow(headers, query);
    expect(await after.next()).toMatchObject({ type: 'case-captured', article: { id: saved?.id } });
    await after.stop();
  }
  const fromTheStart = await follow({ 'Last-Event-ID': before.from });
  expect(await fromTheStart.next()).toEqual(first);
  await fromTheStart.stop();
});

it('says that something was missed to one who was here before the server was', async () => {
  const events = await follow({ 'Last-Event-ID': '01890000-0000-7000-8000-000000000000' });
  const missed = await events.next();
  expect(missed?.type).toBe('missed');
  await events.stop();
  const again = await follow({ 'Last-Event-ID': missed?.id ?? '' });
  const saved = await capture();
  expect(await again.next()).toMatchObject({ type: 'index-changed', version: saved?.visibleAt });
  await again.stop();
});

it('tells a customer nothing about what only colleagues read', async () => {
  const outside = await openSmallBank({ ERFARA_AUDIENCE: 'customer' });
  const events = await readEvents(await outside.ask('/v1/events'));
  await outside.write('incidents/a.sv.md', INCIDENT('2026-11-22T15:00:00+00:00').replace('public', 'internal'));
  await outside.sync();
  await outside.write(
    'incidents/b.sv.md',
    INCIDENT('2026-11-22T15:00:00+00:00').replace('id: ash-cloud', 'id: strike'),
  );
  await outside.sync();
  const heard = [await events.next(), await events.next()];
  expect(heard).toMatchObject([{ type: 'incident', incident: 'strike' }, { type: 'index-changed' }]);
  await events.stop();
  await outside.close();
});

it('refuses ids that are none, and answers HEAD without keeping a stream', async () => {
  for (const headers of [{ 'Last-Event-ID': 'x' }, { 'Last-Event-ID': "'; DROP TABLE x" }]) {
    expect((await bank.ask('/v1/events', { headers })).status).toBe(400);
  }
  expect((await bank.ask('/v1/events?after=%00')).status).toBe(400);
  const head = await bank.ask('/v1/events', { method: 'HEAD' });
  expect(head.headers.get('content-type')).toContain('text/event-stream');
});

it('keeps no more streams than it can, and gives the place of one that went to the next', async () => {
  const open: Response[] = [];
  for (let i = 0; i < 500; i += 1) open.push(await bank.ask('/v1/events'));
  const full = await bank.ask('/v1/events');
  expect(full.status).toBe(503);
  expect(full.headers.get('retry-after')).toBe('15');
  await open.pop()?.body?.cancel();
  const last = await bank.ask('/v1/events');
  expect(last.status).toBe(200);
  for (const response of [...open, last]) await response.body?.cancel();
  expect((await bank.ask('/v1/events')).status).toBe(200);
});

it('frees the place of a client whose connection broke', async () => {
  const streams = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const breaking = new AbortController();
      const response = await fetch(`${address}/v1/events`, { signal: breaking.signal });
      return { breaking, response };
    }),
  );
  for (const { breaking } of streams) breaking.abort();
  await expect
    .poll(async () => {
      const open: Response[] = [];
      for (let i = 0; i < 500; i += 1) open.push(await bank.ask('/v1/events'));
      const all = open.every(({ status }) => status === 200);
      for (const { body } of open) await body?.cancel();
      return all;
    })
    .toBe(true);
});

it('asks nothing of the bus while a client reads nothing, and loses nothing it remembers', async () => {
  const slow = await bank.ask('/v1/events');
  const saved = await capture();
  const events = await readEvents(slow);
  expect(await events.next()).toMatchObject({ type: 'index-changed', version: saved?.visibleAt });
  expect(await events.next()).toMatchObject({ type: 'case-captured' });
  await events.stop();
});

it('ends its streams whole when the server stops', async () => {
  const events = await follow();
  const stopped = new Promise((resolve) => server.close(resolve));
  bank.endStreams();
  expect(await events.next()).toBeNull();
  server.closeIdleConnections();
  await stopped;
});

it('carries nothing about a case but its title', async () => {
  const events = await follow();
  const saved = await capture();
  await events.next();
  const told = JSON.stringify(await events.next());
  expect(told).not.toContain('Stationen');
  expect(readFileSync(join(bank.folder, 'content', `articles/cases/${saved?.id}.sv.md`), 'utf8')).toContain(
    'Stationen',
  );
  await events.stop();
});
