/**
 * What an index is made of. `embedding` hashes model bytes, prefixes, pooling and splitter; `analysis` hashes analysers,
 * synonyms and columns. A change of the second never embeds again.
 */
export interface Fingerprint {
  embedding: string;
  analysis: string;
}

/**
 * Relevance is logistic: p = 1 / (1 + exp(-(bias + sum(weight * feature)))). Stored with the index it was fitted on.
 * `bar` is the lowest relevance that is shown at the bank's default setting.
 */
export interface Calibration {
  features: string[];
  weights: number[];
  bias: number;
  bar: number;
  /** How many judgments of the bank's own it was fitted on, and their mean log loss. */
  fittedOn: number;
  logLoss: number;
}

/** One published state of the index. */
export interface IndexVersion extends Fingerprint {
  /** Rises by one at every publication. */
  version: number;
  /** null in keyword mode: no model could be had. */
  model: string | null;
  passages: number;
  articles: number;
  calibration: Calibration | null;
  publishedAt: string;
}
