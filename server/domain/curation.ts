import type { DiffPart } from './history.ts';
import type { Lang } from './language.ts';
import type { Problem } from './problem.ts';
import type { SaveOutput } from './saving.ts';

/** An article as the work queue names it. */
export interface ArticleName {
  id: string;
  lang: Lang;
  title: string;
}

export const GAP_STATES = ['open', 'silenced', 'closed'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** A cluster of queries that nothing answered. Shown from a number of distinct cases; personal data removed. */
export interface Gap {
  id: string;
  /** The most typical phrasing. */
  name: string;
  state: GapState;
  count: number;
  cases: number;
  /** Queries in each of the last weeks, oldest first. */
  trend: number[];
  languages: Lang[];
  channels: string[];
  phrasings: string[];
  firstAt: string;
  lastAt: string;
  /** The article that comes nearest, where one does. */
  nearest: ArticleName | null;
  /** What agents sent, most alike first, where they did. */
  sent: { lang: Lang; markdown: string; count: number }[];
}

/** GET /v1/gaps */
export interface GapsInput {
  state?: GapState;
  lang?: Lang;
  channel?: string;
  limit?: number;
}

export interface GapsOutput {
  requestId: string;
  gaps: Gap[];
  /** From how many distinct cases a gap is shown. */
  from: number;
}

/** What POST /v1/gaps/{id} did. */
export interface GapOutput {
  requestId: string;
  /** As it is now; null where nothing is left of it. */
  gap: Gap | null;
  /** The article that answers it, as it was saved. */
  saved: SaveOutput | null;
}

/** POST /v1/gaps/{id}/draft: begins the article that is lacking; answers a draft of the caller's. */
export interface GapDraftInput {
  /** In which language; the one in which most was sent, or asked, where it is left out. */
  lang?: Lang;
}

/** POST /v1/gaps/{id}: "this answers it" adds the phrasing to an article; "not ours" silences it. */
export type GapAction =
  | { action: 'answered-by'; article: { id: string; lang: Lang }; phrasing: string; token?: string; accept?: string[] }
  | { action: 'silence' }
  | { action: 'reopen' };

/** What a work item is about; open: a client shows a kind it does not know by its words. */
export const WORK_KINDS = [
  'gap',
  'flag',
  'rewrite',
  'dismissed',
  'never-used',
  'stale',
  'review-due',
  'unused',
  'translation-missing',
  'translation-old',
  'incident-ending',
  'draft',
  'duplicate',
  'contradiction',
  'thin',
  'lint',
  'demoted',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Why an item is there: a number with what it counts, words that were written, or two sides. */
export type Evidence =
  | { kind: 'count'; of: string; value: number; days: number | null }
  | { kind: 'words'; from: 'customer' | 'agent' | 'editor' | 'rule'; text: string; lang: Lang | null }
  | { kind: 'diff'; diff: DiffPart[] }
  | { kind: 'side'; article: ArticleName; text: string };

export interface WorkItem {
  id: string;
  kind: WorkKind;
  /** Customers a week whom it affects, as far as is known: items come in this order, the largest first. */
  weight: number;
  /** The first is the one to act on. */
  articles: ArticleName[];
  owner: string | null;
  languages: Lang[];
  since: string;
  evidence: Evidence[];
  /** The one obvious thing to do. */
  action: 'write' | 'edit' | 'translate' | 'merge' | 'archive' | 'confirm' | 'answer' | 'publish' | 'extend';
}

/** GET /v1/health/content */
export interface HealthInput {
  kind?: WorkKind;
  /** A team, by its name as `owner:` of articles. */
  owner?: string;
  lang?: Lang;
  /** Only what the caller decides on: articles of owners that the caller stands for, and articles without one. */
  mine?: boolean;
  limit?: number;
}

export interface HealthOutput {
  requestId: string;
  items: WorkItem[];
  /** Of all items under the filters except `kind`, before `limit`. */
  counts: { kind: WorkKind; count: number }[];
}

/** One line of a plot; a point is null where fewer than five agents stand behind it, or nothing happened. */
export interface Series {
  /** What it is a line of: a language, channel, reason, article or owner of a cause; empty for the whole. */
  of: string;
  /** Of an article. */
  title?: string;
  points: (number | null)[];
}

/** What can be read of the work, each by its definition in `GET /v1/insights`; open: a client shows a name it does not know. */
export interface Insight {
  name: string;
  unit: 'share' | 'count' | 'seconds' | 'characters' | 'rating';
  series: Series[];
}

/** Something that somebody in the company could end, with the cases that it makes. */
export interface Cause {
  owner: string;
  article: ArticleName;
  /** Days (ISO). */
  told: string | null;
  accepted: string | null;
  fixed: string | null;
  /** Cases in each step. */
  points: (number | null)[];
}

/** What an article's answers were taken for in the two weeks before and after a change. */
export interface ChangeEffect {
  before: number | null;
  after: number | null;
}

/** GET /v1/insights */
export interface InsightsInput {
  from?: string;
  until?: string;
  step?: 'day' | 'week' | 'month';
  /** CSV instead of JSON. */
  format?: 'json' | 'csv';
}

export interface InsightsOutput {
  requestId: string;
  /** The first day of each step. */
  steps: string[];
  insights: Insight[];
  /** Changes to articles, to be marked on the plots. */
  changes: { at: string; article: ArticleName; message: string; effect: ChangeEffect }[];
  /** The one that makes most cases first. */
  causes: Cause[];
}

/** So many different people flagged it since a day (ISO 8601), and for so many days nobody acted. */
export interface Because {
  people: number;
  since: string;
  days: number;
}

/** What Erfara did by itself, and why. */
export interface Decision {
  id: string;
  at: string;
  /** `demoted`: from checked to not checked. Open: others may follow. */
  what: string;
  article: ArticleName;
  /** In English. */
  reason: string;
  /** What the reason counts and names, for words in other languages; null where it was not kept. */
  because: Because | null;
  /** The version in the history that it made. */
  revision: string | null;
}

/** GET /v1/decisions: newest first. */
export interface DecisionsOutput {
  requestId: string;
  decisions: Decision[];
}

/** POST /v1/articles/{id}/{lang}/confirm */
export interface ConfirmOutput {
  requestId: string;
  id: string;
  lang: Lang;
  etag: string;
  visibleAt: number;
  /** ISO date. */
  verifiedAt: string;
  revision: string | null;
  /** What it stands on: how often the text was used lately. */
  uses: { count: number; days: number };
}

/** A text that a contributor wrote or changed lately, with what the content standard says of it. */
export interface CoachedText {
  article: ArticleName;
  /** Of the contributor's last change. */
  at: string;
  message: string;
  problems: Problem[];
}

/** GET /v1/coaching: for the contributor and a coach alone. */
export interface CoachOutput {
  requestId: string;
  contributor: string;
  /** How far back they were looked for. */
  days: number;
  /** At most five, the same all week. */
  texts: CoachedText[];
}
