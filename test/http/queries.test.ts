import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteLedger } from '../../server/ledger/sqlite-ledger.ts';
import type { LedgerQuery } from '../../server/ports/ledger.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const data = mkdtempSync(join(tmpdir(), 'erfara-queries-'));
let bank: SmallBank;
let kept: LedgerQuery[];

beforeAll(async () => {
  bank = await openSmallBank({ ERFARA_DATA: data });
  const about = { channel: 'email', market: 'se', case: 'CASE-7', customer: 'customer-17' };
  const requests: [string, string, object][] = [
    [
      'answered',
      '/v1/suggest',
      { message: 'Vad kostar en extra väska?', ...about, receivedAt: '2026-11-20T09:00:00+01:00' },
    ],
    ['abstained', '/v1/suggest', { message: 'Jag heter Anna Karlsson, anna@example.com, var är mitt paraply?' }],
    [
      'ahead',
      '/v1/suggest',
      { message: 'var är mitt paraply?', receivedAt: '2027-01-01T00:00:00Z', customer: 'customer-17' },
    ],
    ['protected', '/v1/suggest', { message: 'var är mitt paraply?', keep: false }],
    ['protected search', '/v1/search', { q: 'extra väska', keep: false }],
    ['empty', '/v1/suggest', { message: '  ' }],
    ['searched', '/v1/search', { q: 'extra väska' }],
    ['paged', '/v1/search', { q: 'extra väska', cursor: Buffer.from('o1').toString('base64url') }],
    ['listed', '/v1/search', { q: '' }],
    ['tried', '/v1/checks', { messages: [{ text: 'var är mitt paraply?' }] }],
  ];
  for (const [id, path, body] of requests) await bank.post(path, body, { 'X-Request-Id': id });
  await bank.close();
  const ledger = await openSqliteLedger(join(data, 'ledger', 'ledger.sqlite'));
  kept = await ledger.queries({ since: '2000', until: '3000' });
  await ledger.close();
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const named = (id: string) => kept.find((query) => query.id === id);

it('keeps messages and searches, but nothing that was only tried, listed, empty or not to be kept', () => {
  expect(kept.map(({ id }) => id).sort()).toEqual(['abstained', 'ahead', 'answered', 'searched']);
});

it('keeps what was asked, what was shown, and when the customer wrote', () => {
  expect(named('answered')).toMatchObject({
    at: '2026-11-20T08:00:00.000Z',
    case: 'CASE-7',
    channel: 'email',
    market: 'se',
    lang: 'sv',
    by: 'suggest',
    asks: [{ text: 'Vad kostar en extra väska?', reason: null, article: { id: 'bag-fee', lang: 'sv' } }],
  });
  expect(named('searched')).toMatchObject({ by: 'search', asks: [{ article: { id: 'bag-fee' } }] });
});

it('keeps no moment that is still to come', () => {
  expect(named('ahead')?.at).toBe('2026-11-22T12:00:00.000Z');
});

it('keeps neither what is personal nor whose message it was, but that two were one customer’s', () => {
  expect(JSON.stringify(kept)).not.toMatch(/Karlsson|anna@|customer-17/);
  expect(named('abstained')?.text).toContain('var är mitt paraply?');
  expect(named('ahead')?.customer).toBe(named('answered')?.customer);
  expect(named('ahead')?.customer).not.toBeNull();
});
