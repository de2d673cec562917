import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Flag, NewsOutput, SuggestOutput } from '../../server/http/contract.ts';
import { NOW, openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeEach(async () => {
  bank = await openSmallBank();
});
afterEach(() => bank.close());

const HOUR = 3_600_000;
const BEFORE = '2026-11-22T11:00:00.000Z';
const at = (hours: number) => {
  bank.clock.time = new Date(NOW.getTime() + hours * HOUR);
};
const news = async (since = BEFORE, more = '') => {
  const response = await bank.ask(`/v1/news?since=${encodeURIComponent(since)}${more}`);
  expect(response.status).toBe(200);
  return (await response.json()) as NewsOutput;
};
const kinds = ({ items }: NewsOutput) => items.map(({ kind, article }) => `${kind} ${article.id}`);
const source = (path: string) => readFileSync(join(bank.folder, 'content', path), 'utf8');
const save = async (path: string, text: string) => {
  await bank.write(path, text);
  await bank.sync();
};
const SV = 'articles/bag-fee.sv.md';
const article = (id: string, fields: string) => `---
schema: 1
id: ${id}
lang: sv
kind: faq
title: Om ${id}
${fields}
---
## Issue
Kunden undrar.
## Svar
Så här är det.
`;
const INCIDENT = (until: string, fields = 'audience: public') => `---
schema: 1
id: ash-cloud
lang: sv
kind: incident
title: Askmoln
state: validated
${fields}
valid_from: 2026-11-22T08:00:00+00:00
valid_until: ${until}
approved_by: Ledningen
supersedes: [refund]
applies_to: {markets: [se]}
---
## Status
Flygen står på grund av aska.
`;

describe('GET /v1/news', () => {
  it('calls nothing new at the very first start', async () => {
    expect(await news()).toMatchObject({ since: BEFORE, until: NOW.toISOString(), items: [], total: 0 });
  });

  it('tells which articles are new, say something else or were checked, newest first, each once', async () => {
    at(1);
    await save('articles/wifi.sv.md', article('wifi', 'state: validated\naudience: public'));
    at(2);
    await save('articles/refund.sv.md', source('articles/refund.sv.md').replace('sju dagar', 'fem dagar'));
    at(3);
    await save(SV, source(SV).replace('2026-11-01', '2026-11-22'));
    const output = await news();
    expect(kinds(output)).toEqual(['validated bag-fee', 'changed refund', 'new wifi']);
    expect(output.items[2]).toEqual({
      kind: 'new',
      at: '2026-11-22T13:00:00.000Z',
      article: { id: 'wifi', lang: 'sv', title: 'Om wifi', state: 'validated' },
    });
    expect(kinds(await news('2026-11-22T13:30:00Z'))).toEqual(['validated bag-fee', 'changed refund']);
    expect(await news(BEFORE, '&limit=1')).toMatchObject({ items: [{ kind: 'validated' }], total: 3 });
    expect(kinds(await news(output.until))).toEqual([]);
  });

  it('tells a solved case that a colleague captured', async () => {
    at(1);
    await bank.post('/v1/cases', {
      lang: 'sv',
      question: 'Jag glömde mitt röda paraply på planet',
      solution: 'Stationen letar.',
    });
    expect((await news()).items).toMatchObject([{ kind: 'new', article: { state: 'not-validated' } }]);
  });

  it('is silent about what changes nothing for a reader: phrasings, tags, and what is in progress', async () => {
    at(1);
    await save(SV, source(SV).replace('"hur mycket för väska till"', '"en väska till?"').replace('bagage', 'resa'));
    await save('articles/plan.sv.md', article('plan', 'state: wip\naudience: public'));
    expect(kinds(await news())).toEqual([]);
    at(2);
    await save('articles/plan.sv.md', article('plan', 'state: not-validated\naudience: public'));
    expect(kinds(await news())).toEqual(['new plan']);
  });

  it('looks at the languages the agent reads, and counts another language of an old article as a change', async () => {
    at(1);
    await save('articles/bag-fee.en.md', source('articles/bag-fee.en.md').replace('costs', 'is'));
    await save(
      'articles/refund.en.md',
      article('refund', 'state: validated\naudience: public\nmarkets: [se]').replace('lang: sv', 'lang: en'),
    );
    expect(kinds(await news(BEFORE, '&reads=sv'))).toEqual([]);
    expect(kinds(await news(BEFORE, '&reads=en')).sort()).toEqual(['changed bag-fee', 'new refund']);
    expect(kinds(await news(BEFORE, '&reads=sv,en')).sort()).toEqual(['changed bag-fee', 'changed refund']);
    expect(kinds(await news(BEFORE, '&reads=en&market=no'))).toEqual(['changed bag-fee']);
  });

  it('brings the answer to whoever flagged, also of an article that is gone', async () => {
    const flag = (await (
      await bank.post('/v1/flags', { article: { id: 'refund', lang: 'sv' }, comment: 'Fel antal dagar.' })
    ).json()) as Flag;
    expect(kinds(await news())).toEqual([]);
    at(1);
    await bank.post(`/v1/flags/${flag.id}/answer`, { answer: 'Borttagen, tack.' });
    const told = { kind: 'flag-answered', flag: { comment: 'Fel antal dagar.', answer: 'Borttagen, tack.' } };
    expect((await news()).items).toMatchObject([{ ...told, article: { title: 'Återbetalning av inställt flyg' } }]);
    rmSync(join(bank.folder, 'content', 'articles', 'refund.sv.md'));
    await bank.sync();
    expect((await news()).items).toMatchObject([{ ...told, article: { id: 'refund', title: null, state: null } }]);
  });

  it('tells that an incident ended, where it held', async () => {
    await save('incidents/ash-cloud.sv.md', INCIDENT('2026-11-22T13:00:00+00:00'));
    expect(kinds(await news())).toEqual([]);
    at(2);
    expect((await news()).items).toMatchObject([
      { kind: 'incident-ended', at: '2026-11-22T13:00:00.000Z', article: { title: 'Flygen står på grund av aska.' } },
    ]);
    expect(kinds(await news(BEFORE, '&market=no'))).toEqual([]);
    expect(kinds(await news('2026-11-22T13:00:00Z'))).toEqual([]);
  });

  it('goes back thirty days at most, says so, and knows nothing of tomorrow', async () => {
    expect((await news('2020-01-01T00:00:00Z')).since).toBe('2026-10-23T12:00:00.000Z');
    expect((await news('2030-01-01T00:00:00Z')).since).toBe(NOW.toISOString());
    for (const query of [
      '',
      '?since=yesterday',
      '?since=2026-11-22',
      `?since=${BEFORE}&limit=0`,
      `?since=${BEFORE}&x=1`,
    ]) {
      expect((await bank.ask(`/v1/news${query}`)).status, query).toBe(400);
    }
  });

  it('tells a customer nothing of what they may not read', async () => {
    const inside = bank;
    bank = await openSmallBank({ ERFARA_AUDIENCE: 'customer' });
    at(1);
    await bank.write('articles/a.sv.md', article('coupon-rules', 'state: validated\naudience: internal'));
    await bank.write('articles/b.sv.md', article('unchecked', 'state: not-validated\naudience: public'));
    await save('articles/c.sv.md', article('wifi', 'state: validated\naudience: public'));
    await save('incidents/ash-cloud.sv.md', INCIDENT('2026-11-22T12:30:00+00:00', 'audience: internal'));
    expect(kinds(await news())).toEqual(['new wifi']);
    await inside.close();
  });
});

describe('incidents in POST /v1/suggest', () => {
  const ask = async (market = 'se') =>
    (await (await bank.post('/v1/suggest', { message: '', market, reads: ['sv'] })).json()) as SuggestOutput;

  it('come with their answers, and say for two hours that they are over', async () => {
    const answer = article('ash-refund', 'state: validated\naudience: public').replace(
      'kind: faq',
      'kind: incident\npart_of: ash-cloud',
    );
    await bank.write('incidents/ash-refund.sv.md', answer);
    await save('incidents/ash-cloud.sv.md', INCIDENT('2026-11-22T13:00:00+00:00'));
    expect(await ask()).toMatchObject({
      incidents: [{ id: 'ash-cloud', answers: [{ id: 'ash-refund', lang: 'sv', title: 'Om ash-refund' }] }],
      ended: [],
    });
    at(1);
    const ended = {
      id: 'ash-cloud',
      line: 'Flygen står på grund av aska.',
      lang: 'sv',
      endedAt: '2026-11-22T13:00:00.000Z',
    };
    expect(await ask()).toMatchObject({ incidents: [], ended: [ended] });
    expect((await ask('no')).ended).toEqual([]);
    at(3);
    expect((await ask()).ended).toEqual([]);
  });
});
