import { describe, expect, it, vi } from 'vitest';
import type { ArticleRow, IncidentInput, SearchOutput } from '../../../server/http/contract.ts';
import { RequestFailure } from '../../../web-components/client/failure.ts';
import { ArticlesController } from '../../../web-components/console/articles/controller.ts';
import { DraftKeeper } from '../../../web-components/console/editor/drafts.ts';
import { Past, type PastSource } from '../../../web-components/console/editor/past.ts';
import { checkSheet, openSheet, save } from '../../../web-components/console/editor/saving.ts';
import { Soon } from '../../../web-components/console/editor/soon.ts';
import { IncidentsController } from '../../../web-components/console/incidents/controller.ts';
import { TodayController } from '../../../web-components/console/today/controller.ts';

const nothing = () => undefined;
const NAME = { id: 'bag', lang: 'sv' };
const row = (id: string, more: Partial<ArticleRow> = {}): ArticleRow => ({
  ...{ id, kind: 'faq', audience: 'public', governance: 'experience', owner: 'resor', tags: [], markets: null },
  ...{ folder: 'articles', uses: 0 },
  texts: [{ lang: 'sv', title: `Om ${id}`, state: 'validated', verifiedAt: null, stale: false }],
  ...more,
});

describe('the list of articles', () => {
  const archived = row('old', { texts: [{ ...(row('old').texts[0] as ArticleRow['texts'][0]), state: 'archived' }] });
  const rows = [row('a', { uses: 1 }), row('b', { uses: 9 }), row('c', { owner: 'hotell', tags: ['säng'] }), archived];
  const list = (results: { id: string }[] = []) =>
    new ArticlesController({
      rows: () => rows,
      search: async () => ({ results }) as SearchOutput,
      changed: nothing,
    });
  const ids = (controller: ArticlesController) => controller.rows.map(({ id }) => id);

  it('begins with what is used most, and leaves out what is archived until it is asked for', () => {
    const controller = list();
    expect(ids(controller)).toEqual(['b', 'a', 'c']);
    controller.narrow({ state: 'archived' });
    expect(ids(controller)).toEqual(['old']);
    controller.narrow({ state: '', owner: 'hotell' });
    expect(ids(controller)).toEqual(['c']);
  });

  it('finds words at once, and what means the same behind them', async () => {
    vi.useFakeTimers();
    const controller = list([{ id: 'a' }, { id: 'c' }]);
    controller.narrow({ words: 'säng' });
    expect(ids(controller)).toEqual(['c']);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(ids(controller)).toEqual(['c', 'a']);
  });

  it('chooses a stretch of rows with the shift key', () => {
    const controller = list();
    controller.move(1);
    controller.move(2, true);
    expect([...controller.chosen]).toEqual(['a', 'c']);
    controller.chooseAll();
    expect(controller.chosen.size).toBe(3);
    controller.chooseAll();
    expect(controller.chosen.size).toBe(0);
  });
});

describe('a draft', () => {
  it('is sent some time after the last change, one after the other, and again when it failed', async () => {
    vi.useFakeTimers();
    const sent: string[] = [];
    let works = false;
    const desk = {
      keepDraft: async (_: unknown, { markdown }: { markdown: string }) => {
        sent.push(markdown);
        if (!works) throw new RequestFailure('unreachable', '');
        return {} as never;
      },
      discardDraft: async () => undefined,
    };
    const keeper = new DraftKeeper(desk, nothing);
    for (const markdown of ['1', '12', '123']) keeper.keepSoon({ name: NAME, markdown, base: null });
    await vi.advanceTimersByTimeAsync(1_000);
    expect([sent, keeper.state]).toEqual([['123'], 'failed']);
    works = true;
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect([sent, keeper.state]).toEqual([['123', '123'], 'kept']);
  });
});

describe('asking while somebody writes', () => {
  it('throws away what an older text gave, and comes back when it is asked to', async () => {
    vi.useFakeTimers();
    let busy = 1;
    const soon = new Soon<string, string>(
      100,
      async (text) => {
        if (text === 'b' && busy-- > 0) throw new RequestFailure('busy', '', { retryAfter: 2 });
        await new Promise((later) => setTimeout(later, text === 'a' ? 500 : 10));
        return text;
      },
      nothing,
    );
    soon.later('a');
    await vi.advanceTimersByTimeAsync(150);
    soon.later('b');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([soon.output, soon.pending]).toEqual([null, true]);
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    expect([soon.output, soon.pending, soon.failure]).toEqual(['b', false, null]);
  });
});

