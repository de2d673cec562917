import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileArticleStore } from '../../server/content/file-article-store.ts';
import type { ArticleStore } from '../../server/ports/article-store.ts';
import { articleText, FACTS, SETTINGS } from '../unit/content/bank-of.ts';

const ADAPTERS: [string, (folder: string) => ArticleStore][] = [['files', (folder) => new FileArticleStore(folder)]];

describe.each(ADAPTERS)('ArticleStore: %s', (_, create) => {
  let folder: string;
  let store: ArticleStore;
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erfara-store-'));
    write('erfara.yaml', SETTINGS);
    write('facts.yaml', FACTS);
    write('articles/money/refund.en.md', articleText());
    write('articles/money/refund.sv.md', articleText({ lang: 'sv', title: 'Pengarna tillbaka' }));
    store = create(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const ids = async () => (await store.load()).articles.map((article) => article.id).sort();

  test('reads texts of one id as one article, with settings and facts', async () => {
    const bank = await store.load();
    expect(bank.articles).toHaveLength(1);
    expect(bank.articles[0]?.texts.map((text) => text.lang)).toEqual(['en', 'sv']);
    expect(bank.settings.name).toBe('Test');
    expect(bank.facts.bag_fee?.values).toHaveLength(1);
    expect(bank.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  test('keeps an article’s id through a rename and a move; only the path changes', async () => {
    const before = (await store.load()).articles[0]?.texts[0];
    mkdirSync(join(folder, 'articles', 'elsewhere'));
    renameSync(join(folder, 'articles/money/refund.en.md'), join(folder, 'articles/elsewhere/anything.md'));
    const after = (await store.load()).articles[0]?.texts.find((text) => text.lang === 'en');
    expect(after).toEqual({ ...before, path: 'articles/elsewhere/anything.md' });
  });

  test('sees what was changed, added and removed since', async () => {
    await store.load();
    write('articles/new.en.md', articleText({ id: 'new' }));
    write('articles/money/refund.en.md', articleText({ title: 'Another title' }));
    rmSync(join(folder, 'articles/money/refund.sv.md'));
    const bank = await store.load();
    expect(bank.articles.map((article) => article.id).sort()).toEqual(['new', 'refund']);
    const refund = bank.articles.find((article) => article.id === 'refund');
    expect(refund?.texts.map((text) => text.title)).toEqual(['Another title']);
  });

  test('names both files of a duplicate, uses the first, and reads the rest', async () => {
    write('articles/zz.en.md', articleText({ title: 'The second' }));
    write('articles/other.en.md', articleText({ id: 'other' }));
    const bank = await store.load();
    const [problem] = bank.problems.filter((found) => found.rule === 'duplicate-id');
    expect(problem?.message).toContain('articles/money/refund.en.md');
    expect(problem?.message).toContain('articles/zz.en.md');
    expect(bank.articles.map((article) => article.id).sort()).toEqual(['other', 'refund']);
  });

  const broken: [string, string | Buffer][] = [
    ['nothing', ''],
    ['no front matter', '# Just a heading\n'],
    ['front matter that never ends', '---\nid: x\n'],
    ['front matter that is not YAML', '---\nid: [a\n---\n## Reply\nx\n'],
    ['front matter that is a list', '---\n- a\n---\n## Reply\nx\n'],
    ['front matter in JavaScript', '---js\nmodule.exports = { id: process.exit(1) }\n---\n## Reply\nx\n'],
    ['a hundred thousand anchors', `---\na: &a [x]\nb: [${'*a,'.repeat(100_000)}]\n---\nx\n`],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x41, 0x80])],
    ['NUL', articleText({ id: 'nul' }, '## Reply\nhej\u0000\n')],
    ['an id that climbs out', articleText({ id: '../../etc/passwd' })],
    ['a language nobody has', articleText({ id: 'x', lang: 'tlh' })],
    ['numbers where words belong', articleText({ id: '12', title: '{}', questions: '7' })],
    ['two megabytes', articleText({ id: 'huge' }, `## Reply\n${'ord '.repeat(500_000)}\n`)],
    ['quotes within quotes', `${articleText({ id: 'deep' })}${'> '.repeat(5_000)}deep\n`],
    ['a thousand open brackets', articleText({ id: 'brackets' }, `## Reply\n${'['.repeat(1_000)}\n`)],
  ];
  test.each(broken)('reports %s with its file at most, and reads the rest', async (_, content) => {
    write('articles/broken.en.md', content);
    const bank = await store.load();
    expect(bank.articles.map((article) => article.id)).toContain('refund');
    const known = bank.articles.some((article) => article.texts.some((text) => text.path === 'articles/broken.en.md'));
    const named = bank.problems.some((problem) => problem.path === 'articles/broken.en.md' && problem.fix !== '');
    expect(known || named).toBe(true);
  });

  test('reports a file it may not read, a folder named like an article and a dead link, and reads the rest', async () => {
    mkdirSync(join(folder, 'articles', 'folder.en.md'));
    symlinkSync(join(folder, 'nowhere.md'), join(folder, 'articles', 'link.en.md'));
    write('articles/secret.en.md', articleText({ id: 'secret' }));
    chmodSync(join(folder, 'articles/secret.en.md'), 0o000);
    const bank = await store.load();
    expect(bank.articles.map((article) => article.id)).toContain('refund');
    const named = new Set(bank.problems.map((problem) => problem.path));
    expect(named).toContain('articles/folder.en.md');
    expect(named).toContain('articles/link.en.md');
  });

  test('reports settings and facts that are broken or missing, and reads the articles', async () => {
    for (const settings of ['languages: [', '', '- a', 'languages: 7']) {
      write('erfara.yaml', settings);
      write('facts.yaml', settings);
      const bank = await create(folder).load();
      expect(bank.problems.map((problem) => problem.path)).toContain('erfara.yaml');
    }
    rmSync(join(folder, 'erfara.yaml'));
    rmSync(join(folder, 'facts.yaml'));
    expect((await create(folder).load()).problems.map((problem) => problem.path)).toContain('erfara.yaml');
  });

  test('answers an empty bank for a folder that is not there, and says so', async () => {
    const bank = await create(join(folder, 'missing')).load();
    expect(bank.articles).toEqual([]);
    expect(bank.problems.some((problem) => problem.severity === 'error')).toBe(true);
  });

  test('calls back once after a burst of writes, and no more when it is stopped', async () => {
    let calls = 0;
    let called = () => {};
    const next = new Promise<void>((resolve) => {
      called = resolve;
    });
    const stop = await store.watch(() => {
      calls += 1;
      called();
    });
    for (let i = 0; i < 5; i += 1) write(`articles/burst-${i}.en.md`, articleText({ id: `burst-${i}` }));
    await next;
    expect(await ids()).toHaveLength(6);
    await stop();
    const before = calls;
    write('articles/late.en.md', articleText({ id: 'late' }));
    await sleep(400);
    expect(calls).toBe(before);
  });
});
