import { randomBytes } from 'node:crypto';
import { access, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Begins with a dot and ends so that nobody takes it for an article. */
const BESIDE = /^\.erfara-[0-9a-f]+\.tmp$/;
/** What a killed process left is older than this: whoever lives has it for moments. */
const LEFT_MS = 60_000;
/** File systems without hard links: then a name is looked at before it is taken. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Creates a file that is whole or not there, and on disk when this resolves. Answers false when the name is taken, and
 * leaves what has it.
 */
export async function createWhole(path: string, bytes: Uint8Array): Promise<boolean> {
  await removeLeftovers(dirname(path));
  const beside = await writeBeside(path, bytes, 0o644);
  try {
    await link(beside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code ?? '')) throw error;
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return false;
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** Puts other bytes in a file's place, at once: a reader sees the old ones or the new ones. Its rights stay. */
export async function replaceWhole(path: string, bytes: Uint8Array): Promise<void> {
  await removeLeftovers(dirname(path));
  const { mode } = await stat(path);
  const beside = await writeBeside(path, bytes, mode & 0o777);
  try {
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dirname(path));
}

/** Gives a file another name, at once. Answers false when that name is taken, and leaves what has it. */
export async function moveWhole(from: string, to: string): Promise<boolean> {
  // A link takes a name only when it is free; killed before the old name goes, both are the same file.
  const taken = await link(from, to).then(
    () => false,
    async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return true;
      if (!NO_LINKS.has(error.code ?? '')) throw error;
      const free = await access(to).then(
        () => false,
        () => true,
      );
      if (free) await rename(from, to);
      return !free;
    },
  );
  if (taken) return false;
  await rm(from, { force: true });
  await Promise.all([syncFolder(dirname(from)), syncFolder(dirname(to))]);
  return true;
}

/** Removes a file, for good when this resolves. */
export async function removeWhole(path: string): Promise<void> {
  await rm(path);
  await syncFolder(dirname(path));
}

async function writeBeside(path: string, bytes: Uint8Array, mode: number): Promise<string> {
  const beside = join(dirname(path), `.erfara-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(beside, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.chmod(mode);
    await file.sync();
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return beside;
}

/** Without it a new name may be lost when the power goes. Some systems do not sync folders. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}

/** Removes what processes left that were killed while they wrote in a folder: it may hold a person's words. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!BESIDE.test(name)) continue;
    const path = join(folder, name);
    const left = await stat(path).catch(() => null);
    if (left && Date.now() - left.mtimeMs > LEFT_MS) await rm(path, { force: true });
  }
}