describe('saving', () => {
  const saving = { name: NAME, markdown: 'new', before: 'old', etag: 'e', newArticle: false, folder: null };
  const lost = [{ id: 'j1' }] as never;

  it('accepts exactly what the sheet named', async () => {
    const asked: unknown[] = [];
    const check = { lost, token: 't', problems: [], gained: [], shaken: [], failing: [] } as never;
    const sheet = await checkSheet({ check: async () => check }, openSheet(saving), new AbortController().signal);
    expect(sheet).toMatchObject({ phase: 'ready', token: 't' });
    const desk = { create: nothing as never, save: async (...all: unknown[]) => asked.push(all) as never };
    await save(desk, sheet, ' because ');
    expect(asked).toEqual([[NAME, { markdown: 'new', token: 't', accept: ['j1'], reason: 'because' }, 'e']]);
  });

  it('shows what would be lost anew when somebody saved meanwhile, with both changes in the text', async () => {
    const failure = new RequestFailure('refused', '', {
      about: { lost, token: 't2', merged: { markdown: 'both', etag: 'e2' } },
    });
    const desk = { create: nothing as never, save: () => Promise.reject(failure) };
    const result = await save(desk, { ...openSheet(saving), phase: 'ready' }, '');
    expect(result).toMatchObject({
      kind: 'look-again',
      sheet: { merged: true, token: 't2', saving: { markdown: 'both', etag: 'e2' } },
    });
  });
});

describe('the queue', () => {
  it('has its filters in the address, and takes them from one', () => {
    const addresses: string[] = [];
    const asked: object[] = [];
    const health = async (input: object) => {
      asked.push(input);
      return { requestId: 'r', items: [], counts: [] };
    };
    const queue = new TodayController(health, nothing, (address) => addresses.push(address));
    queue.narrow({ kind: 'gap', mine: true });
    queue.narrow({ mine: false });
    expect(addresses).toEqual(['kind=gap&mine=1', 'kind=gap']);
    expect(asked).toEqual([{ kind: 'gap', mine: true }, { kind: 'gap' }]);
    expect(queue.begin(new URLSearchParams('kind=gap'))).toBe(false);
    expect(queue.begin(new URLSearchParams('owner=resor'))).toBe(true);
    expect(queue.filters).toEqual({ kind: '', owner: 'resor', lang: '', mine: false });
  });
});

describe('the past of a text', () => {
  const revision = (id: string) => ({ id, at: '2026-11-02', author: 'Anna', message: '', path: '', lang: 'sv' });
  const source = {
    history: async () => ({ revisions: [revision('new'), revision('old')] }),
    version: async (_: unknown, id: string) => ({ markdown: `${id}\n` }),
    article: async () => Promise.reject(new Error('too far back')),
  } as unknown as PastSource;

  it('compares any two versions, the older one first whichever was chosen', async () => {
    const past = new Past(source, nothing);
    await past.read(NAME, 'e1');
    const changes = () => past.diff?.filter(({ kind }) => kind !== 'same').map(({ kind, lines }) => [kind, ...lines]);
    for (const [shown, other] of [
      ['new', 'old'],
      ['old', 'new'],
    ] as const) {
      await past.compare(NAME, shown, 'now\n');
      await past.compareWith(NAME, other, 'now\n');
      expect(changes()).toEqual([
        ['removed', 'old'],
        ['added', 'new'],
      ]);
    }
    await past.compareWith(NAME, '', 'now\n');
    expect(changes()).toEqual([
      ['removed', 'old'],
      ['added', 'now'],
    ]);
  });

  it('says why a day cannot be looked back to, and keeps the versions', async () => {
    const past = new Past(source, nothing);
    await past.read(NAME, 'e1');
    await past.lookBack(NAME, '2001-01-01');
    expect(String(past.day?.failure)).toContain('too far back');
    expect(past.revisions).toHaveLength(2);
    await past.lookBack(NAME, '');
    expect(past.day).toBeNull();
  });
});

describe('an incident', () => {
  const NOW = new Date('2026-11-23T10:00:00Z');
  const made = (asked: IncidentInput[]) =>
    new IncidentsController({
      list: async () => ({ requestId: 'i', incidents: [], templates: [], surges: [] }),
      change: async (input) => {
        asked.push(input);
        if (input.action === 'raise' && input.approvedBy === '') throw new RequestFailure('refused', 'no name');
        return {} as never;
      },
      changed: nothing,
      now: () => NOW,
    });

  it('is raised for two hours unless somebody says otherwise, and remembers who approves', async () => {
    const asked: IncidentInput[] = [];
    const controller = made(asked);
    controller.begin('storm');
    expect(await controller.raise()).toBe(false);
    expect(controller.raising?.failure).toBeInstanceOf(RequestFailure);
    controller.fill({ approvedBy: 'Maja' });
    controller.lasts(4);
    expect(await controller.raise()).toBe(true);
    expect(asked.at(-1)).toEqual({
      ...{ action: 'raise', template: 'storm', approvedBy: 'Maja', until: '2026-11-23T14:00:00.000Z' },
    });
    controller.begin('fire');
    expect(controller.raising?.approvedBy).toBe('Maja');
  });

  it('is extended from when it would end, or from now when that has passed', async () => {
    const controller = made([]);
    const incident = { id: 'x', until: '2026-11-23T11:00:00Z' } as never;
    expect(await controller.extend(incident, 1)).toBe('2026-11-23T12:00:00.000Z');
    const over = { id: 'x', until: '2026-11-23T09:00:00Z' } as never;
    expect(await controller.extend(over, 1)).toBe('2026-11-23T11:00:00.000Z');
  });
});
