/** One row per feedback event. Moments are ISO 8601 text in UTC. */
export interface EventsTable {
  id: string;
  type: string;
  at: string;
  received_at: string;
  agent: string;
  request_id: string | null;
  article_id: string | null;
  article_lang: string | null;
  article_etag: string | null;
  rank: number | null;
  ask: string | null;
  channel: string | null;
  case_ref: string | null;
  subject: string | null;
  text: string | null;
}

export interface LedgerTables {
  events: EventsTable;
}
