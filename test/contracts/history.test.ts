import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHistory } from '../../server/history/open-history.ts';
import type { Change, History } from '../../server/ports/history.ts';
import { bundleChild, ended, nextMessage } from '../bundled-child.ts';

const ANNA = { name: 'Anna Ek', email: 'anna@nordbris.example' };
const BO = { name: 'Bo <script> "--help"', email: null };
const FILE = 'articles/å resa/refund.sv.md';

const hash = (words: string) => createHash('sha256').update(words).digest('hex');
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=Hand', '-c', 'user.email=hand@x', ...args], { encoding: 'utf8' });

describe.each(['git', 'kept'] as const)('%s history', (kind) => {
  let root: string;
  let content: string;
  let history: History;
  let minute = 0;
  const open = async () => {
    const opened = await openHistory(content, join(root, 'data'));
    expect(opened.notice).toBeNull();
    return opened.history;
  };
  const at = () => {
    minute += 1;
    return new Date(Date.UTC(2026, 10, 1, 12, minute));
  };
  const put = (path: string, words: string | null) => {
    if (words === null) return rmSync(join(content, path));
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), words);
  };
  const save = (path: string, words: string | null, more: Partial<Change> = {}) => {
    const bytes = words === null ? null : Buffer.from(words);
    const change = { author: ANNA, message: `Save ${path}`, at: at(), files: [{ path, bytes }], ...more };
    return history.record(change, async () => put(path, words));
  };
  const words = async (revision: string | undefined, path = FILE) => {
    const bytes = await history.read(revision ?? '', path);
    return bytes && Buffer.from(bytes).toString('utf8');
  };
  const log = (path = FILE) => history.log(path, 50);

  beforeEach(async () => {
    minute = 0;
    root = mkdtempSync(join(tmpdir(), 'erfara-history-'));
    content = join(root, 'content');
    mkdirSync(content);
    if (kind === 'git') git(content, 'init', '-q', '-b', 'main');
    history = await open();
    expect(history.kind).toBe(kind);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('a change is a version with its author, its message and its bytes', async () => {
    const first = await save(FILE, 'one\r\n');
    const second = await save(FILE, 'two\n', { author: BO, message: '# Not a comment\n\nWhy: "$(id)"' });
    const revisions = await log();
    expect(revisions.map(({ id, what }) => [id, what])).toEqual([
      [second, 'changed'],
      [first, 'added'],
    ]);
    expect(revisions[0]).toMatchObject({ message: '# Not a comment\n\nWhy: "$(id)"', at: '2026-11-01T12:02:00.000Z' });
    expect(revisions[0]?.author).toMatch(/^Bo .*script.*--help/);
    expect(revisions[1]).toMatchObject({ author: 'Anna Ek', path: FILE });
    expect(await words(first ?? '')).toBe('one\r\n');
    expect(await words(second ?? '')).toBe('two\n');
    expect(await history.log(FILE, 1)).toHaveLength(1);
  });

  test('what does not differ is no version', async () => {
    await save(FILE, 'one');
    expect(await save(FILE, 'one')).toBeNull();
    expect(await log()).toHaveLength(1);
  });

  test('several files are one change, and each has it in its log', async () => {
    const files = ['a', 'b'].map((name) => ({ path: `articles/${name}.md`, bytes: Buffer.from(name) }));
    const id = await history.record({ author: ANNA, message: 'Both', at: at(), files }, async () => {
      for (const { path, bytes } of files) put(path, bytes.toString());
    });
    for (const { path } of files) expect((await log(path)).map((revision) => revision.id)).toEqual([id]);
  });

  test('a file keeps its history when it moves, and when it is removed and comes back', async () => {
    const lines = 'one\ntwo\nthree\nfour\n';
    await save(FILE, lines);
    const to = 'articles/other/moved.md';
    const moving = { path: to, bytes: Buffer.from(lines), from: FILE };
    await history.record({ author: ANNA, message: 'Move', at: at(), files: [moving] }, async () => {
      mkdirSync(dirname(join(content, to)), { recursive: true });
      renameSync(join(content, FILE), join(content, to));
    });
    await save(to, null);
    expect((await log(to)).map(({ what, path }) => [what, path])).toEqual([
      ['removed', to],
      ['moved', to],
      ['added', FILE],
    ]);
    const [removed, moved, added] = await log(to);
    expect(await words(removed?.id, to)).toBeNull();
    expect(await words(moved?.id, to)).toBe(lines);
    expect(await words(moved?.id, FILE)).toBeNull();
    expect(await words(added?.id, FILE)).toBe(lines);
    await save(to, 'again');
    expect((await log(to))[0]).toMatchObject({ what: 'added' });
  });

  test('knows a version by the hash of its bytes, and no other', async () => {
    await save(FILE, 'one');
    await save(FILE, 'two');
    expect(Buffer.from((await history.withHash(FILE, hash('one'))) ?? []).toString()).toBe('one');
    expect(await history.withHash(FILE, hash('three'))).toBeNull();
    await save('articles/b.md', 'three');
    expect(await history.withHash(FILE, hash('three'))).toBeNull();
  });

  test('knows which files there were at a moment, and when it begins', async () => {
    expect(await history.filesAt(new Date())).toEqual({ since: null, files: [] });
    await save(FILE, 'one');
    await save('articles/b.md', 'b');
    await save(FILE, 'two');
    await save('articles/b.md', null);
    const then = async (minutes: number) => history.filesAt(new Date(Date.UTC(2026, 10, 1, 12, minutes, 30)));
    expect((await then(0)).files).toEqual([]);
    expect((await then(0)).since).toBe('2026-11-01T12:01:00.000Z');
    const both = (await then(2)).files;
    expect(both.map(({ path }) => path).sort()).toEqual(['articles/b.md', FILE]);
    expect(await words(both.find(({ path }) => path === FILE)?.revision)).toBe('one');
    expect(await words((await then(3)).files.find(({ path }) => path === FILE)?.revision)).toBe('two');
    expect((await then(4)).files.map(({ path }) => path)).toEqual([FILE]);
  });

  test('knows who wrote which lines', async () => {
    const first = await save(FILE, 'one\ntwo\nthree\n');
    const second = await save(FILE, 'zero\none\n2\nthree\n', { author: BO });
    expect(await history.blame(FILE)).toEqual([
      { revision: second, lines: ['zero'] },
      { revision: first, lines: ['one'] },
      { revision: second, lines: ['2'] },
      { revision: first, lines: ['three'] },
    ]);
    expect(await history.blame('articles/none.md')).toEqual([]);
  });

  test('what others wrote is settled as theirs, once, and never taken for the editor', async () => {
    await save(FILE, 'one');
    put(FILE, 'by hand');
    put('articles/new.md', 'by hand too');
    for (let i = 0; i < 2; i += 1) await history.settle([{ path: FILE }, { path: 'articles/new.md' }], { at: at() });
    await save(FILE, 'mine');
    expect((await log()).map(({ author }) => author)).toEqual(['Anna Ek', 'Unknown', 'Anna Ek']);
    expect(await words((await log())[1]?.id)).toBe('by hand');
    put(FILE, null);
    await history.settle([{ path: 'articles/new.md', etag: hash('by hand too') }], { at: at(), complete: true });
    expect((await log())[0]).toMatchObject({ what: 'removed', author: 'Unknown' });
  });

  test('a write that fails is no version; what it wrote before it failed is', async () => {
    const files = ['a', 'b'].map((name) => ({ path: `articles/${name}.md`, bytes: Buffer.from(name) }));
    const failing = history.record({ author: ANNA, message: 'Half', at: at(), files }, async () => {
      put('articles/a.md', 'a');
      throw new Error('disk');
    });
    await expect(failing).rejects.toThrow('disk');
    expect(await log('articles/a.md')).toHaveLength(1);
    expect(await log('articles/b.md')).toEqual([]);
    expect(await save('articles/b.md', 'b')).not.toBeNull();
  });

  test('names and paths that look like options or leave the folder lead nowhere', async () => {
    await save(FILE, 'one');
    for (const id of ['--output=x', 'HEAD', '..', '', `${'f'.repeat(40)}`]) expect(await words(id)).toBeNull();
    const [revision] = await log();
    for (const path of ['../data/x', '--help', ':(glob)**', '']) {
      expect(await history.log(path, 5)).toEqual([]);
      expect(await history.read(revision?.id ?? '', path)).toBeNull();
    }
    expect(existsSync(join(content, 'x'))).toBe(false);
  });

  test('what a damaged disk left in the journal keeps nobody from saving', async () => {
    await save(FILE, 'one');
    writeFileSync(join(root, 'data', 'pending', '0.json'), '{"change": ');
    expect(await save(FILE, 'two')).not.toBeNull();
    expect(await log()).toHaveLength(2);
  });

  test('saves at once are recorded one after the other', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, i) => save(`articles/${i}.md`, `${i}`)));
    for (let i = 0; i < 6; i += 1) expect(await log(`articles/${i}.md`)).toHaveLength(1);
  });

  test('twelve kills during saves leave every file whole and its last version in the history', async () => {
    const child = await bundleChild('test/contracts/history-child.ts');
    try {
      for (let kill = 0; kill < 12; kill += 1) {
        const process = child.start(content, join(root, 'data'), String(kill * 1_000));
        await nextMessage(process);
        process.send('go');
        await nextMessage(process);
        await sleep(kill * 7);
        process.kill('SIGKILL');
        await ended(process);
        const words = readFileSync(join(content, FILE), 'utf8');
        expect(words).toMatch(/^version \d+\n(line\n){400}$/);
        history = await open();
        await history.settle([], { at: at() });
        const [last] = await log();
        expect(Buffer.from((await history.read(last?.id ?? '', FILE)) ?? []).toString()).toBe(words);
        const [, number] = /version (\d+)/.exec(words) ?? [];
        expect(last).toMatchObject({ message: `Save version ${number}`, author: 'Anna Ek' });
        expect(readdirSync(join(root, 'data', 'pending')).filter((name) => name.endsWith('.json'))).toEqual([]);
      }
      const versions = (await history.log(FILE, 5_000)).map(({ message }) => Number(/\d+/.exec(message)?.[0]));
      expect(new Set(versions).size).toBe(versions.length);
      expect(versions).toEqual(versions.toSorted((a, b) => b - a));
      if (kind === 'git') expect(git(content, 'fsck', '--full', '--no-dangling')).not.toMatch(/error|missing|corrupt/);
    } finally {
      child.remove();
    }
  });
});

