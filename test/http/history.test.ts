import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ArticleOutput,
  BlameOutput,
  CaptureOutput,
  CompareOutput,
  HistoryOutput,
  SaveOutput,
  VersionOutput,
} from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const REFUND = 'articles/refund.sv.md';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
const open = async (env: Record<string, string> = {}) => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek', ...env });
  desk = deskOf(bank);
  await desk.get('/v1/articles/refund/history');
};
const change = async (from: string, to: string) => {
  const before = await desk.file(REFUND);
  return desk.save('refund/sv', before.replace(from, to), await desk.etag('refund'));
};
const day = (date: string) => {
  bank.clock.time = new Date(`${date}T12:00:00Z`);
};
const history = (query = '') => desk.get<HistoryOutput>(`/v1/articles/refund/history${query}`);
beforeEach(() => open());
afterEach(() => bank.close());

describe('the history of an article', () => {
  it('is told newest first, as long as it is asked for', async () => {
    day('2026-11-23');
    await change('sju', 'åtta');
    day('2026-11-24');
    await change('åtta', 'nio');
    const { revisions, more } = await history('?limit=2');
    expect(revisions.map(({ at, lang }) => [at.slice(0, 10), lang])).toEqual([
      ['2026-11-24', 'sv'],
      ['2026-11-23', 'sv'],
    ]);
    expect(more).toBe(true);
    expect(await history('?lang=sv')).toMatchObject({ id: 'refund', more: false });
    expect((await history('?lang=en')).revisions).toEqual([]);
  });

  it('shows each version as it was, compares two, and tells who wrote which lines', async () => {
    const first = await desk.file(REFUND);
    const { revision } = await change('sju', 'nio');
    const { revisions } = await history();
    const oldest = revisions.at(-1)?.id ?? '';
    const version = await desk.get<VersionOutput>(`/v1/articles/refund/history/${oldest}?lang=sv`);
    expect(version).toMatchObject({ markdown: first, lang: 'sv', revision: { id: oldest, what: 'added' } });
    const { diff, to } = await desk.get<CompareOutput>(`/v1/articles/refund/compare?lang=sv&from=${oldest}`);
    expect(to).toBeNull();
    expect(diff.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', line: expect.any(Number), lines: ['Pengarna kommer inom sju dagar.'] },
      { kind: 'added', line: expect.any(Number), lines: ['Pengarna kommer inom nio dagar.'] },
    ]);
    const same = await desk.get<CompareOutput>(`/v1/articles/refund/compare?lang=sv&from=${oldest}&to=${oldest}`);
    expect(same.diff).toEqual([]);
    const { parts } = await desk.get<BlameOutput>('/v1/articles/refund/blame?lang=sv');
    expect(parts.map((part) => part.revision.author)).toEqual(['Unknown', 'Anna Ek']);
    expect(parts[1]).toMatchObject({ revision: { id: revision }, lines: ['Pengarna kommer inom nio dagar.'] });
    expect(parts.flatMap(({ lines }) => lines).join('\n')).toBe((await desk.file(REFUND)).trimEnd());
  });

  it('shows no version of another article, and nothing to those outside', async () => {
    const { revision } = await change('sju', 'nio');
    expect((await bank.ask(`/v1/articles/bag-fee/history/${revision}?lang=sv`)).status).toBe(404);
    expect((await bank.ask('/v1/articles/refund/history/not-a-revision?lang=sv')).status).toBe(400);
    expect((await bank.ask('/v1/articles/nothing/history')).status).toBe(404);
    const outside = await openSmallBank({ ERFARA_AUDIENCE: 'public' });
    try {
      for (const path of ['history', 'compare?lang=sv&from=0123456789', 'blame?lang=sv']) {
        expect((await outside.ask(`/v1/articles/refund/${path}`)).status).toBe(403);
      }
      expect((await outside.ask('/v1/articles/refund?at=2026-11-22')).status).toBe(403);
    } finally {
      await outside.close();
    }
  });

  it('names a capture, and no agent', async () => {
    const input = { lang: 'sv', question: 'Var är mitt röda paraply?', solution: 'Stationen letar.', acceptNew: true };
    const { saved } = await desk.json<CaptureOutput>(bank.post('/v1/cases', input), 201);
    const { revisions } = await desk.get<HistoryOutput>(`/v1/articles/${saved?.id}/history`);
    expect(revisions).toMatchObject([{ author: 'A colleague', message: `${saved?.id} (sv): captured` }]);
  });
});

describe('POST /v1/articles/{id}/{lang}/revert', () => {
  const revert = (revision: string, etag: string) =>
    desk.send('POST', '/v1/articles/refund/sv/revert', { revision }, etag);

  it('saves an older version anew, and says so in the history', async () => {
    const first = await desk.file(REFUND);
    const { etag } = await change('sju', 'nio');
    const oldest = (await history()).revisions.at(-1)?.id ?? '';
    expect(await desk.json<SaveOutput>(revert(oldest, etag))).toMatchObject({ what: 'changed' });
    expect(await desk.file(REFUND)).toBe(first);
    const { revisions } = await history();
    expect(revisions).toHaveLength(3);
    expect(revisions[0]?.message).toContain('As it was on 2026-11-22');
  });

  it('does not take away what was saved since the editor looked', async () => {
    const etag = await desk.etag('refund');
    await change('sju', 'nio');
    const oldest = (await history()).revisions.at(-1)?.id ?? '';
    expect((await desk.refused(revert(oldest, etag), 409)).code).toBe('changed-since');
    expect(await desk.file(REFUND)).toContain('nio');
  });
});

