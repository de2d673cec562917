import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change, FileVersion, KnownFile } from '../ports/history.ts';
import { hashOf } from './journal.ts';

const SOMEBODY = { name: 'Unknown', email: null };

/** What others wrote to files since their last version, as a change; null when they wrote nothing. */
export async function foundOnDisk(
  files: KnownFile[],
  { content, at, head }: { content: string; at: Date; head: (path: string) => Promise<string | null> },
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
  return { author: SOMEBODY, message, at, files: found };
}
