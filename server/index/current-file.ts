import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IndexVersion } from '../domain/fingerprint.ts';

/** What readers follow: the folder and Lance version that were complete when this was written. */
export interface Current {
  folder: string;
  lanceVersion: number;
  /** The columns it was written with: COLUMNS_VERSION then. */
  columns: number;
  /** Kept while readers may still hold it. */
  previousFolder: string | null;
  published: IndexVersion;
}

/** Reads `current.json`; null when there is none. A damaged one counts as none: the index can be rebuilt. */
export function readCurrent(path: string): Current | null {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Current> | null;
    const whole = typeof found?.folder === 'string' && Number.isInteger(found.lanceVersion) && found.published;
    return whole ? (found as Current) : null;
  } catch {
    return null;
  }
}

/** Writes beside and renames, so that a reader sees the old or the new, never a half. */
export async function writeCurrent(path: string, current: Current): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(`${JSON.stringify(current, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
