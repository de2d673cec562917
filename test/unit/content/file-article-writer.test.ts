import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileArticleWriter } from '../../../server/content/file-article-writer.ts';

const PATH = 'articles/a.sv.md';

let folder: string;
let writer: FileArticleWriter;
const file = (path: string) => readFileSync(join(folder, path), 'utf8');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-write-'));
  mkdirSync(join(folder, 'articles'));
  writeFileSync(join(folder, PATH), 'old');
  writer = new FileArticleWriter(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const etagOf = async (path: string) => (await writer.read(path))?.etag ?? '';

describe('a file’s bytes', () => {
  it('are replaced while they are those that were read, and no longer', async () => {
    const etag = await etagOf(PATH);
    expect(await writer.write(PATH, Buffer.from('new'), etag)).toBe(await etagOf(PATH));
    await expect(writer.write(PATH, Buffer.from('other'), etag)).rejects.toMatchObject({ code: 'changed-since' });
    expect(file(PATH)).toBe('new');
    rmSync(join(folder, PATH));
    await expect(writer.write(PATH, Buffer.from('x'), etag)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await writer.read(PATH)).toBeNull();
  });

  it('of a new file never take the place of one that is there', async () => {
    await writer.write('articles/new/b.md', Buffer.from('b'), null);
    await expect(writer.write(PATH, Buffer.from('b'), null)).rejects.toMatchObject({ code: 'changed-since' });
    expect([file('articles/new/b.md'), file(PATH)]).toEqual(['b', 'old']);
  });

  it('of two writers at once are one writer’s', async () => {
    const etag = await etagOf(PATH);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) => writer.write(PATH, Buffer.from(`${i}`), etag)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(join(folder, 'articles'))).toEqual(['a.sv.md']);
  });

  it('move under another name, and never over another file', async () => {
    const etag = await etagOf(PATH);
    await writer.move(PATH, 'articles/x/a.sv.md', etag);
    expect(await writer.read(PATH)).toBeNull();
    writeFileSync(join(folder, PATH), 'other');
    await expect(writer.move('articles/x/a.sv.md', PATH, etag)).rejects.toMatchObject({ code: 'exists' });
    await expect(writer.move(PATH, 'articles/y.md', etag)).rejects.toMatchObject({ code: 'changed-since' });
    expect([file(PATH), file('articles/x/a.sv.md')]).toEqual(['other', 'old']);
  });

  it('are neither read nor written outside the content', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'erfara-outside-'));
    try {
      symlinkSync(outside, join(folder, 'articles', 'link'));
      writeFileSync(join(outside, 'x.md'), 'secret');
      await expect(writer.read('articles/link/x.md')).rejects.toMatchObject({ code: 'bad-setting' });
      for (const path of ['articles/link/y.md', '../y.md', 'articles/../../y.md']) {
        await expect(writer.write(path, Buffer.from('y'), null)).rejects.toMatchObject({
          code: expect.stringMatching(/^(?:bad-setting|changed-since)$/),
        });
      }
      expect(readdirSync(outside)).toEqual(['x.md']);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});
