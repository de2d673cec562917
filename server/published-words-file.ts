import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { WordCounts, type WordSnapshot } from './evaluation/word-counts.ts';
import type { WordMemory } from './services/test-files.ts';

interface KeptWords {
  /** The code that cut and counted, and the version it did it for. */
  of: string;
  counts: WordSnapshot;
  passages: Map<string, string>;
}

/** Keeps the words of one published version in one file; a damaged one, or another build's, counts as none. */
export function publishedWordsFile(path: string, build: string): WordMemory {
  const named = (version: string) => `${build} ${version}`;
  return {
    recall(version) {
      try {
        const { of, counts, passages } = deserialize(readFileSync(path)) as KeptWords;
        return of === named(version) ? { counts: WordCounts.restore(counts), passages } : null;
      } catch {
        return null;
      }
    },
    keep(version, { counts, passages }) {
      const beside = `${path}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          beside,
          serialize({ of: named(version), counts: counts.snapshot(), passages } satisfies KeptWords),
        );
        renameSync(beside, path);
      } catch {
        // Read-only or full: the next run counts again.
        rmSync(beside, { force: true });
      }
    },
  };
}
