import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { changedRuns, linesOf } from '../diff/lines.ts';
import type { Author, Revision } from '../domain/history.ts';
import { createWhole } from '../files/whole-file.ts';
import type { Change, History, KnownFile, SettleOptions } from '../ports/history.ts';
import { hashOf, Journal } from './journal.ts';
import { foundOnDisk, SOMEBODY } from './settled.ts';

/** A change as it is kept: bytes lie beside it, by their hash. */
interface KeptChange {
  id: string;
  at: string;
  author: Author;
  message: string;
  files: { path: string; hash: string | null; from?: string }[];
}

/** More files at once are a first look at a bank: the system brings them to disk when it likes. */
const FEW = 50;
const LOOKED_THROUGH = 100;
const BEGINNING = { author: SOMEBODY, message: 'As it was when its history began' };

/** Versions in the data folder: a file for each change, and one for each content a file ever had. */
export class KeptHistory implements History {
  readonly kind = 'kept';
  readonly #folder: string;
  readonly #content: string;
  readonly #journal: Journal;
  readonly #changes: KeptChange[] = [];
  readonly #known = new Set<string>();
  readonly #heads = new Map<string, string>();

  constructor(folder: string, content: string) {
    this.#folder = folder;
    this.#content = content;
    this.#journal = new Journal({
      folder: join(folder, 'pending'),
      content,
      commit: (change) => this.#commit(change),
      head: (path) => this.#head(path),
    });
  }

  record(change: Change, write: () => Promise<void>) {
    return this.#journal.record(change, write);
  }

  settle(files: KnownFile[], { complete = false, ...how }: SettleOptions): Promise<void> {
    return this.#journal.whenQuiet(async () => {
      await this.#refresh();
      const listed = new Set(files.map(({ path }) => path));
      const others = complete ? [...this.#heads.keys()].filter((path) => !listed.has(path)) : [];
      const all = [...files, ...others.map((path) => ({ path }))];
      const head = async (path: string) => this.#heads.get(path) ?? null;
      const by = this.#changes.length === 0 ? { by: BEGINNING } : {};
      const change = await foundOnDisk(all, { ...by, ...how, content: this.#content, head });
      if (change) await this.#commit(change);
    });
  }

  async log(path: string, limit: number): Promise<Revision[]> {
    await this.#journal.quiet();
    await this.#refresh();
    const found: (Revision & { removed: boolean })[] = [];
    let name = path;
    for (const { files, author, ...change } of this.#changes.toReversed()) {
      const file = files.find((each) => each.path === name);
      if (!file || found.length > limit) continue;
      const what = file.hash === null ? 'removed' : file.from === undefined ? 'changed' : 'moved';
      found.push({ ...change, author: author.name, path: name, what, removed: file.hash === null });
      name = file.from ?? name;
    }
    return found
      .map(({ removed: _, ...revision }, i) => {
        const older = found[i + 1];
        const first = older === undefined ? found.length <= limit : older.removed;
        return first && revision.what === 'changed' ? { ...revision, what: 'added' as const } : revision;
      })
      .slice(0, limit);
  }

  async read(revision: string, path: string): Promise<Uint8Array | null> {
    await this.#journal.quiet();
    await this.#refresh();
    const until = this.#changes.findIndex(({ id }) => id === revision);
    for (const { files } of this.#changes.slice(0, until + 1).reverse()) {
      if (files.some(({ from }) => from === path)) return null;
      const file = files.find((each) => each.path === path);
      if (file) return file.hash === null ? null : this.#object(file.hash);
    }
    return null;
  }

  async withHash(path: string, etag: string): Promise<Uint8Array | null> {
    const revisions = await this.log(path, LOOKED_THROUGH);
    const has = (revision: Revision) =>
      this.#changes.some(
        ({ id, files }) =>
          id === revision.id && files.some((file) => file.path === revision.path && file.hash === etag),
      );
    return revisions.some(has) ? this.#object(etag) : null;
  }

  async filesAt(moment: Date) {
    await this.#journal.quiet();
    await this.#refresh();
    const at = new Map<string, string>();
    for (const change of this.#changes) {
      if (Date.parse(change.at) > moment.getTime()) continue;
      for (const { path, hash, from } of change.files) {
        if (from !== undefined) at.delete(from);
        if (hash === null) at.delete(path);
        else at.set(path, change.id);
      }
    }
    const files = [...at].map(([path, revision]) => ({ path, revision }));
    return { since: this.#changes[0]?.at ?? null, files };
  }

  async blame(path: string) {
    const revisions = (await this.log(path, LOOKED_THROUGH)).toReversed();
    let lines: { text: string; revision: string }[] = [];
    for (const { id, path: name } of revisions) {
      const bytes = await this.read(id, name);
      const next = linesOf(bytes === null ? '' : Buffer.from(bytes).toString('utf8'));
      const now: typeof lines = [];
      let at = 0;
      for (const { before, after } of changedRuns(
        lines.map(({ text }) => text),
        next,
      )) {
        now.push(...lines.slice(at, before[0]), ...next.slice(...after).map((text) => ({ text, revision: id })));
        at = before[1];
      }
      lines = [...now, ...lines.slice(at)];
    }
    return inRuns(lines);
  }

  async #head(path: string): Promise<string | null> {
    await this.#refresh();
    return this.#heads.get(path) ?? null;
  }

  /** Takes up changes that this process or another one kept since the last look. */
  async #refresh(): Promise<void> {
    const folder = join(this.#folder, 'changes');
    const names = await readdir(folder).catch(() => []);
    const news = names.filter((name) => name.endsWith('.json') && !name.startsWith('.') && !this.#known.has(name));
    for (const name of news.sort()) {
      const change = readChange(await readFile(join(folder, name), 'utf8'));
      if (change && !this.#known.has(name)) this.#add(name, change);
      this.#known.add(name);
    }
  }

  #add(name: string, change: KeptChange): void {
    this.#known.add(name);
    this.#changes.push(change);
    if ((this.#changes.at(-2)?.id ?? '') > change.id) this.#changes.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { path, hash, from } of change.files) {
      if (from !== undefined) this.#heads.delete(from);
      if (hash === null) this.#heads.delete(path);
      else this.#heads.set(path, hash);
    }
  }

  async #commit(change: Change): Promise<string | null> {
    await this.#refresh();
    const changed = change.files.filter(
      ({ path, bytes, from }) => from !== undefined || (bytes && hashOf(bytes)) !== (this.#heads.get(path) ?? null),
    );
    if (changed.length === 0) return null;
    await Promise.all([
      mkdir(join(this.#folder, 'objects'), { recursive: true }),
      mkdir(join(this.#folder, 'changes'), { recursive: true }),
    ]);
    for (const { bytes } of changed) if (bytes) await this.#keep(bytes, changed.length <= FEW);
    const id = uuidv7();
    const kept: KeptChange = {
      id,
      at: change.at.toISOString(),
      author: change.author,
      message: change.message,
      files: changed.map(({ path, bytes, from }) => ({
        path,
        hash: bytes && hashOf(bytes),
        ...(from === undefined ? {} : { from }),
      })),
    };
    const name = `${id}.json`;
    await createWhole(join(this.#folder, 'changes', name), Buffer.from(`${JSON.stringify(kept)}\n`));
    if (!this.#known.has(name)) this.#add(name, kept);
    return id;
  }

  async #keep(bytes: Uint8Array, atOnce: boolean): Promise<void> {
    const hash = hashOf(bytes);
    const path = join(this.#folder, 'objects', hash);
    if ((await this.#object(hash)) !== null) return;
    // What a killed process left half is not what its name says, and is written anew.
    if (atOnce) {
      if (!(await createWhole(path, bytes))) await writeFile(path, bytes, { flush: true });
    } else await writeFile(path, bytes);
  }

  async #object(hash: string): Promise<Uint8Array | null> {
    const bytes = await readFile(join(this.#folder, 'objects', hash)).catch(() => null);
    return bytes !== null && hashOf(bytes) === hash ? bytes : null;
  }
}

/** null for what a damaged disk left: the other versions are still there. */
function readChange(source: string): KeptChange | null {
  try {
    return JSON.parse(source) as KeptChange;
  } catch {
    return null;
  }
}

function inRuns(lines: { text: string; revision: string }[]): { revision: string; lines: string[] }[] {
  const runs: { revision: string; lines: string[] }[] = [];
  for (const { text, revision } of lines) {
    const last = runs.at(-1);
    const line = text.replace(/\r?\n$/, '');
    if (last?.revision === revision) last.lines.push(line);
    else runs.push({ revision, lines: [line] });
  }
  return runs;
}
