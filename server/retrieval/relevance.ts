import type { Calibration } from '../domain/fingerprint.ts';
import type { Candidate } from './candidates.ts';

/** Raise when the features or their fit change: an index then learns relevance anew, without embedding again. */
export const RELEVANCE_VERSION = 7;

/**
 * What relevance is judged on, for one candidate among all.
 * - cosine: how near its best passage is
 * - margin: how far it is ahead of (or behind) the best other article
 * - together: how near its few best passages are
 * - lead: how far those are ahead of (or behind) the best other article's
 * - words: lexical evidence for it, against the best there is for this query
 * - ahead: how far it is ahead of (or behind) the best other article in what candidates are ordered by
 * - contrast: how far it is ahead of the others on average
 * - coverage: how much of what was written stands in its best passage
 * - foreign: 1 where it has no text in the message's language: such cosines are lower, and words say nothing
 * - length: of the message, as the logarithm of its letters
 */
export const FEATURES = [
  'cosine',
  'margin',
  'together',
  'lead',
  'words',
  'ahead',
  'contrast',
  'coverage',
  'foreign',
  'length',
] as const;

/** The features of `candidates[position]`, in the order of FEATURES, for a message of so many letters. */
export function featuresOf(candidates: Candidate[], position: number, letters: number): number[] {
  const own = candidates[position];
  const others = candidates.filter((_, place) => place !== position);
  const best = (of: (candidate: Candidate) => number | null) => Math.max(0, ...others.map((other) => of(other) ?? 0));
  const cosine = own?.cosine ?? 0;
  const together = own?.together ?? cosine;
  const margin = cosine - best((other) => other.cosine);
  const lead = together - best((other) => other.together);
  const words = own?.words ?? 0;
  const ahead = (own?.fused ?? 0) - best((other) => other.fused);
  const known = others.flatMap((other) => (other.cosine === null ? [] : [other.cosine]));
  const contrast = known.length === 0 ? margin : cosine - known.reduce((sum, value) => sum + value, 0) / known.length;
  const coverage = own?.coverage ?? 0;
  const foreign = own?.foreign ? 1 : 0;
  return [cosine, margin, together, lead, words, ahead, contrast, coverage, foreign, Math.log(Math.max(1, letters))];
}

/** The calibrated probability that the candidate is right, 0 to 1. */
export function relevanceOf(features: number[], calibration: Pick<Calibration, 'weights' | 'bias'>): number {
  const logit = calibration.weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), calibration.bias);
  return 1 / (1 + Math.exp(-logit));
}
