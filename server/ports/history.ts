import type { Author, Revision } from '../domain/history.ts';

/** A file as a change leaves it. */
export interface FileVersion {
  /** Below the content folder, with `/`. */
  path: string;
  /** null = removed. */
  bytes: Uint8Array | null;
  /** Where it lay before, when it was moved. */
  from?: string;
}

/** What is recorded as one version. */
export interface Change {
  author: Author;
  /** One line that says what changed, and whatever else below an empty line. */
  message: string;
  at: Date;
  files: FileVersion[];
}

/** A file as it is on disk; with `etag` (sha256 of its bytes) it is read only where that is news. */
export interface KnownFile {
  path: string;
  etag?: string;
}

export interface SettleOptions {
  at: Date;
  complete?: boolean;
  by?: Pick<Change, 'author' | 'message'>;
}

/**
 * Every version of what editors own. Revisions are named by the ids of `log`; anything else is "not there", never an error.
 * Paths are relative to the content folder. Reading never throws for a file without history: it has none.
 */
export interface History {
  /** In the content's own repository, or in the data folder. */
  readonly kind: 'git' | 'kept';
  /**
   * Records `change` around `write`, which brings it to disk. Killed anywhere, the next call finds what was written and
   * records it then, with its author. Answers the version's id; null when nothing differs from the last version, or when
   * it could not be recorded yet, which is made up for with the next call. Throws what `write` throws; what it wrote
   * before that is recorded.
   */
  record(change: Change, write: () => Promise<void>): Promise<string | null>;
  /**
   * Records what was written to these files since the last version, so that it is not taken for an editor's: by somebody
   * unknown, unless `by` says who. With `complete` the files are all there are: others were removed. Also makes up for what
   * could not be recorded.
   */
  settle(files: KnownFile[], options: SettleOptions): Promise<void>;
  /** Versions of the file, newest first, through its moves. */
  log(path: string, limit: number): Promise<Revision[]>;
  /** The file's bytes as that version left them; null when there was none. */
  read(revision: string, path: string): Promise<Uint8Array | null>;
  /** A version of the file, by the sha256 (hex) of its bytes, among the last hundred; null when there is none. */
  withHash(path: string, etag: string): Promise<Uint8Array | null>;
  /**
   * The paths of all files as they were at a moment, with the version that `read` takes. `since` is when the history
   * begins (ISO 8601); null when there is none.
   */
  filesAt(moment: Date): Promise<{ since: string | null; files: { path: string; revision: string }[] }>;
  /** The last version's lines in order, each run with the version that wrote it. Empty when there is none. */
  blame(path: string): Promise<{ revision: string; lines: string[] }[]>;
}
