import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Article, Text } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Bank } from '../../ports/article-store.ts';

/** What the rules found in texts, kept between runs. It can always be deleted. */
export class KeptFindings {
  readonly #path: string;
  readonly #world: string;
  readonly #before: Map<string, Problem[]>;
  readonly #now = new Map<string, Problem[]>();

  /** `world` names everything beside an article's own texts that a rule can see: see `worldOf`. */
  constructor(path: string, world: string) {
    this.#path = path;
    this.#world = world;
    this.#before = read(path, world);
  }

  /** What was found in a text, by `find` where its article is not as it was. */
  of(text: Text, article: Article, find: () => Problem[]): Problem[] {
    const key = `${text.path} ${article.texts.map(({ path, etag }) => `${path} ${etag}`).join(' ')}`;
    const found = this.#before.get(key) ?? find();
    this.#now.set(key, found);
    return found;
  }

  /** Writes beside and renames. What cannot be written is found anew the next time. */
  async write(): Promise<void> {
    if ([...this.#now.keys()].every((key) => this.#before.has(key)) && this.#now.size === this.#before.size) return;
    const beside = `${this.#path}.${process.pid}.tmp`;
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFile(beside, JSON.stringify({ world: this.#world, found: [...this.#now] }));
      await rename(beside, this.#path);
    } catch {
      // Read-only or full.
    }
  }
}

/** Hash of what rules see beside a text's own article: settings, facts, ids, files, the date, and the code that judges. */
export function worldOf(bank: Bank, seen: { build: string; on: string; files: string[] }): string {
  const ids = bank.articles.map(({ id, texts }) => [id, texts.flatMap(({ redirects }) => redirects)]);
  return createHash('sha256')
    .update(JSON.stringify([bank.settings, bank.facts, ids, seen]))
    .digest('hex');
}

function read(path: string, world: string): Map<string, Problem[]> {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { world: string; found: [string, Problem[]][] };
    return new Map(kept.world === world ? kept.found : []);
  } catch {
    return new Map();
  }
}
