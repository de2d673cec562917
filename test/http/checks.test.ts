import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckOutput, ErrorBody } from '../../server/http/contract.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeAll(async () => {
  bank = await openSmallBank();
});
afterAll(() => bank.close());

const file = (path: string) => readFile(join(bank.folder, 'content', path), 'utf8');

async function check(input: unknown): Promise<CheckOutput> {
  const response = await bank.post('/v1/checks', input);
  expect(response.status).toBe(200);
  return (await response.json()) as CheckOutput;
}

const HUNGRY = `---
schema: 1
id: bag-rules
lang: sv
kind: faq
state: validated
audience: public
title: Extra väska, vad kostar en extra väska
questions: ["Vad kostar en till extra väska?", "Hur mycket för extra väska?"]
not_for: ["Flyget är inställt, hur får jag pengarna tillbaka?"]
---
## Issue
Vad kostar en extra väska, hur mycket för väska till?
## Svar
Så mycket kostar det.
`;

describe('POST /v1/checks', () => {
  it('finds nothing to lose in a text that stays as it is, and gives a token', async () => {
    const output = await check({ texts: [{ markdown: await file('articles/bag-fee.sv.md') }] });
    expect(output).toMatchObject({ gained: [], lost: [], shaken: [], failing: [], tests: { run: 0 } });
    expect(output.tests.total).toBeGreaterThan(4);
    expect(output.token).toEqual(expect.any(String));
  });

  it('tells lint problems of the text sent, at their lines, and of no other', async () => {
    const source = (await file('articles/bag-fee.sv.md')).replace(
      'En extra väska kostar',
      'Ring oss, en extra väska kostar',
    );
    const { problems } = await check({ texts: [{ id: 'bag-fee', lang: 'sv', markdown: source }] });
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'sends-away', path: 'articles/bag-fee.sv.md' }));
    expect(new Set(problems.map(({ path }) => path))).toEqual(new Set(['articles/bag-fee.sv.md']));
  });

  it('names the lines that a change loses, the article that takes their place, and carries them in the token', async () => {
    const source = (await file('articles/bag-fee.sv.md'))
      .replace('Avgift för extra väska', 'Annat')
      .replace('"Vad kostar en extra väska?"', '"Helt andra ord"')
      .replace('Kunden vill ta med en extra väska.', 'Annat.')
      .replace('En extra väska kostar {{fact.bag_fee}}.', 'Annat.');
    const rivals = ['bag-rules', 'bag-rules-two', 'bag-rules-three', 'bag-rules-four'].map((id) => ({
      markdown: HUNGRY.replace('id: bag-rules', `id: ${id}`),
    }));
    const { lost, token } = await check({ texts: [{ markdown: source }, ...rivals] });
    const line = lost.find(({ question }) => question === 'hur mycket för väska till');
    expect(line).toMatchObject({ kind: 'question', articleId: 'bag-fee', lang: 'sv', rankBefore: 1 });
    expect(line?.lostTo).toMatch(/^bag-rules/);
    const [payload = ''] = (token ?? '').split('.');
    const checked = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(checked).toMatchObject({ version: bank.status().index?.version, lost: expect.arrayContaining([line?.id]) });
  });

  it('counts the lines of a new article as gained, and shows how a message would rank', async () => {
    const message = 'Vad kostar en till extra väska';
    const output = await check({ texts: [{ markdown: HUNGRY }], messages: [message] });
    expect(output.gained.map(({ articleId, rankBefore }) => [articleId, rankBefore])).toContainEqual([
      'bag-rules',
      null,
    ]);
    expect(output.messages[0]).toMatchObject({ text: message, rankBefore: null, rankAfter: 1 });
    expect(output.messages[0]?.before[0]?.id).toBe('bag-fee');
    expect(output.messages[0]?.after[0]?.id).toBe('bag-rules');
  });

  it('saves nothing: files and the published index are as they were', async () => {
    const before = await readdir(join(bank.folder, 'content', 'articles'));
    const version = bank.status().index?.version;
    await check({ texts: [{ markdown: HUNGRY }], removed: [{ id: 'refund', lang: 'sv' }] });
    expect(await readdir(join(bank.folder, 'content', 'articles'))).toEqual(before);
    expect(bank.status().index?.version).toBe(version);
    const { results } = (await (await bank.ask('/v1/search?q=extra%20v%C3%A4ska')).json()) as {
      results: { id: string }[];
    };
    expect(results.map(({ id }) => id)).not.toContain('bag-rules');
  });

  it('gives no token for a text that cannot be read, and says where it is broken', async () => {
    const output = await check({ texts: [{ id: 'refund', lang: 'sv', markdown: '---\nid: [\n---\n' }] });
    expect(output.token).toBeNull();
    expect(output.problems[0]).toMatchObject({ path: 'articles/refund.sv.md', severity: 'error' });
  });

  it('says when a text was given another id or language than the one that is open', async () => {
    const output = await check({ texts: [{ id: 'refund', lang: 'sv', markdown: HUNGRY }] });
    expect(output.problems).toContainEqual(expect.objectContaining({ rule: 'other-text', severity: 'error' }));
  });

  it('refuses a text twice, too many texts, and the removal of what is not there', async () => {
    const twice = await bank.post('/v1/checks', { texts: [{ markdown: HUNGRY }, { markdown: HUNGRY }] });
    expect(twice.status).toBe(400);
    const many = await bank.post('/v1/checks', { texts: Array(51).fill({ markdown: '' }) });
    expect(many.status).toBe(400);
    const nothing = await bank.post('/v1/checks', { texts: [], removed: [{ id: 'nothing', lang: 'sv' }] });
    expect(nothing.status).toBe(404);
    expect(((await nothing.json()) as ErrorBody).error.details[0]?.path).toBe('removed.0');
  });
});

describe('without a model', () => {
  it('checks by words alone, and knows no lead', async () => {
    const keyword = await openSmallBank({}, false, null);
    try {
      const response = await keyword.post('/v1/checks', { texts: [{ markdown: HUNGRY }], messages: ['extra väska'] });
      expect(response.status).toBe(200);
      const output = (await response.json()) as CheckOutput;
      expect(output.gained[0]).toMatchObject({ articleId: 'bag-rules', rankBefore: null, lead: null });
      expect(output.messages[0]).toMatchObject({ rankBefore: null, rankAfter: expect.any(Number) });
    } finally {
      await keyword.close();
    }
  });
});
