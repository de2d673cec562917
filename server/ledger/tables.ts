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
  reason: string | null;
  /** Ids as a JSON array. */
  shown: string | null;
  undoes: string | null;
}

/** One row per agent's remark on an article. */
export interface FlagsTable {
  id: string;
  at: string;
  author: string;
  article_id: string;
  article_lang: string;
  article_etag: string | null;
  comment: string;
  problem: string | null;
  phrasing: string | null;
  answer: string | null;
  answered_at: string | null;
}

/** One row per captured case that can still be undone. */
export interface CapturesTable {
  id: string;
  at: string;
  author: string;
  article_id: string;
  article_lang: string;
  path: string;
  etag: string;
  question: string | null;
}

/** One row per text that was ever there: when what it says was taken up. */
export interface TextNotesTable {
  article_id: string;
  lang: string;
  words: string;
  checked: string;
  new_at: string | null;
  changed_at: string | null;
  validated_at: string | null;
}

/** One row per message that wanted an answer. */
export interface QueriesTable {
  id: string;
  at: string;
  agent: string;
  case_ref: string | null;
  customer: string | null;
  channel: string | null;
  market: string | null;
  lang: string | null;
  text: string | null;
  asked_by: string;
}

/** One row per question of a query. */
export interface AsksTable {
  id: string;
  query_id: string;
  place: number;
  /** null where it is the whole query's. */
  text: string | null;
  /** 1 where the question is the whole query. */
  whole: number;
  reason: string | null;
  article_id: string | null;
  article_lang: string | null;
  relevance: number | null;
}

/** One row per gap that was found. */
export interface GapsTable {
  id: string;
  silenced: number;
  /** Ids as a JSON array. */
  asks: string;
  at: string;
}

/** One row per automatic decision. */
export interface DecisionsTable {
  id: string;
  at: string;
  what: string;
  article_id: string;
  article_lang: string;
  reason: string;
  /** JSON. */
  because: string | null;
  revision: string | null;
}

export interface LedgerTables {
  gaps: GapsTable;
  decisions: DecisionsTable;
  queries: QueriesTable;
  asks: AsksTable;
  events: EventsTable;
  flags: FlagsTable;
  captures: CapturesTable;
  text_notes: TextNotesTable;
}
