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
  /** False: nothing of this case is kept, for people whose identity is protected. */
  keep?: boolean;
}
