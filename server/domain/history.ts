import type { Lang } from './language.ts';

export interface Author {
  name: string;
  email: string | null;
}

/** One saved version of a file, or its removal. */
export interface Revision {
  /** Names the version: a commit, or a kept change. */
  id: string;
  /** ISO 8601. */
  at: string;
  author: string;
  message: string;
  /** Where the file lay, below the content folder. */
  path: string;
  what: 'added' | 'changed' | 'moved' | 'removed';
}

export interface RevisionOfText extends Revision {
  lang: Lang;
}

/** GET /v1/articles/{id}/history */
export interface HistoryOutput {
  requestId: string;
  id: string;
  /** Where versions are: in the content's own git repository, or in the data folder. */
  kept: 'git' | 'kept';
  /** Newest first, all languages together unless one was asked for. */
  revisions: RevisionOfText[];
  /** Whether there are older ones than `limit` let through. */
  more: boolean;
}

/** GET /v1/articles/{id}/history/{revision}?lang= */
export interface VersionOutput {
  requestId: string;
  id: string;
  lang: Lang;
  revision: Revision;
  markdown: string;
  etag: string;
}

/** Lines that only one side has (`removed`, `added`), or both (`same`). Long runs of `same` are cut to their ends. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  /** 1-based, in the older file for `removed`, in the newer one otherwise. */
  line: number;
  lines: string[];
}

/** GET /v1/articles/{id}/compare?lang=&from=&to= ; `to` left out = as it is now. */
export interface CompareOutput {
  requestId: string;
  id: string;
  lang: Lang;
  from: string;
  to: string | null;
  diff: DiffPart[];
}

/** GET /v1/articles/{id}/blame?lang= : who wrote which lines, in order. */
export interface BlameOutput {
  requestId: string;
  id: string;
  lang: Lang;
  parts: { revision: Revision; line: number; lines: string[] }[];
}

/** POST /v1/articles/{id}/{lang}/revert ; a save like any other, with `If-Match`. */
export interface RevertInput {
  revision: string;
  token?: string;
  accept?: string[];
}
