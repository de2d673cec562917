/** The types of the API, for clients. Types only: nothing here exists at run time. */
export type { Kind, Source, State } from '../domain/article.ts';
export type {
  ArticleRow,
  ArticlesOutput,
  DeskSettings,
  PreviewInput,
  PreviewOutput,
  PreviewSection,
} from '../domain/article-list.ts';
export type { Audience } from '../domain/audience.ts';
export type {
  BulkAction,
  BulkInput,
  BulkOutput,
  FileChange,
} from '../domain/bulk.ts';
export type {
  CaptureDraft,
  CaptureField,
  CaptureInput,
  CaptureSaved,
  ReplacedSpan,
  UndoneCapture,
} from '../domain/capture.ts';
export type { CheckInput, CheckOutput, JudgmentChange, MessageCheck, RankedForMessage } from '../domain/check.ts';
export type {
  ArticleName,
  Cause,
  ChangeEffect,
  CoachedText,
  CoachOutput,
  ConfirmOutput,
  Decision,
  DecisionsOutput,
  Evidence,
  Gap,
  GapAction,
  GapDraftInput,
  GapOutput,
  GapState,
  GapsInput,
  GapsOutput,
  HealthInput,
  HealthOutput,
  Insight,
  InsightsInput,
  InsightsOutput,
  Series,
  WorkItem,
  WorkKind,
} from '../domain/curation.ts';
export type { ErrorCode, ErrorDetail } from '../domain/errors.ts';
export type { FactInput, FactOutput, FactsOutput, NamedFact } from '../domain/facts.ts';
export type { EventType, FeedbackEvent } from '../domain/feedback.ts';
export type { Flag, FlagInput, FlagProblem, FlagState, ListFlagsInput, WithdrawnFlag } from '../domain/flag.ts';
export type {
  BlameOutput,
  CompareOutput,
  DiffPart,
  HistoryOutput,
  RevertInput,
  Revision,
  RevisionOfText,
  VersionOutput,
} from '../domain/history.ts';
export type {
  IncidentDeed,
  IncidentInput,
  IncidentOutput,
  IncidentPageOutput,
  IncidentState,
  IncidentsOutput,
  OlderText,
  Surge,
} from '../domain/incident-desk.ts';
export type { Lang } from '../domain/language.ts';
export type { NewsInput, NewsItem, NewsKind, NewsOutput } from '../domain/news.ts';
export type { Problem, Severity } from '../domain/problem.ts';
export type {
  Draft,
  DraftInput,
  DraftsOutput,
  ErrorAbout,
  NewArticleInput,
  SaveConflict,
  SaveInput,
  SaveOutput,
  SourceOutput,
  WriteOutput,
} from '../domain/saving.ts';
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

import type { Kind, Source, State } from '../domain/article.ts';
import type { Audience } from '../domain/audience.ts';
import type { CaptureDraft, CaptureSaved } from '../domain/capture.ts';
import type { ErrorCode, ErrorDetail } from '../domain/errors.ts';
import type { Flag } from '../domain/flag.ts';
import type { RevisionOfText } from '../domain/history.ts';
import type { ErrorAbout } from '../domain/saving.ts';
import type { Reply, Why } from '../domain/suggestion.ts';

export interface ErrorBody {
  error: {
    code: ErrorCode;
    message: string;
    docs: string;
    requestId: string;
    details: ErrorDetail[];
    retryAfter?: number;
    about?: ErrorAbout;
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
  /** False: the words are not kept, for people whose identity is protected. */
  keep?: boolean;
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
  /** Articles found; with `atLeast` only the nearest of them were looked at, and there may be more. */
  total: number;
  atLeast?: boolean;
  next: string | null;
  mode: 'hybrid' | 'keyword';
}

/**
 * GET /v1/articles/{id}, with `?channel=&market=` when the replies are wanted as they would be inserted, and `?at=` (a day, or
 * a moment) for the article as it was then, with the facts of that day.
 */
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
  /** Only with `?at=`. */
  asOf?: {
    /** ISO 8601: the end of the day asked for, in the bank's time zone, or the moment. */
    moment: string;
    /** The version of each text that was in force. */
    revisions: RevisionOfText[];
  };
}

export interface ArticleText {
  lang: string;
  title: string;
  state: State;
  verifiedAt: string | null;
  etag: string;
  /** The language it was translated from. */
  translatedFrom?: string | null;
  /** What it was translated from has changed since. */
  stale?: boolean;
  /** Where an import or a captured case came from. Internal readers only. */
  source?: Source | null;
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

/** GET /v1/flags */
export interface FlagsOutput {
  requestId: string;
  flags: Flag[];
  next: string | null;
}

/** GET /readyz */
export interface ReadyOutput {
  ready: boolean;
  mode: 'hybrid' | 'keyword';
  index: { version: number; passages: number; articles: number } | null;
  model: string | null;
  problems: number;
}
