import type { Lang } from './language.ts';

/** What is wrong with an article, in the agent's eyes. */
export const FLAG_PROBLEMS = ['wrong', 'outdated', 'incomplete', 'unclear', 'translation', 'other'] as const;
export type FlagProblem = (typeof FLAG_PROBLEMS)[number];

/** An agent's remark that an article is wrong. */
export interface FlagInput {
  /** UUIDv7 made by the client; the same id twice counts once. */
  id?: string;
  article: { id: string; lang: Lang; etag?: string };
  /** What is wrong; it may be empty where `problem` says it. */
  comment: string;
  problem?: FlagProblem;
  /** The phrasing that led there. */
  phrasing?: string;
  /** False: the phrasing is not kept, for people whose identity is protected. */
  keep?: boolean;
}

export const FLAG_STATES = ['open', 'answered'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** A flag as it is shown: words without personal data, and nothing about who wrote it but whether the reader did. */
export interface Flag {
  id: string;
  at: string;
  article: { id: string; lang: Lang; etag: string | null };
  comment: string;
  problem: FlagProblem | null;
  phrasing: string | null;
  state: FlagState;
  /** An editor's words to whoever flagged. */
  answer: string | null;
  answeredAt: string | null;
  mine: boolean;
}

export interface ListFlagsInput {
  state?: FlagState;
  /** The reader's own only; always so without the scope `edit`. */
  mine?: boolean;
  article?: string;
  limit?: number;
  /** Opaque; from the previous page's `next`. */
  cursor?: string;
}

export interface WithdrawnFlag {
  id: string;
}
