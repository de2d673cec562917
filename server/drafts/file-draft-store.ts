import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErfaraError } from '../domain/errors.ts';
import { createWhole, removeWhole, replaceWhole } from '../files/whole-file.ts';
import type { DraftStore, StoredDraft } from '../ports/draft-store.ts';

/** Drafts as files in the data folder, in a folder for each author. */
export class FileDraftStore implements DraftStore {
  readonly #root: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  keep(draft: StoredDraft): Promise<void> {
    return this.#alone(async () => {
      const folder = this.#folder(draft.author);
      const path = join(folder, nameOf(draft.id, draft.lang));
      const bytes = Buffer.from(JSON.stringify(draft));
      await mkdir(folder, { recursive: true });
      if (!(await createWhole(path, bytes))) await replaceWhole(path, bytes);
    });
  }

  async read(author: string, id: string, lang: string): Promise<StoredDraft | null> {
    return readDraft(join(this.#folder(author), nameOf(id, lang)));
  }

  discard(author: string, id: string, lang: string): Promise<void> {
    return this.#alone(async () => {
      await removeWhole(join(this.#folder(author), nameOf(id, lang))).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    });
  }

  async list(): Promise<StoredDraft[]> {
    const names = await readdir(this.#root, { recursive: true }).catch(() => []);
    const paths = names.filter((name) => name.endsWith('.json')).map((name) => join(this.#root, name));
    const drafts = await Promise.all(paths.map(readDraft));
    return drafts.filter((draft) => draft !== null).sort((a, b) => b.at.localeCompare(a.at));
  }

  #folder(author: string): string {
    return join(this.#root, createHash('sha256').update(author).digest('hex').slice(0, 16));
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw new ErfaraError('disk-full', { cause: error });
      throw error;
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}

function nameOf(id: string, lang: string): string {
  return `${encodeURIComponent(id).replaceAll('.', '%2E')}.${encodeURIComponent(lang).replaceAll('.', '%2E')}.json`;
}

async function readDraft(path: string): Promise<StoredDraft | null> {
  const source = await readFile(path, 'utf8').catch(() => null);
  try {
    return source === null ? null : (JSON.parse(source) as StoredDraft);
  } catch {
    return null;
  }
}
