import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CoachOutput,
  ConfirmOutput,
  DecisionsOutput,
  HealthOutput,
  HistoryOutput,
} from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { NOW, openSmallBank, type SmallBank } from './small-bank.ts';

const DAY_MS = 86_400_000;
const COMPLIANCE = (id: string, more: string) =>
  `---\nschema: 1\nid: ${id}\nlang: sv\nkind: faq\ntitle: Regel om ${id}\nstate: validated\naudience: public\ngovernance: compliance\nowner: jurist\nverified_at: 2026-01-10\n${more}questions:\n  - Vad gäller om ${id}?\n---\n## Svar\nDet gäller alltid, för alla resor och alla resenärer hos oss.\n`;

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
const open = async (env: Record<string, string> = {}) => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek', ...env });
  desk = deskOf(bank);
};
beforeEach(() => open());
afterEach(() => bank.close());

const health = async (kind: string) => (await desk.get<HealthOutput>(`/v1/health/content?kind=${kind}`)).items;
const confirm = (name: string, etag: string) => desk.send('POST', `/v1/articles/${name}/confirm`, {}, etag);
const decisions = async () => (await desk.get<DecisionsOutput>('/v1/decisions')).decisions;
const history = async (id: string) => (await desk.get<HistoryOutput>(`/v1/articles/${id}/history`)).revisions;
const later = (days: number) => {
  bank.clock.time = new Date(bank.clock.time.getTime() + days * DAY_MS);
};
/** Flags by different people, which one principal cannot write. */
const flagBy = async (people: string[], id = 'bag-fee') => {
  for (const person of people) {
    const response = await bank.post('/v1/flags', { article: { id, lang: 'sv' }, comment: 'Beloppet är gammalt.' });
    const flag = (await response.json()) as { id: string };
    const ledger = new Database(join(bank.folder, 'data', 'ledger', 'ledger.sqlite'));
    ledger.prepare('update flags set author = ? where id = ?').run(person, flag.id);
    ledger.close();
  }
};
const use = async (times: number, id = 'bag-fee', lang = 'sv') => {
  const events = Array.from({ length: times }, (_, i) => ({
    id: `01890000-0000-7000-8000-${`${i}${bank.clock.time.getTime()}`.slice(0, 12).padStart(12, '0')}`,
    type: 'insert',
    at: bank.clock.time.toISOString(),
    article: { id, lang },
    case: `C-${i}`,
  }));
  expect((await bank.post('/v1/feedback', { events })).status).toBe(202);
};

describe('"still correct"', () => {
  it('changes the line of the date alone, and the history says on what it stands', async () => {
    await use(4);
    const before = await desk.file('articles/bag-fee.sv.md');
    const output = await desk.json<ConfirmOutput>(confirm('bag-fee/sv', await desk.etag('bag-fee')));
    expect(output).toMatchObject({ id: 'bag-fee', verifiedAt: '2026-11-22', uses: { count: 4, days: 14 } });
    expect(await desk.file('articles/bag-fee.sv.md')).toBe(before.replace('2026-11-01', '2026-11-22'));
    const [last] = await history('bag-fee');
    expect(last).toMatchObject({ author: 'Anna Ek' });
    expect(last?.message).toContain('Still correct: used 4 times in 14 days.');
  });

  it('is refused of a text that was saved meanwhile, and of one that is not offered', async () => {
    expect((await desk.refused(confirm('bag-fee/sv', 'a'.repeat(64)), 409)).code).toBe('changed-since');
    expect((await confirm('draft/sv', await desk.etag('draft'))).status).toBe(400);
    expect((await desk.send('POST', '/v1/articles/bag-fee/sv/confirm', {})).status).toBe(400);
  });

  it('is for the owner alone where the article is governed', async () => {
    await bank.close();
    await open({ ERFARA_EDITOR_OWNS: 'resor' });
    await bank.write('articles/rule.sv.md', COMPLIANCE('rule', 'review_every: P6M\n'));
    await bank.sync();
    expect((await desk.refused(confirm('rule/sv', await desk.etag('rule')), 403)).code).toBe('owner-only');
    expect(await health('review-due')).toMatchObject([
      { id: 'review-due:rule', since: '2026-07-10', action: 'confirm' },
    ]);
  });

  it('ends a review that was due', async () => {
    await bank.write('articles/rule.sv.md', COMPLIANCE('rule', 'review_every: P6M\n'));
    await bank.write('articles/calm.sv.md', COMPLIANCE('calm', ''));
    await bank.sync();
    expect(await health('review-due')).toHaveLength(1);
    await desk.json(confirm('rule/sv', await desk.etag('rule')));
    expect(await health('review-due')).toEqual([]);
  });
});

