import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderWords } from '../../../server/content/folder-words.ts';
import { commitsHolding } from '../../../server/content/git-memory.ts';
import { KeptHistory } from '../../../server/history/kept-history.ts';
import { keptWords } from '../../../server/history/kept-words.ts';
import { AgentPseudonyms } from '../../../server/ledger/agent-pseudonyms.ts';
import { ledgerPlace } from '../../../server/ledger/ledger-place.ts';
import { openSqliteLedger } from '../../../server/ledger/sqlite-ledger.ts';
import { personPattern } from '../../../server/privacy/person-pattern.ts';
import { findPerson } from '../../../server/services/person.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-person-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ARTICLE = (title: string) =>
  `---\nschema: 1\nid: a\nlang: sv\nkind: case\ntitle: ${title}\n---\n## Lösning\nAnna Karlsson ringde.\n`;
const put = (name: string, words: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), words);
};

describe('A person', () => {
  it.each([
    ['Anna Karlsson', 'hej ANNA  karlssons väska', true],
    ['Anna Karlsson', 'Susanna Karlsson', false],
    ['070-123 45 67', 'ring 0701234567', true],
    ['0701234567', 'ring 070 123 45 67!', true],
    ['0701234567', '10701234567', false],
    ['a.b@example.com', 'axb@example.com', false],
    ['Ελένη', 'η ελένη έγραψε', true],
  ])('named %j in %j is found: %s', (what, words, found) => {
    expect(words.search(personPattern(what) as RegExp) !== -1).toBe(found);
  });

  it('is not left in what a process that was killed was writing, though nobody reads that', async () => {
    put('drafts/x/.erfara-00ff.tmp', 'Anna Karlsson');
    put('drafts/x/.erfara-11ff.tmp', 'still being written');
    utimesSync(join(folder, 'drafts/x/.erfara-00ff.tmp'), new Date(0), new Date(0));
    await findPerson([new FolderWords('drafts', join(folder, 'drafts'))], 'Anna Karlsson', { erase: true });
    expect(readdirSync(join(folder, 'drafts/x'))).toEqual(['.erfara-11ff.tmp']);
  });

  it('is erased from files once, and the second time there is nothing left', async () => {
    put('articles/a.sv.md', ARTICLE('Väskan'));
    put('articles/b.sv.md', ARTICLE('Annat').replace('Anna Karlsson', 'Olle'));
    put('drafts/d.json', JSON.stringify({ text: 'Anna Karlsson' }));
    const places = [
      new FolderWords('articles', join(folder, 'articles')),
      new FolderWords('drafts', join(folder, 'drafts')),
    ];
    const dry = await findPerson(places, 'Anna Karlsson', { erase: false });
    expect(dry.found.map((one) => one.in)).toEqual(['articles', 'drafts']);
    expect(readFileSync(join(folder, 'articles/a.sv.md'), 'utf8')).toContain('Anna');
    const report = await findPerson(places, 'anna karlsson', { erase: true });
    expect(report).toMatchObject({ erased: { articles: 1, drafts: 1 }, refused: [] });
    expect(readFileSync(join(folder, 'articles/a.sv.md'), 'utf8')).toContain('[erased] ringde.');
    expect((await findPerson(places, 'Anna Karlsson', { erase: true })).found).toEqual([]);
  });

  it('is found in a file of JSON where a line begins with the name, and the file stays one', async () => {
    const draft = { id: 'a', markdown: '## Internal\nAnna Karlsson ringde.\n', at: null, lines: [1, 'Anna Karlsson'] };
    put('drafts/d.json', `${JSON.stringify(draft, null, 2)}\n`);
    const drafts = [new FolderWords('drafts', join(folder, 'drafts'))];
    const { found } = await findPerson(drafts, 'Anna Karlsson', { erase: true });
    expect(found.map(({ place }) => place.slice(folder.length))).toEqual([
      '/drafts/d.json markdown',
      '/drafts/d.json lines.1',
    ]);
    const left = { ...draft, markdown: '## Internal\n[erased] ringde.\n', lines: [1, ''] };
    expect(readFileSync(join(folder, 'drafts/d.json'), 'utf8')).toBe(`${JSON.stringify(left, null, 2)}\n`);
  });

  it('is erased from the versions that are kept, which can be read as before', async () => {
    put('content/a.md', 'Anna Karlsson ringde.\n');
    const history = new KeptHistory(join(folder, 'history'), join(folder, 'content'));
    await history.settle([{ path: 'a.md' }], { complete: true, at: new Date() });
    put('content/a.md', 'Någon ringde.\n');
    const change = { author: { name: 'Eva Ek', email: null }, message: 'Tog bort Anna Karlsson', at: new Date() };
    await history.record(
      { ...change, files: [{ path: 'a.md', bytes: Buffer.from('Någon ringde.\n') }] },
      async () => {},
    );
    const report = await findPerson([keptWords(join(folder, 'history'))], 'Anna Karlsson', { erase: true });
    expect(report).toMatchObject({ erased: { history: 2 }, refused: [] });
    const reopened = new KeptHistory(join(folder, 'history'), join(folder, 'content'));
    const [last, first] = await reopened.log('a.md', 10);
    expect(last).toMatchObject({ message: 'Tog bort [erased]', author: 'Eva Ek' });
    expect(String(Buffer.from((await reopened.read(first?.id ?? '', 'a.md')) ?? []))).toBe('[erased] ringde.\n');
    expect((await findPerson([keptWords(join(folder, 'history'))], 'Anna Karlsson', { erase: false })).found).toEqual(
      [],
    );
  });

  it('whose name holds a file together is named and left, not broken', async () => {
    put('articles/a.sv.md', ARTICLE('Anna Karlsson'));
    const report = await findPerson([new FolderWords('articles', folder)], 'Anna Karlsson', { erase: true });
    expect(report.refused).toHaveLength(1);
    expect(readFileSync(join(folder, 'articles/a.sv.md'), 'utf8')).toContain('title: Anna Karlsson');
  });

  it('is found and erased in the ledger, reference and all', async () => {
    const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'));
    try {
      const id = '01900000-0000-7000-8000-000000000001';
      const at = '2026-11-23T10:00:00.000Z';
      await ledger.record([
        { id, type: 'sent', at, receivedAt: at, agent: 'x', case: 'CASE-77', text: 'Hälsa Anna Karlsson' },
      ]);
      const words = await ledger.words();
      expect(words.map(({ field }) => field)).toEqual(['case_ref', 'text']);
      await ledger.rewrite(words.map((row) => ({ ...row, words: row.field === 'text' ? 'Hälsa [erased]' : '' })));
      expect(await ledger.words()).toEqual([{ table: 'events', id, field: 'text', words: 'Hälsa [erased]' }]);
      const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
      expect(bytes.filter((held) => /Anna Karlsson|CASE-77/.test(held))).toEqual([]);
    } finally {
      await ledger.close();
    }
  });

  it('is known by a case of theirs, with all that was written in it and nothing of the next', async () => {
    const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'));
    try {
      const at = '2026-11-23T10:00:00.000Z';
      const sent = (n: number, reference: string) => ({
        ...{ id: `01900000-0000-7000-8000-00000000000${n}`, type: 'sent' as const, at, receivedAt: at, agent: 'x' },
        ...{ case: reference, text: `Svar ${n}` },
      });
      await ledger.record([sent(1, 'CASE-77'), sent(2, 'CASE-770')]);
      const ask = { text: 'Var är väskan?', reason: null, article: null, relevance: null };
      const asked = { customer: null, channel: null, market: null, lang: 'sv', asks: [ask], by: 'suggest' as const };
      ledger.recordQuery({ id: 'q1', at, agent: 'x', case: 'CASE-77', text: 'Hej! Var är väskan?', ...asked });
      const places = [ledgerPlace(ledger)];
      const { found } = await findPerson(places, 'case-77', { erase: true });
      expect(found.map(({ words }) => words).sort()).toEqual(
        ['CASE-77', 'CASE-77', 'Hej! Var är väskan?', 'Svar 1', 'Var är väskan?'].sort(),
      );
      expect((await ledger.words()).map(({ words }) => words).sort()).toEqual(['CASE-770', 'Svar 2']);
      expect((await findPerson(places, 'case-77', { erase: true })).found).toEqual([]);
    } finally {
      await ledger.close();
    }
  });

  it('is known by the host’s reference of a customer, with what was written in their cases', async () => {
    const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'));
    try {
      const names = new AgentPseudonyms(join(folder, 'names'));
      const at = '2026-11-23T10:00:00.000Z';
      const id = '01900000-0000-7000-8000-000000000001';
      await ledger.record([
        { id, type: 'sent', at, receivedAt: at, agent: 'x', case: 'CASE-1', text: 'Svar' },
        { id: id.replace(/1$/, '2'), type: 'sent', at, receivedAt: at, agent: 'x', case: 'CASE-2', text: 'Annat' },
      ]);
      const asked = { agent: 'x', at, channel: null, market: null, lang: 'sv', asks: [], by: 'suggest' as const };
      for (const [n, customer] of [names.customer('customer-17'), names.customer('customer-18')].entries())
        ledger.recordQuery({ id: `q${n}`, case: `CASE-${n + 1}`, text: `Fråga ${n}`, customer, ...asked });
      const options = { erase: true, customer: names.customer('customer-17') };
      const { found } = await findPerson([ledgerPlace(ledger)], 'customer-17', options);
      expect(found.map(({ words }) => words).sort()).toEqual(
        ['CASE-1', 'CASE-1', 'Fråga 0', 'Svar', names.customer('customer-17')].sort(),
      );
      expect((await findPerson([ledgerPlace(ledger)], 'customer-17', options)).found).toEqual([]);
      expect((await ledger.words()).map(({ words }) => words)).toContain('Fråga 1');
    } finally {
      await ledger.close();
    }
  });

  it('too short to mean anybody is refused', async () => {
    await expect(findPerson([], 'a', { erase: true })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('stays in git history, which says so', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);
    expect(await commitsHolding(folder, 'Anna Karlsson')).toBeNull();
    git('init', '-q');
    put('a.md', 'Anna Karlsson');
    git('add', '.');
    git('commit', '-qm', 'one');
    put('a.md', '[erased]');
    git('commit', '-qam', 'two');
    expect(await commitsHolding(folder, 'anna karlsson')).toHaveLength(2);
    expect(await commitsHolding(folder, '--output=x')).toEqual([]);
  });
});
