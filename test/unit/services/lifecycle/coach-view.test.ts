import { expect, it } from 'vitest';
import type { Text } from '../../../../server/domain/article.ts';
import type { Ctx, Scope } from '../../../../server/domain/principal.ts';
import { coachView } from '../../../../server/services/lifecycle/coach-view.ts';
import { liveBank } from '../../../../server/services/live-bank.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY_MS = 86_400_000;
const ids = Array.from({ length: 12 }, (_, i) => `text-${i}`);
const articles = ids.map((id) => ({
  id,
  texts: [{ id, lang: 'sv', title: id, path: `${id}.sv.md`, audience: 'public', state: 'validated' } as Text],
}));
const revision = (author: string, daysAgo: number) => ({
  ...{ id: 'r', author, message: 'm', path: 'p', what: 'changed' as const },
  at: new Date(NOW.getTime() - daysAgo * DAY_MS).toISOString(),
});
/** Anna wrote the first eight lately and the ninth long ago; Bo wrote the rest. */
const authorOf = (path: string) => {
  const place = ids.indexOf(path.replace('.sv.md', ''));
  return place < 8 ? revision('Anna', 3) : place === 8 ? revision('Anna', 200) : revision('Bo', 3);
};
const view = coachView({
  bank: () => liveBank({ articles, facts: {}, settings: {} as never, problems: [] }),
  ledger: { textNotes: async () => ids.map((id) => ({ article: { id, lang: 'sv' } })) as never },
  history: { log: async (path) => [authorOf(path)] },
  writer: { read: async () => ({ bytes: Buffer.from('x'), etag: 'e' }) },
  lint: (_, [source]) => [
    { path: source?.path ?? '', line: 1, column: 1, rule: 'form-letter', severity: 'hint', message: 'm', fix: 'f' },
  ],
});
const ctx = (name: string, scopes: Scope[], now = NOW): Ctx => ({
  principal: { id: name, scopes, audience: 'internal', filter: null, editor: { name, email: null, owns: null } },
  ...{ now, requestId: 'r', signal: null, locale: 'en' },
});
const names = async (who: Ctx, contributor?: string) =>
  (await view(contributor === undefined ? {} : { contributor }, who)).texts.map(({ article }) => article.id);

it('shows a contributor and a coach the same five of the recent texts, with what the standard says of them', async () => {
  const own = await view({}, ctx('Anna', ['edit']));
  expect(own.texts).toHaveLength(5);
  expect(own.texts.every(({ article }) => ids.indexOf(article.id) < 8)).toBe(true);
  expect(own.texts[0]?.problems).toMatchObject([{ rule: 'form-letter' }]);
  expect(await names(ctx('Carl', ['edit', 'lead']), 'Anna')).toEqual(own.texts.map(({ article }) => article.id));
});

it('draws another five another week', async () => {
  const weeks = await Promise.all(
    [0, 1, 2, 3].map((week) => names(ctx('Anna', ['edit'], new Date(NOW.getTime() + week * 7 * DAY_MS)))),
  );
  expect(new Set(weeks.map((drawn) => [...drawn].sort().join())).size).toBeGreaterThan(1);
});

it('is there for nobody else', async () => {
  await expect(view({ contributor: 'Anna' }, ctx('Bo', ['edit']))).rejects.toMatchObject({ code: 'not-found' });
  await expect(view({}, ctx('Anna', ['search']))).rejects.toMatchObject({ code: 'missing-scope' });
});
