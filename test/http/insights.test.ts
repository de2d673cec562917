import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InsightsOutput, SuggestOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  bank = await openSmallBank();
  desk = deskOf(bank);
  await bank.write(
    'articles/late.sv.md',
    '---\nschema: 1\nid: late\nlang: sv\nkind: faq\nstate: validated\naudience: public\ntitle: Sent flyg\ncause_owner: traffic\ncause: {told: 2026-11-02, accepted: 2026-11-05}\n---\n## Issue\nFlyget är sent.\n## Svar\nVi beklagar.\n',
  );
  await bank.sync();
  for (let i = 0; i < 6; i += 1) {
    await desk.json(
      bank.post('/v1/suggest', { message: 'Vad kostar en extra väska?', channel: 'email', case: `c${i}` }),
    );
  }
});
afterAll(() => bank.close());

const read = (query = '') => desk.get<InsightsOutput>(`/v1/insights${query}`);

it('draws twelve weeks up to today, and tells no figure of one agent', async () => {
  const { steps, insights } = await read();
  expect(steps).toHaveLength(12);
  expect(steps.at(-1)).toBe('2026-11-16');
  for (const { name, series } of insights) {
    for (const { points } of series) expect(points, name).toEqual(steps.map(() => null));
  }
  expect(insights.map(({ name }) => name)).toContain('answered-share');
  expect(insights.find(({ name }) => name === 'questions-by-channel')?.series.map(({ of }) => of)).toEqual(['email']);
});

it('names what the company could end, with when its owner was told', async () => {
  const { causes, steps } = await read('?from=2026-11-01&until=2026-11-20&step=week');
  expect(steps).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']);
  expect(causes).toMatchObject([
    { owner: 'traffic', article: { id: 'late' }, told: '2026-11-02', accepted: '2026-11-05', fixed: null },
  ]);
});

it('gives the same as a table', async () => {
  const response = await bank.ask('/v1/insights?format=csv&step=month&from=2026-10-01');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (await response.text()).split('\r\n');
  expect(lines[0]).toBe('insight,unit,of,step,value');
  expect(lines).toContain('questions,count,,2026-11-01,');
  expect(lines).toContain('cause,count,traffic: Sent flyg,2026-11-01,');
});

it('says what is wrong with a span', async () => {
  for (const query of [
    '?from=2026-11-22&until=2026-11-01',
    '?from=2020-01-01&step=day',
    '?from=1999-01-01',
    '?step=hour',
    '?from=tomorrow',
    '?who=me',
  ]) {
    expect((await desk.refused(bank.ask(`/v1/insights${query}`), 400)).code, query).toBe('bad-request');
  }
});

it('writes a month on one page, for paper and as Markdown', async () => {
  const markdown = await (await bank.ask('/v1/insights/report?month=2026-11&format=markdown')).text();
  expect(markdown).toContain('# Small bank: what customers asked in November 2026');
  expect(markdown).toContain('| Questions | too few | too few |');
  expect(markdown).toContain('**traffic** – Sent flyg');
  const page = await bank.ask('/v1/insights/report?month=2026-11');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('<table>');
  const swedish = await (await bank.ask('/v1/insights/report?month=2026-11&lang=sv')).text();
  expect(swedish).toMatch(/<html lang="sv">.*<title>Small bank: vad kunderna frågade i november 2026/s);
  const accepted = await bank.ask('/v1/insights/report?month=2026-11', { headers: { 'Accept-Language': 'fi-FI,en' } });
  expect(await accepted.text()).toContain('<html lang="fi">');
  expect((await desk.refused(bank.ask('/v1/insights/report?month=2027-01'), 400)).details[0]?.path).toBe('month');
  expect((await desk.refused(bank.ask('/v1/insights/report?month=2026-13'), 400)).code).toBe('bad-request');
});

it('counts an answer sent as it was offered as unchanged, and a channel as covered where the Reply suits it', async () => {
  for (let i = 0; i < 6; i += 1) {
    const agent = { 'X-Erfara-Agent': `a${i}` };
    for (const channel of ['email', 'phone']) {
      const about = { channel, case: `${channel}-${i}` };
      const asked = { message: 'Vad kostar en extra väska?', market: 'se', ...about };
      const { requestId, suggestions } = await desk.json<SuggestOutput>(bank.post('/v1/suggest', asked, agent));
      const { article, reply } = suggestions[0] as SuggestOutput['suggestions'][0];
      expect(reply?.markdown).toMatch(/kostar \d/);
      const text = `Hej!\n\n${reply?.markdown}\n\nHälsningar`;
      const sent = {
        type: 'sent',
        article: { id: article.id, lang: 'sv' },
        requestId,
        at: bank.clock.time.toISOString(),
      };
      await desk.json(bank.post('/v1/feedback', { events: [{ id: uuidv7(), ...sent, ...about, text }] }, agent), 202);
    }
  }
  const owned = { action: 'cause', ids: ['bag-fee'], owner: 'pricing' };
  await desk.json(bank.post('/v1/bulk', owned));
  const { insights } = await read('?step=month&from=2026-11-01');
  const of = (name: string, of = '') =>
    insights
      .find((each) => each.name === name)
      ?.series.find((series) => series.of === of)
      ?.points.at(-1);
  expect(of('edit-distance')).toBe(0);
  expect(of('cases-by-cause-owner', 'pricing')).toBe(12);
  expect(of('coverage-by-channel', 'email')).toBe(1);
  expect(of('coverage-by-channel', 'phone')).toBe(0);
});
