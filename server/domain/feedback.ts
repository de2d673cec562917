import type { Lang } from './language.ts';

export const EVENT_TYPES = [
  'impression',
  'insert',
  'unlink',
  'copy',
  'used',
  'dismiss',
  'sent',
  'resolved',
  'reopened',
  'rating',
  'none-fit',
  'undo',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What an agent did, or what happened to a case. `id` is a UUIDv7 made by the client; the same id twice counts once. */
export interface FeedbackEvent {
  id: string;
  type: EventType;
  /** ISO 8601. */
  at: string;
  requestId?: string;
  article?: { id: string; lang?: Lang; etag?: string };
  rank?: number;
  ask?: string;
  channel?: string;
  case?: string;
  subject?: string;
  /** Redacted before it is stored. */
  text?: string;
  /** Why a suggestion was dismissed: `off-topic`, `outdated`, `unclear` or another word. */
  reason?: string;
  /** Articles that were on screen when a reply of the agent's own was sent: `sent` without an article. */
  shown?: string[];
  /** The event that this one takes back (`undo`), or replaces. */
  undoes?: string;
  /** False: nothing of this case is kept, for people whose identity is protected. */
  keep?: boolean;
}
