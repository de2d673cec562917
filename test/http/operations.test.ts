import { join } from 'node:path';
import Database from 'libsql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleOutput, SearchOutput, SuggestOutput } from '../../server/http/contract.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeAll(async () => {
  bank = await openSmallBank();
});
afterAll(() => bank.close());

const body = async <T>(response: Promise<Response>) => (await (await response).json()) as T;

describe('POST /v1/suggest', () => {
  it('answers with an article, the reply for the channel and why', async () => {
    const response = await bank.post('/v1/suggest', {
      message: 'Vad kostar en extra väska?',
      market: 'se',
      channel: 'sms',
    });
    expect(response.status).toBe(200);
    const output = (await response.json()) as SuggestOutput;
    expect(output.requestId).toBe(response.headers.get('x-request-id'));
    expect(output.suggestions[0]).toMatchObject({
      article: { id: 'bag-fee', lang: 'sv', mandate: 'Du får bjuda på avgiften.', languages: ['en', 'sv'] },
      why: [{ kind: 'question', text: 'Vad kostar en extra väska?' }, { kind: 'section' }],
      reply: { channel: 'sms', markdown: 'Extra väska: 450 kr.', greeting: '', unit: 'sms', limit: 4 },
    });
    expect(output.abstentions).toEqual([]);
  });

  it('abstains from an empty message and from thanks, each with its reason', async () => {
    const empty = await body<SuggestOutput>(bank.post('/v1/suggest', { message: '  ' }));
    const thanks = await body<SuggestOutput>(bank.post('/v1/suggest', { message: 'Tack så mycket!' }));
    expect(empty.abstentions).toEqual([{ ask: null, reason: 'empty-query' }]);
    expect(thanks.abstentions[0]?.reason).toBe('no-question');
  });
});

describe('/v1/search', () => {
  const find = (query: string) => body<SearchOutput>(bank.ask(`/v1/search?${query}`));

  it('finds by words, with the passage that matched and where', async () => {
    const { results, total } = await find('q=extra%20v%C3%A4ska&reads=sv');
    expect(total).toBeGreaterThan(0);
    expect(results[0]).toMatchObject({ id: 'bag-fee', lang: 'sv', languages: ['en', 'sv'] });
    expect(results[0]?.why[0]?.highlights.length).toBeGreaterThan(0);
  });

  it('shows the text in a language the searcher reads', async () => {
    const { results } = await find('q=extra%20v%C3%A4ska&reads=en');
    expect(results[0]).toMatchObject({ id: 'bag-fee', lang: 'en' });
  });

  it('finds an article first by its id, a redirected id or its exact title', async () => {
    for (const q of ['refund', 'ÅTERBETALNING av inställt flyg']) {
      expect((await find(`q=${encodeURIComponent(q)}`)).results[0]?.id).toBe('refund');
    }
    expect((await find('q=old-bag-fee')).results[0]?.id).toBe('bag-fee');
  });

  it('leaves archived articles out until they are asked for', async () => {
    expect((await find('q=papperbiljett')).results.map(({ id }) => id)).not.toContain('retired');
    expect((await find('q=papperbiljett&state=archived')).results.map(({ id }) => id)).toEqual(['retired']);
  });

  it('shows work in progress to an editor', async () => {
    expect((await find('q=husdjur')).results.map(({ id }) => id)).toContain('draft');
  });

  it('narrows by market, tag, kind, language and audience', async () => {
    const ids = async (query: string) => (await find(query)).results.map(({ id }) => id);
    expect(await ids('q=pengar&market=no')).not.toContain('refund');
    expect(await ids('q=pengar&market=se')).toContain('refund');
    expect(await ids('q=pengar&tag=bagage')).toEqual(['bag-fee']);
    expect(await ids('q=pengar&kind=case')).toEqual([]);
    expect(await ids('q=pengar&lang=en')).toEqual(['bag-fee']);
    expect(await ids('q=pengar&audience=internal')).toEqual(['secret']);
  });

  it('lists what was checked last when no words are given and nothing was used', async () => {
    const { results } = await find('');
    expect(results.map(({ id }) => id)).toEqual(['refund', 'bag-fee', 'draft', 'secret']);
  });

  it('goes through all results a page at a time, each once', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const output = await body<SearchOutput>(
        bank.post('/v1/search', { q: '', limit: 1, ...(cursor ? { cursor } : {}) }),
      );
      expect(output.total).toBe(4);
      seen.push(...output.results.map(({ id }) => id));
      if (output.next === null) break;
      cursor = output.next;
    }
    expect(seen).toEqual(['refund', 'bag-fee', 'draft', 'secret']);
  });

  it('refuses a cursor that no search gave', async () => {
    const response = await bank.ask('/v1/search?q=&cursor=abc');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { details: [{ path: 'cursor' }] } });
  });
});

