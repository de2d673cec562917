import { join } from 'node:path';
import type { Revision } from '../domain/history.ts';
import type { Change, History, KnownFile, SettleOptions } from '../ports/history.ts';
import { commitChange } from './commit.ts';
import type { Git } from './git.ts';
import { hashOf, Journal } from './journal.ts';
import { foundOnDisk } from './settled.ts';

const LOOKED_THROUGH = 100;
const COMMIT = /^[0-9a-f]{7,64}$/;
const FORMAT = '--format=%x01%H%x02%an%x02%cI%x02%B%x02';

/** Versions as commits of the content's own repository. */
export class GitHistory implements History {
  readonly kind = 'git';
  readonly #git: Git;
  readonly #content: string;
  readonly #journal: Journal;
  readonly #commit: (change: Change) => Promise<string | null>;

  /** `folder` keeps changes until they are committed. */
  constructor(git: Git, { content, folder }: { content: string; folder: string }) {
    this.#git = git;
    this.#content = content;
    this.#commit = (change) => commitChange(git, change, join(folder, 'scratch'));
    this.#journal = new Journal({
      folder: join(folder, 'pending'),
      content,
      commit: this.#commit,
      head: (path) => this.#head(path),
    });
  }

  record(change: Change, write: () => Promise<void>) {
    return this.#journal.record(change, write);
  }

  settle(files: KnownFile[], { complete = false, ...how }: SettleOptions): Promise<void> {
    return this.#journal.whenQuiet(async () => {
      const listed = new Set(files.map(({ path }) => path));
      const others = complete ? (await this.#tree('HEAD')).filter((path) => !listed.has(path)) : [];
      const all = [...files, ...others.map((path) => ({ path }))];
      const change = await foundOnDisk(all, { ...how, content: this.#content, head: (path) => this.#head(path) });
      if (change) await this.#commit(change);
    });
  }

  async log(path: string, limit: number): Promise<Revision[]> {
    await this.#journal.quiet();
    const args = ['log', '--follow', '-M', '-z', '--name-status', FORMAT, `--max-count=${limit}`];
    const output = await this.#git([...args, 'HEAD', '--', path]).catch(() => Buffer.alloc(0));
    return output
      .toString('utf8')
      .split('\u0001')
      .slice(1)
      .flatMap((entry) => readEntry(entry) ?? []);
  }

  async read(revision: string, path: string): Promise<Uint8Array | null> {
    if (!COMMIT.test(revision)) return null;
    return this.#bytes(`${revision}:${path}`);
  }

  async withHash(path: string, etag: string): Promise<Uint8Array | null> {
    for (const { id, path: name } of await this.log(path, LOOKED_THROUGH)) {
      const bytes = await this.read(id, name);
      if (bytes && hashOf(bytes) === etag) return bytes;
    }
    return null;
  }

  async filesAt(moment: Date) {
    await this.#journal.quiet();
    const first = await this.#git(['log', '--first-parent', '--reverse', '--format=%cI', 'HEAD']).catch(() => null);
    const since = first?.toString('utf8').split('\n')[0] ?? null;
    const before = `--before=@${Math.floor(moment.getTime() / 1000)}`;
    const found = await this.#git(['rev-list', '-1', '--first-parent', before, 'HEAD']).catch(() => null);
    const revision = found?.toString('utf8').trim() ?? '';
    const paths = revision === '' ? [] : await this.#tree(revision);
    return { since: since && new Date(since).toISOString(), files: paths.map((path) => ({ path, revision })) };
  }

  async blame(path: string) {
    await this.#journal.quiet();
    const output = await this.#git(['blame', '--line-porcelain', '-M', 'HEAD', '--', path]).catch(() => null);
    const runs: { revision: string; lines: string[] }[] = [];
    let revision = '';
    for (const line of output?.toString('utf8').split('\n') ?? []) {
      revision = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? revision;
      if (!line.startsWith('\t')) continue;
      const last = runs.at(-1);
      const words = line.slice(1).replace(/\r$/, '');
      if (last?.revision === revision) last.lines.push(words);
      else runs.push({ revision, lines: [words] });
    }
    return runs;
  }

  /** A file as it would be checked out; null for what is not there, or a folder. */
  async #bytes(name: string): Promise<Uint8Array | null> {
    const asked = ['-t', '--filters'].map((option) => this.#git(['cat-file', option, name]).catch(() => null));
    const [type, bytes] = await Promise.all(asked);
    return type?.toString('utf8').trim() === 'blob' ? (bytes ?? null) : null;
  }

  async #head(path: string): Promise<string | null> {
    const bytes = await this.#bytes(`HEAD:${path}`);
    return bytes && hashOf(bytes);
  }

  async #tree(revision: string): Promise<string[]> {
    const output = await this.#git(['ls-tree', '-r', '-z', '--name-only', revision]).catch(() => Buffer.alloc(0));
    return output.toString('utf8').split('\0').filter(Boolean);
  }
}

const WHAT: Record<string, Revision['what']> = { A: 'added', R: 'moved', D: 'removed' };

function readEntry(entry: string): Revision | null {
  const [id = '', author = '', at = '', message = '', names = ''] = entry.split('\u0002');
  const [status = '', ...paths] = names
    .split('\0')
    .map((name) => name.trim())
    .filter(Boolean);
  const path = paths.at(-1);
  if (!path) return null;
  return {
    id,
    at: new Date(at).toISOString(),
    author,
    message: message.trim(),
    path,
    what: WHAT[status[0] ?? ''] ?? 'changed',
  };
}
