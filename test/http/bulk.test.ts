import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ArticleOutput,
  BulkInput,
  BulkOutput,
  HistoryOutput,
  InsightsOutput,
} from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const REFUND = 'articles/refund.sv.md';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek' });
  desk = deskOf(bank);
  await desk.get('/v1/articles/refund/history');
});
afterEach(() => bank.close());

const bulk = (input: BulkInput, status = 200) => desk.json<BulkOutput>(bank.post('/v1/bulk', input), status);
const refused = (input: BulkInput, status: number) => desk.refused(bank.post('/v1/bulk', input), status);
const read = (id: string) => desk.get<ArticleOutput>(`/v1/articles/${id}`);
const isThere = (path: string) =>
  access(join(bank.folder, 'content', path)).then(
    () => true,
    () => false,
  );

describe('POST /v1/bulk', () => {
  it('answers the diff of every file in a dry run, and writes nothing', async () => {
    const before = await desk.file(REFUND);
    const version = bank.status().index?.version;
    const output = await bulk({ action: 'tag', ids: ['refund', 'bag-fee'], add: ['pengar'], dryRun: true });
    expect(output).toMatchObject({ dryRun: true, revision: null, visibleAt: null });
    expect(output.files.map(({ path }) => path).sort()).toEqual([
      'articles/bag-fee.en.md',
      'articles/bag-fee.sv.md',
      REFUND,
    ]);
    const added = output.files.flatMap(({ diff }) => diff.filter(({ kind }) => kind === 'added'));
    expect(added.map(({ lines }) => lines.some((line) => line.includes('pengar')))).toEqual([true, true, true]);
    expect(await desk.file(REFUND)).toBe(before);
    expect(bank.status().index?.version).toBe(version);
  });

  it('tags as one change, and leaves every other line', async () => {
    const before = await desk.file('articles/bag-fee.sv.md');
    const { revision, files } = await bulk({ action: 'tag', ids: ['bag-fee'], add: ['avgift'], remove: ['bagage'] });
    const after = await desk.file('articles/bag-fee.sv.md');
    expect(after.split('\n').filter((line, i) => line !== before.split('\n')[i])).toHaveLength(1);
    expect(files).toHaveLength(2);
    expect((await read('bag-fee')).tags).toEqual(['avgift']);
    const { revisions } = await desk.get<HistoryOutput>('/v1/articles/bag-fee/history');
    expect(revisions.slice(0, 2).map(({ id, message }) => [id, message])).toEqual(
      Array(2).fill([revision, 'Tag +avgift -bagage: bag-fee']),
    );
    const again = await bulk({ action: 'tag', ids: ['bag-fee'], add: ['avgift'] });
    expect(again).toMatchObject({ files: [], revision: null });
  });

  it('tells who could end what makes the cases, and how far that has come, in every language', async () => {
    const before = await desk.file('articles/bag-fee.sv.md');
    expect((await refused({ action: 'cause', ids: ['bag-fee'], told: '2026-11-02' }, 400)).details[0]?.path).toBe(
      'owner',
    );
    const { files } = await bulk({ action: 'cause', ids: ['bag-fee'], owner: 'pricing', told: '2026-11-02' });
    expect(files).toHaveLength(2);
    await bulk({ action: 'cause', ids: ['bag-fee'], accepted: '2026-11-05' });
    const told = await desk.file('articles/bag-fee.en.md');
    expect(told).toContain('cause_owner: pricing\n');
    expect(told).toMatch(/cause:\s*(\{ ?)?told: "?2026-11-02"?,?\s*accepted: "?2026-11-05"?/);
    const { causes } = await desk.get<InsightsOutput>('/v1/insights');
    expect(causes).toMatchObject([{ owner: 'pricing', told: '2026-11-02', accepted: '2026-11-05', fixed: null }]);
    const { revisions } = await desk.get<HistoryOutput>('/v1/articles/bag-fee/history');
    expect(revisions[0]?.message).toBe('Cause accepted 2026-11-05: bag-fee');
    await bulk({ action: 'cause', ids: ['bag-fee'], owner: null });
    expect(await desk.file('articles/bag-fee.sv.md')).toBe(before);
    const wrong = { action: 'cause', ids: ['bag-fee'], owner: 'a\nb', told: 'soon' } as BulkInput;
    expect((await refused(wrong, 400)).details.map(({ path }) => path)).toEqual(['owner', 'told']);
  });

  it('moves files with their history', async () => {
    const output = await bulk({ action: 'move', ids: ['refund'], folder: 'articles/pengar' });
    expect(output.files).toMatchObject([{ path: REFUND, to: 'articles/pengar/refund.sv.md', diff: [] }]);
    expect(await isThere(REFUND)).toBe(false);
    expect((await read('refund')).id).toBe('refund');
    const { revisions } = await desk.get<HistoryOutput>('/v1/articles/refund/history');
    expect(revisions.map(({ what }) => what)).toEqual(['moved', 'added']);
  });

  it('does not move over a file that is there', async () => {
    await bank.write('articles/pengar/refund.sv.md', 'something else');
    const { code } = await refused({ action: 'move', ids: ['refund'], folder: 'articles/pengar' }, 409);
    expect(code).toBe('exists');
    expect(await isThere(REFUND)).toBe(true);
    expect(await desk.file('articles/pengar/refund.sv.md')).toBe('something else');
  });

  it('archives, which takes an article out of what is suggested', async () => {
    await bulk({ action: 'archive', ids: ['refund'] });
    expect((await read('refund')).texts[0]?.state).toBe('archived');
    expect(await desk.file(REFUND)).toContain('state: "archived"');
  });

  it('refuses articles that are not there, and ids that lead elsewhere', async () => {
    const { details } = await refused({ action: 'archive', ids: ['refund', 'nothing', 'old-bag-fee'] }, 404);
    expect(details.map(({ message }) => message)).toEqual([
      expect.stringContaining('"nothing"'),
      expect.stringContaining('"old-bag-fee"'),
    ]);
    expect((await read('refund')).texts[0]?.state).toBe('validated');
  });
});

describe('a merge', () => {
  const copy = async (id: string) => {
    const source = (await desk.file(REFUND))
      .replace('id: "refund"', `id: "${id}"\nredirects: ["${id}-before"]`)
      .replace('hur får jag pengarna tillbaka?"', `hur får jag pengarna tillbaka?", "${id}: var är pengarna?"`);
    await desk.json(bank.post('/v1/articles', { markdown: source }), 201);
  };

  it('makes the merged ids lead to the other for ever, through later merges too, and keeps their questions', async () => {
    await copy('one');
    await copy('two');
    await bulk({ action: 'merge', ids: ['one'], into: 'two' });
    await bulk({ action: 'merge', ids: ['two'], into: 'refund' });
    for (const id of ['one', 'one-before', 'two', 'two-before']) {
      expect(await read(id)).toMatchObject({ id: 'refund', redirectedFrom: id });
    }
    expect(await isThere('articles/one.sv.md')).toBe(false);
    expect((await read('refund')).texts[0]?.questions).toEqual([
      'Flyget är inställt, hur får jag pengarna tillbaka?',
      'two: var är pengarna?',
      'one: var är pengarna?',
    ]);
    const [revision] = (await desk.get<HistoryOutput>('/v1/articles/refund/history')).revisions;
    expect(revision).toMatchObject({ message: 'Merge into refund: two', author: 'Anna Ek' });
  });

  it('is refused where words would be lost or shown to more readers', async () => {
    const lost = await refused({ action: 'merge', ids: ['bag-fee'], into: 'refund' }, 400);
    expect(lost.details[0]?.message).toContain('in en');
    const shown = await refused({ action: 'merge', ids: ['secret'], into: 'refund' }, 400);
    expect(shown.details[0]?.message).toContain('internal');
    expect((await refused({ action: 'merge', ids: ['refund'], into: 'refund' }, 400)).code).toBe('bad-request');
    expect((await refused({ action: 'merge', ids: ['refund'], into: 'nothing' }, 404)).code).toBe('not-found');
    expect(await isThere(REFUND)).toBe(true);
  });
});