describe('GET /v1/articles/{id}', () => {
  const read = (path: string) => body<ArticleOutput>(bank.ask(`/v1/articles/${path}`));

  it('gives every text with its sections, questions and hash', async () => {
    const article = await read('bag-fee');
    expect(article.texts.map(({ lang }) => lang)).toEqual(['en', 'sv']);
    const swedish = article.texts[1];
    expect(swedish?.questions).toHaveLength(2);
    expect(swedish?.etag).toMatch(/^[0-9a-f]{64}$/);
    expect(swedish?.sections.map(({ name, channel }) => [name, channel])).toEqual([
      ['issue', null],
      ['reply', null],
      ['reply', 'sms'],
      ['mandate', null],
      ['internal', null],
    ]);
  });

  it('fills facts for the market asked for', async () => {
    const reply = async (path: string) => (await read(path)).texts[1]?.sections[1]?.markdown;
    expect(await reply('bag-fee?market=no')).toBe('En extra väska kostar 490 kr.');
    expect(await reply('bag-fee')).toBe('En extra väska kostar {{fact.bag_fee}}.');
    const html = (await read('bag-fee')).texts[1]?.sections[1]?.html ?? '';
    expect(html).toMatch(/kostar \S+ kr \(\p{L}+\), /u);
    expect(html).not.toContain('{{');
  });

  it('gives HTML without scripts or script addresses', async () => {
    const html = (await read('bag-fee')).texts[0]?.sections.find(({ name }) => name === 'reply')?.html;
    expect(html).toContain('<p>');
    expect(html).not.toMatch(/script|alert\(1\)<|javascript:/i);
  });

  it('follows a redirect and says so', async () => {
    expect(await read('old-bag-fee')).toMatchObject({ id: 'bag-fee', redirectedFrom: 'old-bag-fee' });
    expect(await read('bag-fee')).toMatchObject({ redirectedFrom: null });
  });

  it('answers not found for what is not there', async () => {
    const response = await bank.ask('/v1/articles/nothing-here');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not-found', docs: '/docs' } });
  });
});

describe('a bank for the public', () => {
  let outside: SmallBank;
  beforeAll(async () => {
    outside = await openSmallBank({ ERFARA_AUDIENCE: 'public' });
  });
  afterAll(() => outside.close());

  it('holds no internal article, and does not tell that there is one', async () => {
    const hidden = await outside.ask('/v1/articles/secret');
    const absent = await outside.ask('/v1/articles/no-such-article');
    expect(hidden.status).toBe(404);
    const code = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;
    expect(await code(hidden)).toBe(await code(absent));
    const found = (await (await outside.ask('/v1/search?q=hemlig%20rutin')).json()) as SearchOutput;
    expect(found.results.map(({ id }) => id)).not.toContain('secret');
  });

  it('shows neither questions, mandate, internal notes nor unvalidated texts', async () => {
    const article = (await (await outside.ask('/v1/articles/bag-fee')).json()) as ArticleOutput;
    for (const text of article.texts) {
      expect(text.questions).toEqual([]);
      expect(text.sections.map(({ name }) => name)).not.toContain('mandate');
      expect(text.sections.map(({ name }) => name)).not.toContain('internal');
    }
    expect((await outside.ask('/v1/articles/draft')).status).toBe(404);
    const found = (await (await outside.post('/v1/search', { q: 'vad kostar väska' })).json()) as SearchOutput;
    expect(found.results.flatMap(({ why }) => why.map(({ kind }) => kind))).not.toContain('question');
  });
});

describe('POST /v1/feedback', () => {
  const event = (id: string) => ({ id, type: 'insert', at: '2026-11-22T11:59:00Z', article: { id: 'secret' } });

  it('keeps each event once, names those that are wrong, and counts uses', async () => {
    const id = uuidv7();
    const first = await bank.post('/v1/feedback', { events: [event(id), { id: 'x', type: 'insert' }, 'no event'] });
    expect(first.status).toBe(202);
    expect(await first.json()).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [
        { id: 'x', error: expect.stringContaining('id is a UUIDv7') },
        { id: 'events.2', error: expect.any(String) },
      ],
    });
    const again = await bank.post('/v1/feedback', { events: [event(id), event(uuidv7()), event(id)] });
    expect(await again.json()).toEqual({ accepted: 1, duplicates: 2, rejected: [] });
    expect(await body<ArticleOutput>(bank.ask('/v1/articles/secret'))).toMatchObject({ uses: 2 });
    const { results } = await body<SearchOutput>(bank.ask('/v1/search'));
    expect(results[0]?.id).toBe('secret');
  });
});

describe('the ledger', () => {
  it('never sees an e-mail address, a phone number or an order number', async () => {
    const text = 'Ring Anna på 070-123 45 67 eller anna@example.com om AB-123456';
    const sent = { id: uuidv7(), type: 'none-fit', at: '2026-11-22T11:59:00Z', text, subject: text };
    expect((await bank.post('/v1/feedback', { events: [sent] })).status).toBe(202);
    const database = new Database(join(bank.folder, 'data', 'ledger', 'ledger.sqlite'));
    const row = database.prepare('SELECT text, subject FROM events WHERE id = ?').get(sent.id);
    database.close();
    expect(row).toMatchObject({ text: expect.stringContaining('Ring Anna') });
    expect(JSON.stringify(row)).not.toMatch(/070|anna@|AB-123456/);
  });
});

describe('operations', () => {
  it('says that it is up and ready, and what is wrong in the content', async () => {
    expect(await (await bank.ask('/healthz')).text()).toBe('ok');
    const ready = await bank.ask('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, mode: 'hybrid', model: 'hashing', problems: 1 });
  });

  it('leaves a broken article out, names it, and serves the others', () => {
    const { found, index } = bank.status();
    expect(found.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual([
      'articles/broken.sv.md',
    ]);
    expect(index?.articles).toBe(5);
  });

  it('counts requests by route, without what was asked', async () => {
    await bank.ask('/v1/search?q=hemligt-ord');
    const response = await bank.ask('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/erfara_requests_total\{route="\/v1\/search",method="GET",status="200"\} \d+/);
    expect(text).not.toContain('hemligt-ord');
  });

  it('describes itself, with a page that needs no network', async () => {
    const page = await (await bank.ask('/docs')).text();
    expect(page).not.toMatch(/https?:\/\//);
    for (const asset of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await bank.ask(asset[1] ?? '')).status).toBe(200);
    }
    expect((await bank.ask('/docs/package.json')).status).toBe(404);
  });
});
