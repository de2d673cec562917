import type { Kind, State } from './article.ts';
import type { Audience } from './audience.ts';
import type { Lang } from './language.ts';
import type { PassageKind } from './passage.ts';

export type TurnFrom = 'customer' | 'agent' | 'other' | 'bot' | 'note';

/** A message or conversation that wants an answer. */
export interface SuggestInput {
  message?: string;
  turns?: { from: TurnFrom; text: string }[];
  channel?: string;
  setting?: 'public' | 'private';
  market?: string | null;
  brand?: string | null;
  /** Languages the agent reads, best first. */
  reads?: Lang[];
  /** Languages the agent writes, best first. */
  writes?: Lang[];
  limit?: number;
  /** The host's reference of the case. */
  case?: string;
  customer?: string;
  receivedAt?: string;
  tags?: string[];
  /** False: nothing of this case is kept, now or later, for people whose identity is protected. */
  keep?: boolean;
}

/** A question found in a message. `span` is [start, end) in UTF-16 units of the searched text. */
export interface Ask {
  id: string;
  text: string;
  span: [number, number];
}

export type AbstentionReason =
  | 'below-bar'
  | 'nothing-in-scope'
  | 'other-market'
  | 'no-question'
  | 'empty-query'
  | 'no-model';

/** A deliberate empty answer with its reason; never an error. `nearest` and `bar` only for scope `edit`. */
export interface Abstention {
  ask: string | null;
  reason: AbstentionReason;
  nearest?: { id: string; title: string; relevance: number | null };
  bar?: number;
}

export interface Why {
  kind: PassageKind;
  lang: Lang;
  text: string;
  /** [start, end) in UTF-16 units of `text`. */
  highlights: [number, number][];
}

export interface ReplyVariable {
  name: string;
  /** null when the host or the agent has to fill it. */
  value: string | null;
  /** Values by market, where the market is not known and they differ. */
  choices?: Record<string, string>;
}

/** What would be inserted. Facts are filled where they are known; other variables stay as `{{name}}`. */
export interface Reply {
  lang: Lang;
  /** The variant's channel; null for the base Reply. */
  channel: string | null;
  /** Other texts for the same channel, to rotate among. */
  alternatives: string[];
  markdown: string;
  /** Empty where the channel has none or the agent has already greeted. `{name}` and `{agent}` are left for the client. */
  greeting: string;
  greetingNoName: string;
  signOff: string;
  variables: ReplyVariable[];
  unit: 'chars' | 'sms' | 'x';
  good: number;
  limit: number | null;
  /** The translation is older than its source. */
  stale: boolean;
}

export interface SuggestedArticle {
  id: string;
  /** The language the agent is shown. */
  lang: Lang;
  etag: string;
  title: string;
  kind: Kind;
  state: State;
  audience: Audience;
  verifiedAt: string | null;
  languages: Lang[];
  /** Markdown; internal readers only. */
  mandate: string | null;
  /** Whom to hand over to; a hand-over article only. */
  handOver: string | null;
  alreadySent: boolean;
  /** True when it belongs to a running incident. */
  incident: boolean;
}

export interface Suggestion {
  ask: string;
  rank: number;
  article: SuggestedArticle;
  /** null in keyword mode. */
  relevance: number | null;
  why: Why[];
  reply: Reply | null;
  /** Another language than the customer's: inserted only after a warning. */
  replyFallback: Reply | null;
}

export interface RunningIncident {
  id: string;
  line: string;
  lang: Lang;
  until: string;
  approvedBy: string | null;
}

export interface SuggestOutput {
  requestId: string;
  query: { lang: Lang; langConfidence: number; asks: Ask[] };
  incidents: RunningIncident[];
  suggestions: Suggestion[];
  abstentions: Abstention[];
  mode: 'hybrid' | 'keyword';
  degraded: 'no-model' | 'busy' | 'rebuilding' | null;
  history: never[];
  index: { version: number; embedding: string; analysis: string };
  /** What the channel allows, so that a reply the agent writes alone is measured too; null when the channel is not known. */
  length?: { unit: 'chars' | 'sms' | 'x'; good: number; limit: number | null } | null;
}