describe('a repository that people work in', () => {
  let root: string;
  let content: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'erfara-history-'));
    content = join(root, 'content');
    mkdirSync(join(content, 'articles'), { recursive: true });
    git(content, 'init', '-q', '-b', 'main');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const save = async (path: string, words: string) => {
    const { history } = await openHistory(content, join(root, 'data'));
    const files = [{ path, bytes: Buffer.from(words) }];
    return history.record({ author: ANNA, message: 'Save', at: new Date('2026-11-01T12:00:00Z'), files }, async () =>
      writeFileSync(join(content, path), words),
    );
  };

  test('is left clean by a save, keeps what is staged, and runs no hook', async () => {
    writeFileSync(join(content, 'mine.txt'), 'mine');
    writeFileSync(join(content, 'articles/a.md'), 'a');
    git(content, 'add', 'mine.txt');
    writeFileSync(join(content, '.git/hooks/reference-transaction'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const id = await save('articles/a.md', 'b');
    expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect(git(content, 'status', '--porcelain')).toBe('A  mine.txt\n');
    expect(git(content, 'log', '-1', '--format=%an <%ae> %cn')).toBe('Anna Ek <anna@nordbris.example> Erfara\n');
  });

  test('gets its commit although another git holds the index', async () => {
    await save('articles/a.md', 'a');
    writeFileSync(join(content, '.git/index.lock'), '');
    expect(await save('articles/a.md', 'b')).toMatch(/^[0-9a-f]{40}$/);
    rmSync(join(content, '.git/index.lock'));
    expect(git(content, 'show', 'HEAD:articles/a.md')).toBe('b');
  });

  test('that cannot be written keeps the change until it can', async () => {
    await save('articles/a.md', 'a');
    writeFileSync(join(content, '.git/refs/heads/main.lock'), '');
    expect(await save('articles/a.md', 'b')).toBeNull();
    rmSync(join(content, '.git/refs/heads/main.lock'));
    await save('articles/c.md', 'c');
    expect(git(content, 'log', '--format=%an', '--', 'articles/a.md')).toBe('Anna Ek\nAnna Ek\n');
    expect(git(content, 'show', 'HEAD:articles/a.md')).toBe('b');
  });

  test('that cannot be written does not let a save write over what others wrote', async () => {
    await save('articles/a.md', 'a');
    writeFileSync(join(content, 'articles/a.md'), 'by hand');
    writeFileSync(join(content, '.git/refs/heads/main.lock'), '');
    const { history } = await openHistory(content, join(root, 'data'));
    const settling = history.settle([{ path: 'articles/a.md' }], { at: new Date() });
    await expect(settling).rejects.toMatchObject({ code: 'locked' });
  });

  test('above the content is not the content’s own', async () => {
    const { history } = await openHistory(join(content, 'articles'), join(root, 'data'));
    expect(history.kind).toBe('kept');
  });

  test('is replaced by kept versions, with a notice, when git cannot be run', async () => {
    const path = process.env.PATH;
    process.env.PATH = join(root, 'nothing-here');
    try {
      const { history, notice } = await openHistory(content, join(root, 'data'));
      expect(history.kind).toBe('kept');
      expect(notice).toContain('git');
    } finally {
      process.env.PATH = path;
    }
  });
});
