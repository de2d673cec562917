import type { State } from './article.ts';
import type { Lang } from './language.ts';

export const NEWS_KINDS = ['new', 'changed', 'validated', 'flag-answered', 'incident-ended'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Something that an agent who was away should know. */
export interface NewsItem {
  kind: NewsKind;
  /** When the bank took it up, ISO 8601; of an incident when it ended, of a flag when it was answered. */
  at: string;
  /** `title` and `state` are null where a flagged article is gone. */
  article: { id: string; lang: Lang; title: string | null; state: State | null };
  /** The reader's own remark and what became of it. */
  flag?: { id: string; comment: string; answer: string };
}

export interface NewsInput {
  /** ISO 8601. */
  since: string;
  /** Languages the agent reads, best first. */
  reads?: Lang[];
  market?: string;
  limit?: number;
}

export interface NewsOutput {
  requestId: string;
  /** From when it was looked; later than what was asked for where that was longer ago than is told. */
  since: string;
  /** Until when; `since` of the next question. */
  until: string;
  /** Newest first. */
  items: NewsItem[];
  /** In all; more than `items` where there is no room for them. */
  total: number;
}
