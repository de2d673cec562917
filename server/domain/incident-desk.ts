import type { ArticleName } from './curation.ts';
import type { Lang } from './language.ts';

/** POST /v1/incidents. Moments are ISO 8601 with offset. */
export type IncidentInput =
  | {
      action: 'raise';
      template: string;
      until: string;
      approvedBy: string;
      /** When it began, where that was before now. */
      from?: string;
      markets?: string[];
      /** Normal articles withheld beside those of the template. */
      supersedes?: string[];
    }
  | { action: 'extend'; id: string; until: string }
  | { action: 'end'; id: string };

export const INCIDENT_DEEDS = ['raised', 'extended', 'ended', 'ran-out', 'changed'] as const;

/** What became of an incident; open: a client shows a kind it does not know by its words. */
export type IncidentDeed = (typeof INCIDENT_DEEDS)[number];

export interface IncidentState {
  id: string;
  template: string | null;
  state: 'running' | 'ended';
  /** The status line by language. */
  line: Record<Lang, string>;
  from: string;
  until: string;
  approvedBy: string | null;
  markets: string[] | null;
  /** Ids of normal articles withheld while it runs. */
  supersedes: string[];
  /** `missing` cannot be inserted. */
  answers: { id: string; title: string; languages: Lang[]; missing: Lang[] }[];
  /** Whoever raised it; the one who is asked before the end. */
  raisedBy: string | null;
  /** 30 or 10 once no more minutes than that are left: extend it, or let it end. */
  ending: 30 | 10 | null;
  /** Oldest first. Empty for readers outside. */
  log: { at: string; by: string; what: string; kind: IncidentDeed }[];
}

export interface IncidentOutput {
  requestId: string;
  incident: IncidentState;
  visibleAt: number;
}

/** GET /v1/incidents */
export interface IncidentsOutput {
  requestId: string;
  /** Running first, then those that ended within two hours. */
  incidents: IncidentState[];
  templates: { id: string; title: string; languages: Lang[]; missing: Lang[] }[];
  /** Many alike in a short time, for leads. Empty for others. */
  surges: Surge[];
}

/** Many similar queries in a short time against the usual level. */
export interface Surge {
  id: string;
  /** The most typical phrasing; personal data removed. */
  name: string;
  phrasings: string[];
  languages: Lang[];
  channels: string[];
  markets: string[];
  /** ISO 8601. */
  from: string;
  lastAt: string;
  cases: number;
  count: number;
  /** How many are usual in as long a time at these hours. */
  usual: number;
  /** The template that comes nearest, where one does. */
  template: { id: string; title: string } | null;
}

/** Somebody got a text that the incident had made wrong, or that its own answers no longer say. */
export interface OlderText {
  case: string;
  at: string;
  article: ArticleName;
  channel: string | null;
  why: 'superseded' | 'answer-changed';
}

/** GET /v1/incidents/{id} */
export interface IncidentPageOutput {
  requestId: string;
  incident: IncidentState;
  /** What is withheld, by name. */
  withheld: ArticleName[];
  /** For leads, newest first; empty for others. */
  older: OlderText[];
  /** How many there are in all. */
  olderTotal: number;
}
