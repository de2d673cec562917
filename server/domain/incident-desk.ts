import type { Lang } from './language.ts';

/** POST /v1/incidents. Moments are ISO 8601 with offset. */
export type IncidentInput =
  | {
      action: 'raise';
      template: string;
      until: string;
      approvedBy: string;
      markets?: string[];
      /** Normal articles withheld beside those of the template. */
      supersedes?: string[];
    }
  | { action: 'extend'; id: string; until: string }
  | { action: 'end'; id: string };

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
  answers: { id: string; title: string; languages: Lang[]; missing: Lang[] }[];
  log: { at: string; by: string; what: string }[];
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
}
