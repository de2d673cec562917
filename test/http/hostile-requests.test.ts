import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorBody } from '../../server/http/contract.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeAll(async () => {
  bank = await openSmallBank();
});
afterAll(() => bank.close());

const deep = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const SQL = [
  "' OR 1=1 --",
  "se'; DROP TABLE passages; --",
  'se" OR ""="',
  'x) OR (1=1',
  '%27 OR 1=1',
  'se`',
  '\\',
  'se;',
];
const WRONG = [null, 1, -1, 1.5, true, [], {}, [null], [[]], { a: 1 }, '', ' ', '\u0000', '\ud800', 1e308];
const BROKEN_TEXT = ['\u0000', 'hej\u0000då', '\ud800', '\udc00', 'a\ud83d b', '\udc00\ud800'];

/** JSON bodies that no operation takes, with the path each is sent to. */
function hostileBodies(): [string, string][] {
  const bodies: [string, string][] = [];
  const add = (path: string, ...values: unknown[]) => {
    for (const value of values) bodies.push([path, typeof value === 'string' ? value : JSON.stringify(value)]);
  };
  const suggest = '/v1/suggest';
  for (const path of [suggest, '/v1/search', '/v1/feedback']) {
    add(
      path,
      '',
      '{',
      '}',
      '[',
      '"',
      'null',
      'true',
      '1',
      '[]',
      '{}',
      '"text"',
      'NaN',
      '{"a"',
      "{'message': 'x'}",
      '\u0000',
    );
    add(path, '{"message":"x",}', '{"message":"\\ud83d', '\ufeff', '<xml/>', 'message=hej', '{"message":undefined}');
    add(
      path,
      deep(10_000, '[', ']'),
      deep(10_000, '{"a":', '1}').replace('1}', '1}'),
      `{"message":${deep(5_000, '[', ']')}}`,
    );
    add(path, '{"__proto__":{"message":"x"}}', '{"constructor":{"prototype":{"x":1}}}', '{"toString":"x","q":1}');
  }
  for (const wrong of WRONG) {
    if (typeof wrong !== 'string') add(suggest, { message: wrong });
    for (const field of ['channel', 'setting', 'limit', 'receivedAt', 'tags', 'reads', 'writes', 'turns']) {
      const fine =
        wrong === undefined || (Array.isArray(wrong) && wrong.length === 0) || (field === 'limit' && wrong === 1);
      if (!fine) add(suggest, { message: 'hej', [field]: wrong });
    }
    if (wrong !== null) add(suggest, { message: 'hej', market: wrong }, { message: 'hej', brand: wrong });
    if (typeof wrong !== 'string') add('/v1/search', { q: wrong }, { q: 'x', cursor: wrong });
    add(
      '/v1/search',
      { q: 'x', tag: wrong },
      { q: 'x', market: wrong },
      { q: 'x', state: wrong },
      { q: 'x', kind: wrong },
    );
    if (!Array.isArray(wrong)) add('/v1/feedback', { events: wrong });
  }
  for (const sql of SQL) {
    add(suggest, { message: 'hej', market: sql }, { message: 'hej', brand: sql }, { message: 'hej', channel: sql });
    add('/v1/search', { q: 'x', tag: sql }, { q: 'x', market: sql }, { q: 'x', lang: sql }, { q: 'x', audience: sql });
  }
  for (const text of BROKEN_TEXT) {
    add(suggest, { message: text }, { turns: [{ from: 'customer', text }] }, { message: 'hej', case: text });
    add('/v1/search', { q: text }, { q: 'x', tag: text });
  }
  add(suggest, { message: 'x'.repeat(100_001) }, { turns: Array(501).fill({ from: 'customer', text: 'x' }) });
  add(
    suggest,
    { turns: [{ from: 'system', text: 'x' }] },
    { turns: [{ from: 'customer' }] },
    { turns: [{ text: 'x' }] },
  );
  add(suggest, { message: 'x', limit: 0 }, { message: 'x', limit: 11 }, { message: 'x', reads: ['not a language'] });
  add(suggest, { message: 'x', filter: "state = 'wip'" }, { message: 'x', principal: { scopes: ['edit'] } });
  add(
    '/v1/search',
    { q: 'x'.repeat(1_001) },
    { q: 'x', limit: 51 },
    { q: 'x', where: '1=1' },
    { q: 'x', cursor: 'bzk5OTk5OTk5OTk5' },
  );
  add('/v1/feedback', { events: Array(501).fill({}) }, { events: [], agent: 'me' });
  return bodies;
}

async function expectClearRefusal(response: Response, what: string): Promise<void> {
  expect(response.status, what).toBeGreaterThanOrEqual(400);
  expect(response.status, what).toBeLessThan(500);
  const { error } = (await response.json()) as ErrorBody;
  expect(error.code, what).not.toBe('internal');
  expect(error.message.length, what).toBeGreaterThan(10);
  if (error.code === 'bad-request') expect(error.details.length, what).toBeGreaterThan(0);
}

it('refuses hundreds of malformed and hostile bodies, each clearly, and still answers', async () => {
  const bodies = hostileBodies();
  expect(bodies.length).toBeGreaterThan(400);
  for (const [path, body] of bodies) {
    const response = await bank.ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    await expectClearRefusal(response, `${path} ${body.slice(0, 120)}`);
  }
  expect((await bank.post('/v1/suggest', { message: 'Vad kostar en extra väska?' })).status).toBe(200);
});

it('refuses hostile addresses and queries', async () => {
  const paths = [
    ...["'", '%00', '%ff', '..%2f..%2fetc%2fpasswd', '%2e%2e', 'A B', 'x'.repeat(500), '__proto__', '<script>'].map(
      (id) => `/v1/articles/${id}`,
    ),
    ...SQL.map((sql) => `/v1/search?q=x&market=${encodeURIComponent(sql)}`),
    ...SQL.map((sql) => `/v1/articles/bag-fee?market=${encodeURIComponent(sql)}`),
    ...[
      'limit=-1',
      'limit=1e9',
      'limit=x',
      'cursor=%00',
      'q=a&q=b',
      'q=%00',
      'unknown=1',
      'lang=%27',
      `q=${'x'.repeat(2_000)}`,
    ].map((query) => `/v1/search?${query}`),
    ...[
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '....//package.json',
      '..\\package.json',
      '%00',
      '%',
      'no.js',
    ].flatMap((path) => [`/components/${path}`, `/pages/${path}`, `/docs/${path}`]),
    '/v1',
    '/v1/',
    '/v2/suggest',
    '/.env',
    '/package.json',
    '/server/main.ts',
    '//evil.example/',
  ];
  for (const path of paths) await expectClearRefusal(await bank.ask(path), path);
});

it('refuses ten megabytes without reading them', async () => {
  const response = await bank.post('/v1/suggest', { message: 'x'.repeat(10_000_000) });
  expect(response.status).toBe(413);
});

it('names each wrong event of a batch, however odd', async () => {
  const odd = [
    ...WRONG,
    deep(500, '[', ']'),
    { __proto__: { id: 'x' } },
    { id: {} },
    { id: "'; DROP TABLE events; --" },
  ];
  const response = await bank.post('/v1/feedback', { events: odd });
  expect(response.status).toBe(202);
  expect(((await response.json()) as { rejected: unknown[] }).rejected).toHaveLength(odd.length);
});
