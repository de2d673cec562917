import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Commits whose change added or took away these words (any letter case) below a folder: what history still holds. null when the
 * folder is in no git work tree, or git is not there.
 */
export async function commitsHolding(folder: string, what: string): Promise<{ hash: string; day: string }[] | null> {
  const pattern = what
    .normalize('NFC')
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '[[:space:]]+');
  try {
    const options = ['-i', '--pickaxe-regex', '--all', '--format=%h %as'];
    const { stdout } = await run('git', ['-C', folder, 'log', ...options, `-S${pattern}`, '--', '.'], {
      maxBuffer: MOST_BYTES,
    });
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ hash: line.split(' ')[0] ?? '', day: line.split(' ')[1] ?? '' }));
  } catch {
    return null;
  }
}