describe('what two people flagged', () => {
  it('is not checked any more when nobody acted for a week, and the log says why', async () => {
    await flagBy(['anna', 'bo']);
    expect(await bank.decide()).toBe(0);
    later(7);
    expect(await bank.decide()).toBe(1);
    expect(await desk.file('articles/bag-fee.sv.md')).toContain('state: "not-validated"');
    const [decision] = await decisions();
    expect(decision).toMatchObject({ what: 'demoted', article: { id: 'bag-fee', lang: 'sv' } });
    expect(decision?.reason).toBe(
      'Not checked any more: 2 people flagged it since 2026-11-22, and nobody acted for 7 days.',
    );
    expect(decision?.because).toEqual({ people: 2, since: '2026-11-22', days: 7 });
    expect((await health('demoted'))[0]?.evidence[0]).toMatchObject({ of: 'people-flagged', value: 2 });
    expect((await history('bag-fee'))[0]).toMatchObject({ author: 'Erfara', id: decision?.revision });
    expect((await health('demoted'))[0]).toMatchObject({
      id: 'demoted:bag-fee:sv',
      since: bank.clock.time.toISOString(),
    });
    expect(await bank.decide()).toBe(0);
    await desk.json(confirm('bag-fee/sv', await desk.etag('bag-fee')));
    expect(await health('demoted')).toEqual([]);
    expect(await bank.decide()).toBe(0);
  });

  it('stays when one person flagged it twice, when an editor answered, or when it was confirmed since', async () => {
    await flagBy(['anna', 'anna']);
    await flagBy(['anna', 'bo'], 'refund');
    later(1);
    await desk.json(confirm('refund/sv', await desk.etag('refund')));
    later(8);
    expect(await bank.decide()).toBe(0);
    await flagBy(['bo']);
    const flags = await desk.get<{ flags: { id: string; article: { id: string } }[] }>('/v1/flags?article=bag-fee');
    for (const { id } of flags.flags) await bank.post(`/v1/flags/${id}/answer`, { answer: 'Det stämmer.' });
    later(8);
    expect(await bank.decide()).toBe(0);
    expect(await decisions()).toEqual([]);
  });

  it('stays where only the owner changes it', async () => {
    await bank.write('articles/rule.sv.md', COMPLIANCE('rule', ''));
    await bank.sync();
    await flagBy(['anna', 'bo'], 'rule');
    later(30);
    expect(await bank.decide()).toBe(0);
  });
});

describe('the queue', () => {
  it('calls stale what is used and flagged by two, or stands on a fact that changed since; not what nobody uses', async () => {
    await flagBy(['anna', 'bo']);
    await flagBy(['anna', 'bo'], 'refund');
    await use(3);
    expect((await health('stale')).map(({ id }) => id)).toEqual(['stale:bag-fee:sv']);
    expect((await health('stale'))[0]).toMatchObject({ weight: 0.75, action: 'edit', languages: ['sv'] });
  });

  it('asks for a look at an answer whose amount changed after it was checked', async () => {
    await bank.write(
      'facts.yaml',
      'bag_fee:\n  values:\n    - {from: 2026-01-01, se: "450 kr", no: "490 kr"}\n    - {from: 2026-11-20, se: "500 kr", no: "490 kr"}\n',
    );
    await bank.sync();
    expect(await health('stale')).toEqual([]);
    await use(3);
    const [item] = await health('stale');
    expect(item).toMatchObject({ id: 'stale:bag-fee:sv', since: '2026-11-20', action: 'confirm' });
    expect(item?.evidence).toContainEqual({
      kind: 'words',
      from: 'rule',
      text: 'fact.bag_fee: 500 kr (2026-11-20)',
      lang: null,
    });
    await desk.json(confirm('bag-fee/sv', await desk.etag('bag-fee')));
    expect(await health('stale')).toEqual([]);
  });

  it('shows an incident that ends within a day, and a file that is used and too thin to answer', async () => {
    const until = new Date(NOW.getTime() + DAY_MS / 2).toISOString();
    await bank.write(
      'incidents/ash.sv.md',
      `---\nschema: 1\nid: ash\nlang: sv\nkind: incident\ntitle: Askmoln\nstate: validated\naudience: public\nvalid_from: 2026-11-20T00:00:00Z\nvalid_until: ${until}\napproved_by: Lena\n---\n## Status\nAskmoln.\n`,
    );
    await bank.write(
      'articles/thin.sv.md',
      '---\nschema: 1\nid: thin\nlang: sv\nkind: faq\ntitle: Får man ta med cykel?\nstate: validated\naudience: public\nquestions:\n  - Får man ta med cykel?\n---\n## Svar\nJa.\n',
    );
    await bank.sync();
    expect((await health('incident-ending')).map(({ id, action }) => [id, action])).toEqual([
      ['incident-ending:ash', 'extend'],
    ]);
    expect(await health('thin')).toEqual([]);
    await use(3, 'thin');
    expect((await health('thin')).map(({ id }) => id)).toEqual(['thin:thin:sv']);
    later(1);
    expect((await health('incident-ending'))[0]).toMatchObject({ action: 'archive' });
  });

  it('keeps a draft in sight that was left for a day', async () => {
    const markdown = await desk.file('articles/refund.sv.md');
    await desk.json(desk.send('PUT', '/v1/drafts/refund/sv', { markdown: `${markdown}\nMer.` }));
    expect(await health('draft')).toEqual([]);
    later(2);
    expect(await health('draft')).toMatchObject([{ id: 'draft:refund:sv:own', action: 'edit' }]);
  });
});

describe('a coach', () => {
  it('sees five of what somebody wrote lately at most, with what is to be said of them', async () => {
    later(1);
    const markdown = await desk.file('articles/refund.sv.md');
    const changed = markdown.replace('inom sju dagar', 'inom fem dagar');
    await desk.save('refund/sv', changed, await desk.etag('refund'));
    const mine = await desk.get<CoachOutput>('/v1/coaching');
    expect(mine).toMatchObject({ contributor: 'Anna Ek', texts: [{ article: { id: 'refund', lang: 'sv' } }] });
    expect((await desk.get<CoachOutput>('/v1/coaching?contributor=Bo')).texts).toEqual([]);
  });
});
