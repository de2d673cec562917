import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './whole-file.ts';

const BESIDE = /^\.erfara-[0-9a-f]+\.folder$/;
/** What a killed process left is older than this. */
const LEFT_MS = 600_000;
/** How systems say that there is something of this name. */
const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EISDIR']);

/**
 * Creates a folder with its files: all of them are there and on disk when this resolves, or none ever is, also when the
 * process is killed. `staging` is a folder of the same file system whose hidden folders nobody reads. Answers false when
 * there is something of this name, and leaves it.
 */
export async function createWholeFolder(
  path: string,
  files: { name: string; bytes: Uint8Array }[],
  staging: string,
): Promise<boolean> {
  await removeLeftovers(staging);
  if (await stat(path).catch(() => null)) return false;
  const beside = join(staging, `.erfara-${randomBytes(8).toString('hex')}.folder`);
  await mkdir(beside);
  try {
    for (const { name, bytes } of files) {
      const file = await open(join(beside, name), 'wx', 0o644);
      await file.writeFile(bytes).then(() => file.sync());
      await file.close();
    }
    await syncFolder(beside);
    await mkdir(dirname(path), { recursive: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (TAKEN.has((error as NodeJS.ErrnoException).code ?? '') && (await stat(path).catch(() => null))) return false;
    throw error;
  }
  await syncFolder(dirname(path));
  return true;
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!BESIDE.test(name)) continue;
    const path = join(folder, name);
    const left = await stat(path).catch(() => null);
    if (left && Date.now() - left.mtimeMs > LEFT_MS) await rm(path, { recursive: true, force: true });
  }
}
