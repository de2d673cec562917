import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { ErfaraError } from '../domain/errors.ts';
import { createWhole, removeWhole, replaceWhole } from '../files/whole-file.ts';
import type { Change, FileVersion } from '../ports/history.ts';

/** A change that is not in the history yet. `before` is each file's last hash there, from when it began. */
interface Entry {
  change: Change;
  before: (string | null)[];
  /** True once it is on disk. */
  written: boolean;
}

export interface JournalDeps {
  /** Where changes wait. */
  folder: string;
  content: string;
  /** Puts a change into the history; null when it changes nothing there. */
  commit: (change: Change) => Promise<string | null>;
  /** sha256 (hex) of the last version in the history; null when there is none. */
  head: (path: string) => Promise<string | null>;
}

/** Keeps changes until they are in the history, so that none is lost when the process ends between file and history. */
export class Journal {
  readonly #deps: JournalDeps;
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: JournalDeps) {
    this.#deps = deps;
  }

  record(change: Change, write: () => Promise<void>): Promise<string | null> {
    return this.#alone(async () => {
      await this.#makeUp();
      const before = await Promise.all(change.files.map(({ path, from }) => this.#deps.head(from ?? path)));
      const entry = { change, before, written: false };
      const path = join(this.#deps.folder, `${uuidv7()}.json`);
      await mkdir(this.#deps.folder, { recursive: true });
      await createWhole(path, serialise(entry));
      try {
        await write();
      } catch (error) {
        await this.#finish(path, entry);
        throw error;
      }
      return this.#finish(path, { ...entry, written: true });
    });
  }

  /** Does `work` when nothing else is being recorded, after making up for what waits. */
  whenQuiet<T>(work: () => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      await this.#makeUp();
      return work().catch((cause: unknown) => {
        const message = `The history cannot be written just now (${cause}). Nothing was saved; try again shortly.`;
        throw new ErfaraError('locked', { details: [{ path: 'history', rule: 'history', message }], cause });
      });
    });
  }

  /** Resolves when everything that was begun is in the history. */
  async quiet(): Promise<void> {
    await this.#last;
  }

  async #makeUp(): Promise<void> {
    const names = await readdir(this.#deps.folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      const path = join(this.#deps.folder, name);
      const source = await readFile(path, 'utf8').catch(() => null);
      const entry = source === null ? null : parse(source);
      if (entry) await this.#finish(path, entry);
    }
  }

  /** Puts into the history what of a change is on disk, unless the history went on without it. */
  async #finish(path: string, entry: Entry): Promise<string | null> {
    try {
      const files: FileVersion[] = [];
      for (const [i, file] of entry.change.files.entries()) {
        const unmoved = (await this.#deps.head(file.from ?? file.path)) === (entry.before[i] ?? null);
        if (unmoved && (entry.written || (await this.#isOnDisk(file)))) files.push(file);
      }
      const id = files.length > 0 ? await this.#deps.commit({ ...entry.change, files }) : null;
      await removeWhole(path).catch(() => undefined);
      return id;
    } catch {
      if (entry.written) await replaceWhole(path, serialise(entry)).catch(() => createWhole(path, serialise(entry)));
      return null;
    }
  }

  async #isOnDisk({ path, bytes }: FileVersion): Promise<boolean> {
    const there = await readFile(join(this.#deps.content, path)).catch(() => null);
    return bytes === null ? there === null : there?.equals(bytes) === true;
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work).catch((error: unknown) => {
      const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new ErfaraError('disk-full', { cause: error }) : error;
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function serialise({ change, before, written }: Entry): Buffer {
  const files = change.files.map(({ bytes, ...file }) => ({
    ...file,
    bytes: bytes && Buffer.from(bytes).toString('base64'),
  }));
  return Buffer.from(JSON.stringify({ change: { ...change, files }, before, written }));
}

/** null for what a damaged disk left: it keeps nobody from saving. */
function parse(source: string): Entry | null {
  try {
    const { change, before, written } = JSON.parse(source);
    const files = change.files.map(({ bytes, ...file }: { bytes: string | null }) => ({
      ...file,
      bytes: bytes === null ? null : Buffer.from(bytes, 'base64'),
    }));
    return { change: { ...change, at: new Date(change.at), files }, before, written };
  } catch {
    return null;
  }
}
