import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Text } from '../domain/article.ts';
import type { Problem } from '../domain/problem.ts';

/** What parsing one file gave. `key` changes with the file's bytes and with whatever else shapes the result. */
export interface ParsedFile {
  key: string;
  text: Text | null;
  problems: Problem[];
}

/** Parsed files kept between runs, so that a start does not parse what has not changed. It can always be deleted. */
export class ParsedCache {
  readonly #path: string;
  readonly #build: string;

  /** `build` names the code that parsed: what another build parsed is not used. */
  constructor(path: string, build: string) {
    this.#path = path;
    this.#build = build;
  }

  /** By path; empty when there is none, or a damaged one. */
  read(): Map<string, ParsedFile> {
    try {
      const kept = JSON.parse(readFileSync(this.#path, 'utf8')) as { build: string; files: [string, ParsedFile][] };
      return new Map(kept.build === this.#build ? kept.files : []);
    } catch {
      return new Map();
    }
  }

  /** Writes beside and renames. A cache that cannot be written costs time, nothing else. */
  async write(files: Map<string, ParsedFile>): Promise<void> {
    const beside = `${this.#path}.${process.pid}.tmp`;
    const kept = [...files].map(([path, { key, text, problems }]) => [path, { key, text, problems }]);
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFile(beside, JSON.stringify({ build: this.#build, files: kept }));
      await rename(beside, this.#path);
    } catch {
      // Read-only or full: the next start parses again.
    }
  }
}
