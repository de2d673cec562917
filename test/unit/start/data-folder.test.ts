import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataFolder } from '../../../server/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('signs a new folder with its format, and opens it again', () => {
  openDataFolder(join(folder, 'data'));
  expect(JSON.parse(readFileSync(join(folder, 'data', 'format.json'), 'utf8'))).toEqual({ format: 1 });
  expect(openDataFolder(join(folder, 'data')).index).toBe(join(folder, 'data', 'index'));
});

it('refuses a folder that a newer version wrote, or whose sign is damaged', () => {
  for (const sign of ['{"format": 2}', '{}', 'not json']) {
    writeFileSync(join(folder, 'format.json'), sign);
    expect(() => openDataFolder(folder), sign).toThrow(expect.objectContaining({ code: 'bad-setting' }));
  }
});

it('says so when the folder cannot be made', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => openDataFolder(join(folder, 'file', 'data'))).toThrow(expect.objectContaining({ code: 'bad-setting' }));
});
