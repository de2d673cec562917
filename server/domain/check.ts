import type { Problem } from './problem.ts';

/** POST /v1/checks. Nothing is saved. */
export interface CheckInput {
  /** Whole files, changed or new. `id` and `lang` are said where the editor has a certain text open. */
  texts: { id?: string; lang?: string; markdown: string }[];
  /** Texts to be deleted. */
  removed?: { id: string; lang: string }[];
  /** Customers' messages to be tried before and after. */
  messages?: string[];
}

/** A `questions:` or `not_for:` line, and what it does before and after. */
export interface JudgmentChange {
  /** Names the line in `accept` of a save. */
  id: string;
  kind: 'question' | 'not-for';
  articleId: string;
  lang: string;
  question: string;
  /** From 1; null when its article is not found, or the line is new. */
  rankBefore: number | null;
  rankAfter: number | null;
  /** How far relevance is from failing, in log-odds; below 0 when it fails, null in keyword mode. */
  lead: number | null;
  /** The article that takes its place, where the caller may read it. */
  lostTo: string | null;
}

export interface RankedForMessage {
  id: string;
  relevance: number | null;
  /** Whether an agent would be shown it. */
  shown: boolean;
}

export interface MessageCheck {
  text: string;
  /** The first articles, best first. */
  before: RankedForMessage[];
  after: RankedForMessage[];
  /** Of the changed article that comes first. */
  rankBefore: number | null;
  rankAfter: number | null;
}

export interface CheckOutput {
  requestId: string;
  /** In the texts sent. */
  problems: Problem[];
  /** Lines that fail before and pass after, new ones among them. */
  gained: JudgmentChange[];
  /** Lines that pass before and fail after: a save has to accept each. */
  lost: JudgmentChange[];
  /** Lines that still pass, but fell in rank or by little. */
  shaken: JudgmentChange[];
  /** New lines that do not pass. */
  failing: JudgmentChange[];
  messages: MessageCheck[];
  /** Lines of the bank, and how many of them the change could affect. */
  tests: { total: number; run: number };
  index: { version: number };
  /** For the save; null when a text has an error that keeps it from being read. */
  token: string | null;
}
