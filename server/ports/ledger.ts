import type { FeedbackEvent } from '../domain/feedback.ts';

/** An event as it is kept: its text already redacted, its agent a pseudonym. */
export interface LedgerEvent extends FeedbackEvent {
  /** ISO 8601, by the server's clock. */
  receivedAt: string;
  /** Rotating pseudonym of the agent. */
  agent: string;
}

/** What agents did. A write that resolved is on disk. */
export interface Ledger {
  /** Stores events; an id that is already there is a duplicate and changes nothing. */
  record(events: LedgerEvent[]): Promise<{ accepted: number; duplicates: number }>;
  /** How often each article was inserted since `since` (ISO). */
  uses(since: string): Promise<Map<string, number>>;
  /** Deletes what is older than the given ISO moments; answers how many rows went. */
  expire(before: { texts: string; events: string }): Promise<number>;
  close(): Promise<void>;
}
