import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../ports/history.ts';
import type { Git } from './git.ts';

const TRIES = 3;
const LEFT_MS = 600_000;
const NOTHING = '0000000000000000000000000000000000000000';

/**
 * Commits exactly the bytes of a change on top of what is there, in an index of its own: what people have staged or are
 * merging stays as it is, and a lock that a killed git left does not matter. null when it changes nothing.
 */
export async function commitChange(git: Git, change: Change, scratch: string): Promise<string | null> {
  await mkdir(scratch, { recursive: true });
  await removeOldIndexes(scratch);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await commitOnce(git, change, scratch);
    } catch (error) {
      // Somebody else committed meanwhile.
      if (attempt === TRIES) throw error;
    }
  }
}

/** What was left by processes that were killed: git itself gives up sooner. */
async function removeOldIndexes(scratch: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    const path = join(scratch, name);
    const left = await stat(path).catch(() => null);
    if (left && Date.now() - left.mtimeMs > LEFT_MS) await rm(path, { force: true });
  }
}

async function commitOnce(git: Git, change: Change, scratch: string): Promise<string | null> {
  const parent = await git(['rev-parse', '--verify', '--quiet', 'HEAD']).then(text, () => null);
  const index = join(scratch, `index-${randomBytes(8).toString('hex')}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await git(parent ? ['read-tree', parent] : ['read-tree', '--empty'], { env });
    const lines: string[] = [];
    for (const { path, bytes, from } of change.files) {
      if (from !== undefined) lines.push(`0 ${NOTHING}\t${from}\0`);
      if (bytes === null) lines.push(`0 ${NOTHING}\t${path}\0`);
      else {
        const blob = text(await git(['hash-object', '-w', '--stdin', `--path=${path}`], { input: bytes }));
        lines.push(`100644 ${blob}\t${path}\0`);
      }
    }
    await git(['update-index', '-z', '--index-info'], { env, input: Buffer.from(lines.join('')) });
    const tree = text(await git(['write-tree'], { env }));
    if (parent && tree === text(await git(['rev-parse', `${parent}^{tree}`]))) return null;
    const commit = text(
      await git(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-F', '-'], {
        input: Buffer.from(`${change.message.trim()}\n`),
        env: identity(change),
      }),
    );
    await git(['update-ref', '-m', 'erfara: save', 'HEAD', commit, parent ?? NOTHING]);
    const paths = change.files.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
    // The files' own entries, so that `git status` is clean; where somebody holds the index, their next command tells.
    await git(['reset', '-q', '--', ...paths]).catch(() => undefined);
    return commit;
  } finally {
    await Promise.all([index, `${index}.lock`].map((path) => rm(path, { force: true })));
  }
}

/** The editor is the author; the machine commits. */
function identity({ author, at }: Change): Record<string, string> {
  const clean = (words: string) => words.replace(/[<>\p{Cc}]/gu, ' ').trim();
  const date = `@${Math.floor(at.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: clean(author.name) || 'Unknown',
    GIT_AUTHOR_EMAIL: clean(author.email ?? '') || 'unknown@localhost',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'Erfara',
    GIT_COMMITTER_EMAIL: 'erfara@localhost',
    GIT_COMMITTER_DATE: date,
  };
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8').trim();
}
