/** The types of the API, for clients. Types only: nothing here exists at run time. */
export type { Kind, State } from '../domain/article.ts';
export type { Audience } from '../domain/audience.ts';
export type {
  CaptureDraft,
  CaptureField,
  CaptureInput,
  CaptureSaved,
  ReplacedSpan,
  UndoneCapture,
} from '../domain/capture.ts';
export type { CheckInput, CheckOutput, JudgmentChange, MessageCheck, RankedForMessage } from '../domain/check.ts';
export type { ErrorCode, ErrorDetail } from '../domain/errors.ts';
export type { EventType, FeedbackEvent } from '../domain/feedback.ts';
export type { Flag, FlagInput, FlagProblem, FlagState, ListFlagsInput, WithdrawnFlag } from '../domain/flag.ts';
export type { Lang } from '../domain/language.ts';
export type { NewsInput, NewsItem, NewsKind, NewsOutput } from '../domain/news.ts';
export type { Problem, Severity } from '../domain/problem.ts';
export type { ServerEvent } from '../domain/server-event.ts';
export type {
  Abstention,
  AbstentionReason,
  Ask,
  ChannelRules,
  EndedIncident,
  Reply,
  ReplyVariable,
  RunningIncident,
  SuggestedArticle,
  SuggestInput,
  Suggestion,
  SuggestOutput,
  TurnFrom,
  Why,
} from '../domain/suggestion.ts';

import type { Kind, State } from '../domain/article.ts';
import type { Audience } from '../domain/audience.ts';
import type { CaptureDraft, CaptureSaved } from '../domain/capture.ts';
import type { ErrorCode, ErrorDetail } from '../domain/errors.ts';
import type { Flag } from '../domain/flag.ts';
import type { Reply, Why } from '../domain/suggestion.ts';

export interface ErrorBody {
  error: {
    code: ErrorCode;
    message: string;
    docs: string;
    requestId: string;
    details: ErrorDetail[];
    retryAfter?: number;
  };
}

/** GET or POST /v1/search */
export interface SearchInput {
  q: string;
  lang?: string;
  tag?: string;
  state?: State;
  audience?: Audience;
  kind?: Kind;
  market?: string;
  /** Languages the searcher reads, best first. */
  reads?: string[];
  limit?: number;
  /** Opaque; from the previous page's `next`. */
  cursor?: string;
}

export interface SearchResult {
  id: string;
  lang: string;
  title: string;
  kind: Kind;
  state: State;
  audience: Audience;
  tags: string[];
  languages: string[];
  verifiedAt: string | null;
  relevance: number | null;
  why: Why[];
}

export interface SearchOutput {
  requestId: string;
  results: SearchResult[];
  /** Articles found in all. */
  total: number;
  next: string | null;
  mode: 'hybrid' | 'keyword';
}

/** GET /v1/articles/{id}, with `?channel=&market=` when the replies are wanted as they would be inserted. */
export interface ArticleOutput {
  id: string;
  kind: Kind;
  audience: Audience;
  governance: 'experience' | 'compliance';
  handling: 'answer' | 'hand-over';
  markets: string[] | null;
  owner: string | null;
  tags: string[];
  /** The id asked for, when it redirects here. */
  redirectedFrom: string | null;
  /** Times inserted in the last 30 days. */
  uses: number;
  texts: ArticleText[];
  /** One for each text that has one, composed for the channel and market asked for. */
  replies?: Reply[];
}

export interface ArticleText {
  lang: string;
  title: string;
  state: State;
  verifiedAt: string | null;
  etag: string;
  /** Internal readers only. */
  questions: string[];
  sections: ArticleSection[];
}

export interface ArticleSection {
  name: string;
  channel: string | null;
  alternative: number;
  heading: string;
  markdown: string;
  /** Sanitised. */
  html: string;
}

/** POST /v1/feedback */
export interface FeedbackOutput {
  accepted: number;
  duplicates: number;
  rejected: { id: string; error: string }[];
}

/** POST /v1/cases */
export interface CaptureOutput {
  requestId: string;
  /** null when near duplicates are shown first, or nothing was to be saved. */
  saved: CaptureSaved | null;
  /** Near duplicates, best first. */
  similar: SearchResult[];
  draft: CaptureDraft;
}

/** What every write answers: the file's new hash, and the index version from which it is found. */
export interface WriteOutput {
  id: string;
  lang: string;
  etag: string;
  visibleAt: number;
}

/** PUT /v1/articles/{id}/{lang}, POST /v1/articles */
export interface SaveInput {
  markdown: string;
  /** From POST /v1/checks, when the save would lose judgments. */
  token?: string;
  accept?: string[];
}

/** GET /v1/flags */
export interface FlagsOutput {
  requestId: string;
  flags: Flag[];
  next: string | null;
}

/** GET /v1/gaps */
export interface Gap {
  id: string;
  /** The most typical phrasing. */
  name: string;
  count: number;
  cases: number;
  languages: string[];
  channels: string[];
  phrasings: string[];
  firstAt: string;
  lastAt: string;
}

/** POST /v1/incidents */
export type IncidentInput =
  | { action: 'raise'; template: string; until: string; markets?: string[] }
  | { action: 'extend'; id: string; until: string }
  | { action: 'end'; id: string };

/** GET /readyz */
export interface ReadyOutput {
  ready: boolean;
  mode: 'hybrid' | 'keyword';
  index: { version: number; passages: number; articles: number } | null;
  model: string | null;
  problems: number;
}
