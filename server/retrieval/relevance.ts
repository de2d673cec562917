import type { Calibration } from '../domain/fingerprint.ts';
import type { Candidate } from './candidates.ts';

/** Raise when the features or their fit change: an index then learns relevance anew, without embedding again. */
export const RELEVANCE_VERSION = 2;

/**
 * What relevance is judged on, for one candidate among all.
 * - cosine: how near its best passage is
 * - margin: how far it is ahead of (or behind) the best other article
 * - together: how near its few best passages are
 * - lead: how far those are ahead of (or behind) the best other article's
 * - words: how high lexical search ranks it, as 1/rank; 0 where it does not
 * - coverage: how much of what was written stands in its best passage
 * - foreign: 1 where only other languages speak for it: such cosines are lower, and words say nothing
 */
export const FEATURES = ['cosine', 'margin', 'together', 'lead', 'words', 'coverage', 'foreign'] as const;

/** The features of `candidates[position]`, in the order of FEATURES. */
export function featuresOf(candidates: Candidate[], position: number): number[] {
  const own = candidates[position];
  const others = candidates.filter((_, place) => place !== position);
  const best = (of: (candidate: Candidate) => number | null) => Math.max(0, ...others.map((other) => of(other) ?? 0));
  const cosine = own?.cosine ?? 0;
  const together = own?.together ?? cosine;
  const margin = cosine - best((other) => other.cosine);
  const lead = together - best((other) => other.together);
  const words = own?.lexicalRank ? 1 / own.lexicalRank : 0;
  return [cosine, margin, together, lead, words, own?.coverage ?? 0, own?.foreign ? 1 : 0];
}

/** The calibrated probability that the candidate is right, 0 to 1. */
export function relevanceOf(features: number[], calibration: Calibration): number {
  const logit = calibration.weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), calibration.bias);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * `foreign` says more of how far a find across languages can be trusted than of whether it is better than one in the
 * customer's own. Measured on the bank's questions (their language at hand) and on messages (often not): whole costs the
 * first three points among three, none costs the second four at the first place, half under two of either.
 */
const FOREIGN_IN_ORDER = 0.5;

/** What candidates are put in order by: relevance with `foreign` counted less. */
export function orderingScore(features: number[], calibration: Calibration): number {
  const discounted = features.map((value, i) => (FEATURES[i] === 'foreign' ? value * FOREIGN_IN_ORDER : value));
  return relevanceOf(discounted, calibration);
}
