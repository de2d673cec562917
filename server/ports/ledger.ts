import type { Because } from '../domain/curation.ts';
import type { FeedbackEvent } from '../domain/feedback.ts';
import type { FlagProblem, FlagState } from '../domain/flag.ts';
import type { Lang } from '../domain/language.ts';
import type { AbstentionReason } from '../domain/suggestion.ts';

/** An event as it is kept: its text already redacted, its agent a pseudonym. */
export interface LedgerEvent extends FeedbackEvent {
  /** ISO 8601, by the server's clock. */
  receivedAt: string;
  /** Rotating pseudonym of the agent. */
  agent: string;
}

/** A flag as it is kept: its words already redacted. */
export interface LedgerFlag {
  id: string;
  /** ISO 8601, by the server's clock. */
  at: string;
  /** A keyed name of whoever wrote it; it stays the same, so that the answer finds them. */
  author: string;
  article: { id: string; lang: Lang; etag: string | null };
  comment: string;
  problem: FlagProblem | null;
  /** null when there was none, or its time is over. */
  phrasing: string | null;
  answer: string | null;
  answeredAt: string | null;
}

export interface FlagQuery {
  author?: string;
  state?: FlagState;
  articleId?: string;
  /** Only what is older than this flag. */
  before?: { at: string; id: string };
  limit: number;
}

/** What an agent captured, so that it can be undone: a new text, or a question added to one. */
export interface LedgerCapture {
  /** The new article's id, or a UUIDv7 where a question was added. */
  id: string;
  at: string;
  /** As of a flag. */
  author: string;
  article: { id: string; lang: Lang };
  /** Below the content folder. */
  path: string;
  /** The file's hash once it was written. */
  etag: string;
  /** The question that was added; null for a new text. */
  question: string | null;
}

/** When the bank took up what a text says. A moment is null where it was so when notes were first taken. ISO 8601. */
export interface TextNote {
  article: { id: string; lang: Lang };
  /** A hash of what its readers are told. */
  words: string;
  /** `validated 2026-11-02`: its state and when it was last checked. */
  checked: string;
  newAt: string | null;
  changedAt: string | null;
  validatedAt: string | null;
}

/** One question of a query, with the article that was shown first for it, or why none was. */
export interface LedgerAsk {
  /** Already redacted; null when its time is over. */
  text: string | null;
  /** null when something was shown. */
  reason: AbstentionReason | null;
  article: { id: string; lang: Lang } | null;
  /** Of the article; null without one, and in keyword mode. */
  relevance: number | null;
}

/** A message that wanted an answer, or words that were searched for, as they are kept. */
export interface LedgerQuery {
  /** The request's id; the same id twice is kept once. */
  id: string;
  /** When the customer wrote, as far as the host said; never in the future. ISO 8601. */
  at: string;
  /** As of an event. */
  agent: string;
  /** The host's reference. */
  case: string | null;
  /** A keyed name of the customer: the same customer, the same name. */
  customer: string | null;
  channel: string | null;
  market: string | null;
  lang: Lang | null;
  /** Already redacted; null when its time is over. */
  text: string | null;
  /** Empty for a search that was answered by a name. */
  asks: LedgerAsk[];
  by: 'suggest' | 'search';
}

/** What is kept of a gap, so that it stays the same one when it is looked for anew. */
export interface LedgerGap {
  id: string;
  /** An editor said that it is nobody's business here. */
  silenced: boolean;
  /** Ids of its questions: a query's id and a place. */
  asks: string[];
  /** When it last changed. ISO 8601. */
  at: string;
}

/** A span of moments, from `since` (included) to `until` (not). ISO 8601. */
export interface QuerySpan {
  since: string;
  until: string;
  by?: LedgerQuery['by'];
}

/** What Erfara did by itself, and why. */
export interface LedgerDecision {
  /** The same decision on the same text is the same id. */
  id: string;
  /** ISO 8601. */
  at: string;
  /** `demoted`; others may follow. */
  what: string;
  article: { id: string; lang: Lang };
  /** What it was decided on, in plain words without any person's. */
  reason: string;
  /** What the reason counts and names, for words in other languages; null where it was not kept. */
  because: Because | null;
  /** The version in the history that it made; null where it made none. */
  revision: string | null;
}

/** Words that a person wrote, or a host's reference, as one field of one row. */
export interface LedgerWords {
  table: 'events' | 'flags' | 'captures' | 'queries' | 'asks';
  id: string;
  field: string;
  words: string;
  /** The host's reference of the case they were written in. */
  case?: string;
  /** The keyed name of the customer who wrote them. */
  customer?: string;
}

/** What agents did. A write that resolved is on disk. */
export interface Ledger {
  /** Stores events; an id that is already there is a duplicate and changes nothing. */
  record(events: LedgerEvent[]): Promise<{ accepted: number; duplicates: number }>;
  /** How often each article was inserted since `since` (ISO). */
  uses(since: string): Promise<Map<string, number>>;
  /** What happened in a span of moments, by `at`, oldest first. */
  eventsBetween(since: string, until: string): Promise<LedgerEvent[]>;
  /**
   * Takes a query and returns at once, so that no answer waits for the disk: it is written soon after, in order. `queries`,
   * `words`, `expire` and `close` write first what was taken before them. It never throws.
   */
  recordQuery(query: LedgerQuery): void;
  /** Oldest first. */
  queries(span: QuerySpan): Promise<LedgerQuery[]>;
  /** Every gap that was ever found and is not too old. */
  gaps(): Promise<LedgerGap[]>;
  /** Stores gaps, each in the place of its last. */
  keepGaps(gaps: LedgerGap[]): Promise<void>;
  /** Stores a flag; an id that is already there changes nothing and answers false. */
  addFlag(flag: LedgerFlag): Promise<boolean>;
  /** Newest first. */
  flags(query: FlagQuery): Promise<LedgerFlag[]>;
  flag(id: string): Promise<LedgerFlag | null>;
  /** Answers it, or answers it anew; false when there is no such flag. */
  answerFlag(id: string, answer: { answer: string; answeredAt: string }): Promise<boolean>;
  /** False when there is no such flag. */
  removeFlag(id: string): Promise<boolean>;
  /** The notes of all texts, or of those to which something happened after a moment (ISO). */
  textNotes(since?: string): Promise<TextNote[]>;
  /** Stores notes, each in the place of the text's last. */
  noteTexts(notes: TextNote[]): Promise<void>;
  /** Stores a capture; an id that is already there changes nothing. */
  addCapture(capture: LedgerCapture): Promise<void>;
  capture(id: string): Promise<LedgerCapture | null>;
  removeCapture(id: string): Promise<void>;
  /** Stores a decision; an id that is already there changes nothing. */
  addDecision(decision: LedgerDecision): Promise<void>;
  /** Newest first. */
  decisions(query: { what?: string; limit: number }): Promise<LedgerDecision[]>;
  /**
   * Deletes what is older than the given ISO moments; answers how many rows changed. A flag's phrasing is a text; the flag
   * goes with the events, and what was captured can long since not be undone.
   */
  expire(before: { texts: string; events: string }): Promise<number>;
  /** Every word that is kept, for whoever asks what is held about them. */
  words(): Promise<LedgerWords[]>;
  /** Puts other words in their place; empty ones where a field may be empty take it away. */
  rewrite(changed: LedgerWords[]): Promise<void>;
  close(): Promise<void>;
}
