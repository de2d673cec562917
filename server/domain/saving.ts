import type { JudgmentChange } from './check.ts';
import type { Lang } from './language.ts';
import type { Problem } from './problem.ts';

/** PUT /v1/articles/{id}/{lang}: a whole file. `If-Match` names the etag it was made from. */
export interface SaveInput {
  markdown: string;
  /** From POST /v1/checks, when the save would lose judgments. */
  token?: string;
  /** Ids of the judgments that may be lost. */
  accept?: string[];
  /** Why; goes into the history below what changed. */
  reason?: string;
}

/** POST /v1/articles: id and language stand in the file. */
export interface NewArticleInput extends SaveInput {
  /** Below the content folder, such as `articles/baggage`; `articles` when it is left out. */
  folder?: string;
}

/** What every write answers: the file's new hash, and the index version from which it is found. */
export interface WriteOutput {
  id: string;
  lang: Lang;
  etag: string;
  visibleAt: number;
}

export interface SaveOutput extends WriteOutput {
  requestId: string;
  /** `merged`: somebody else had saved meanwhile, and both changes are in; `proposed`: kept for the owner to publish. */
  what: 'created' | 'changed' | 'unchanged' | 'merged' | 'proposed';
  /** The file as it stands now, when it is not what was sent. */
  markdown: string | null;
  /** The version in the history; null when it could not be recorded yet, which is made up for with the next save. */
  revision: string | null;
  /** Warnings and hints in what was saved. */
  problems: Problem[];
}

/** Two editors changed the same lines. Nobody's text is lost: all three are here. */
export interface SaveConflict {
  id: string;
  lang: Lang;
  /** The etag to save against next; null when the text was removed meanwhile. */
  etag: string | null;
  /** What both started from; null when it is no longer known. */
  base: string | null;
  /** What is saved now; null when it was removed. */
  theirs: string | null;
  yours: string;
}

/** GET /v1/articles/{id}/{lang}: the file as an editor opens it. */
export interface SourceOutput {
  requestId: string;
  id: string;
  lang: Lang;
  /** Below the content folder. */
  path: string;
  markdown: string;
  etag: string;
  /** False where only the owner publishes a change: what the caller saves becomes a proposal. */
  mayPublish: boolean;
}

/** What an error carries beside its details. */
export interface ErrorAbout {
  /** With `conflict`. */
  conflict?: SaveConflict;
  /** With `would-lose`: the judgments that nobody accepted yet. */
  lost?: JudgmentChange[];
  /** With `would-lose`: for the save that accepts them. */
  token?: string | null;
  /** With `would-lose` after a merge: the text and its etag that the token is of. */
  merged?: { markdown: string; etag: string };
  /** With `has-errors`. */
  problems?: Problem[];
}

/** An editor's text that is not saved yet; it outlives a closed tab. */
export interface Draft {
  id: string;
  lang: Lang;
  markdown: string;
  /** The etag of the file it was made from; null for a new text. */
  base: string | null;
  /** ISO 8601. */
  at: string;
  /** The editor's name. */
  by: string;
  /** Waits for the owner, who alone may publish it. */
  proposal: boolean;
  mine: boolean;
}

export interface DraftInput {
  markdown: string;
  base?: string | null;
  /** Hands it to the article's owner. */
  proposal?: boolean;
}

/** GET /v1/drafts: the caller's own, and proposals for articles that the caller owns. */
export interface DraftsOutput {
  requestId: string;
  drafts: Omit<Draft, 'markdown'>[];
}
