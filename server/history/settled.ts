import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change, FileVersion, KnownFile, SettleOptions } from '../ports/history.ts';
import { hashOf } from './journal.ts';

/** Whoever changed a file by other means. */
export const SOMEBODY = { name: 'Unknown', email: null };

interface Looking {
  content: string;
  /** sha256 (hex) of a file's last version. */
  head: (path: string) => Promise<string | null>;
}

/** What others wrote to files since their last version, as a change; null when they wrote nothing. */
export async function foundOnDisk(
  files: KnownFile[],
  { content, at, by, head }: Pick<SettleOptions, 'at' | 'by'> & Looking,
): Promise<Change | null> {
  const found: FileVersion[] = [];
  for (const { path, etag } of files) {
    const last = await head(path);
    if (etag !== undefined && etag === last) continue;
    const bytes = await readFile(join(content, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if ((bytes && hashOf(bytes)) !== last) found.push({ path, bytes });
  }
  if (found.length === 0) return null;
  const [first] = found;
  const message = `Changed outside Erfara: ${found.length === 1 ? first?.path : `${found.length} files`}`;
  return { author: SOMEBODY, message, ...by, at, files: found };
}