describe('what customers were told on a day', () => {
  const on = (at: string, id = 'bag-fee') => desk.get<ArticleOutput>(`/v1/articles/${id}?market=se&at=${at}`);
  const said = async (at: string, id?: string) =>
    (await on(at, id)).texts.find(({ lang }) => lang === 'sv')?.sections.find(({ name }) => name === 'reply')?.markdown;

  it('is the text of that day with the facts of that day, whatever was edited since', async () => {
    day('2026-11-24');
    const { etag } = await desk.get<{ etag: string }>('/v1/facts');
    await desk.json(desk.send('PUT', '/v1/facts/bag_fee', { from: '2026-11-24', values: { se: '500 kr' } }, etag));
    day('2026-11-26');
    const before = await desk.file('articles/bag-fee.sv.md');
    await desk.save('bag-fee/sv', before.replace('väska kostar {', 'väska kostar nu {'), await desk.etag('bag-fee'));
    day('2026-11-30');
    expect(await said('2026-11-22')).toBe('En extra väska kostar 450 kr.');
    expect(await said('2026-11-25')).toBe('En extra väska kostar 500 kr.');
    expect(await said('2026-11-26')).toBe('En extra väska kostar nu 500 kr.');
    expect(await said('2026-11-26T10:00:00Z')).toBe('En extra väska kostar 500 kr.');
    const { asOf } = await on('2026-11-25');
    expect(asOf?.moment).toMatch(/^2026-11-25T2[23]:59:59\.999Z$/);
    expect(asOf?.revisions.map(({ lang, path }) => [lang, path]).sort()).toEqual([
      ['en', 'articles/bag-fee.en.md'],
      ['sv', 'articles/bag-fee.sv.md'],
    ]);
  });

  it('is known of an article that was merged away since', async () => {
    day('2026-11-23');
    const copy = (await desk.file(REFUND)).replace('id: "refund"', 'id: "refund-two"').replace('sju', 'tio');
    await desk.json(bank.post('/v1/articles', { markdown: copy }), 201);
    day('2026-11-25');
    await desk.json(bank.post('/v1/bulk', { action: 'merge', ids: ['refund-two'], into: 'refund' }));
    expect(await on('2026-11-24', 'refund-two')).toMatchObject({ id: 'refund-two', redirectedFrom: null });
    expect(await said('2026-11-24', 'refund-two')).toBe('Pengarna kommer inom tio dagar.');
    expect(await desk.get<ArticleOutput>('/v1/articles/refund-two')).toMatchObject({ id: 'refund' });
    day('2026-11-27');
    expect(await on('2026-11-26', 'refund-two')).toMatchObject({ id: 'refund', redirectedFrom: 'refund-two' });
    expect(await said('2026-11-26', 'refund-two')).toBe('Pengarna kommer inom sju dagar.');
  });

  it('says where the history begins instead of guessing', async () => {
    const { code, details } = await desk.refused(bank.ask('/v1/articles/bag-fee?at=2026-10-01'), 404);
    expect([code, details[0]?.message]).toEqual(['not-found', expect.stringContaining('2026-11-22')]);
    expect((await bank.ask('/v1/articles/bag-fee?at=yesterday')).status).toBe(400);
    expect((await bank.ask('/v1/articles/bag-fee?at=2026-02-31')).status).toBe(400);
  });
});

describe('content that is a repository of its own', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', join(bank.folder, 'content'), ...args], { encoding: 'utf8' });

  it('has a commit for each save, by the editor, and answers from its commits', async () => {
    const { folder } = bank;
    const content = join(folder, 'content');
    execFileSync('git', ['init', '-q', content]);
    git('add', '-A');
    const who = ['-c', 'user.name=Bo', '-c', 'user.email=bo@x', '-c', 'commit.gpgSign=false'];
    git(...who, 'commit', '-q', '-m', 'First', '--date=2026-11-20T12:00:00Z');
    const own = await openSmallBank({ ERFARA_CONTENT: content, ERFARA_EDITOR: 'Anna Ek <anna@nordbris.example>' });
    try {
      const page = deskOf(own);
      const path = '/v1/articles/refund/sv';
      const markdown = (await desk.file(REFUND)).replace('sju', 'nio');
      const saved = await page.json<SaveOutput>(page.send('PUT', path, { markdown }, await page.etag('refund')));
      expect(git('log', '-1', '--format=%H %an <%ae> %s').trim()).toBe(
        `${saved.revision} Anna Ek <anna@nordbris.example> refund (sv): "Svar"`,
      );
      expect(git('status', '--porcelain')).toBe('');
      const { kept, revisions } = await page.get<HistoryOutput>('/v1/articles/refund/history');
      expect([kept, revisions.map(({ author }) => author)]).toEqual(['git', ['Anna Ek', 'Bo']]);
    } finally {
      await own.close();
    }
  });
});
