import type { Filter } from '../domain/filter.ts';
import type { Calibration, Fingerprint, IndexVersion } from '../domain/fingerprint.ts';
import type { Hit, IndexablePassage } from '../domain/passage.ts';

/** One published version, pinned: what it answers never changes. */
export interface IndexReader {
  readonly version: IndexVersion;
  /** The nearest passages by cosine, best first. Empty when the index has no vectors. */
  dense(vector: Float32Array, filter: Filter | null, limit: number): Promise<Hit[]>;
  /** The best passages by BM25 over terms and grams, best first. */
  lexical(terms: string[], filter: Filter | null, limit: number): Promise<Hit[]>;
  /** In how many passages under the filter each term and gram stands, and how many passages there are. */
  frequencies(filter: Filter | null): Promise<{ passages: number; of: Map<string, number> }>;
  /** Every passage under the filter, with its terms and grams, and its vector when it has one. */
  scan(
    filter: Filter | null,
    /** `vectors: false` where they are not looked at: reading them takes longer than the rest. */
    options?: { vectors?: boolean },
  ): Promise<{ passage: IndexablePassage; vector: Float32Array | null }[]>;
}

/** What a sync would do. `move` keeps the vector and changes the rest. */
export interface SyncPlan {
  add: IndexablePassage[];
  change: IndexablePassage[];
  move: IndexablePassage[];
  remove: string[];
  unchanged: number;
  /** True when a new folder is built: first build, another fingerprint, or a full rebuild. */
  rebuild: boolean;
}

export interface SyncProgress {
  phase: 'embed' | 'write' | 'index' | 'calibrate' | 'publish';
  done: number;
  total: number;
}

export interface PassageIndex {
  /** The newest published version, or null before the first build. Follows other processes' publications. */
  current(): Promise<IndexReader | null>;
  /** Compares what is wanted with what the index holds. Writes nothing. */
  plan(wanted: IndexablePassage[], fingerprint: Fingerprint, full: boolean): Promise<SyncPlan>;
  /**
   * Carries a plan out and publishes. Resumable: killed anywhere, the old version stays readable and the next plan holds
   * what is left. `embed` is null in keyword mode. `calibrate` runs on the unpublished version. Call under the writer lock.
   */
  apply(plan: SyncPlan, options: ApplyOptions): Promise<IndexVersion>;
  close(): Promise<void>;
}

export interface ApplyOptions {
  fingerprint: Fingerprint;
  /** The embedding model's name and dimensions, null in keyword mode. */
  model: { name: string; dimensions: number } | null;
  embed: ((texts: string[], progress: (done: number) => void) => Promise<Float32Array[]>) | null;
  calibrate: (reader: IndexReader) => Promise<Calibration | null>;
  articles: number;
  progress: (progress: SyncProgress) => void;
  signal?: AbortSignal;
}
