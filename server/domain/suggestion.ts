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
  /** What the editors offer where that is too long, longest first: without its optional paragraphs, and shorter wordings. */
  shorter?: string[];
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
  /** Its answers, to be read and inserted. */
  answers?: { id: string; lang: Lang; title: string }[];
}

/** One that ended not long ago, so that nobody goes on saying it. */
export interface EndedIncident {
  id: string;
  line: string;
  lang: Lang;
  endedAt: string;
}

/** What the channel of a conversation asks of any reply, whoever writes it. */
export interface ChannelRules {
  setting: 'public' | 'private';
  /** Hours after the customer's message in which ordinary replies may be sent; null = any time. */
  replyWindowHours: number | null;
  /** Replies are said aloud. */
  spoken: boolean;
  /** The customer may be called by name here. */
  names: boolean;
  /** The sentence that moves the conversation to private messages on the same network, in the customer's language. */
  toPrivate: string | null;
  /** Regular expressions of order and booking numbers, in public channels only. */
  orderNumbers: string[];
  /** Our own domains: an address there is nobody's secret. */
  domains: string[];
}

export interface SuggestOutput {
  requestId: string;
  query: { lang: Lang; langConfidence: number; asks: Ask[] };
  incidents: RunningIncident[];
  /** Incidents that ended in the last two hours, newest first. */
  ended?: EndedIncident[];
  suggestions: Suggestion[];
  abstentions: Abstention[];
  mode: 'hybrid' | 'keyword';
  degraded: 'no-model' | 'busy' | 'rebuilding' | null;
  history: never[];
  index: { version: number; embedding: string; analysis: string };
  /** What the channel allows, so that a reply the agent writes alone is measured too; null when the channel is not known. */
  length?: { unit: 'chars' | 'sms' | 'x'; good: number; limit: number | null } | null;
  /** null when the channel is not known. */
  channel?: ChannelRules | null;
}
