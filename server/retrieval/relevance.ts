import type { Calibration } from '../domain/fingerprint.ts';
import type { Candidate } from './candidates.ts';

/**
 * What relevance is judged on, for one candidate among all.
 * - cosine: how near its best passage is
 * - margin: how far it is ahead of (or behind) the best other article
 * - support: how near its second passage is
 * - coverage: how much of what was written stands in its best passage
 */
export const FEATURES = ['cosine', 'margin', 'support', 'coverage'] as const;

/** The features of `candidates[position]`, in the order of FEATURES. */
export function featuresOf(candidates: Candidate[], position: number): number[] {
  const own = candidates[position];
  const cosine = own?.cosine ?? 0;
  let rival = 0;
  candidates.forEach((other, place) => {
    if (place !== position && other.cosine !== null) rival = Math.max(rival, other.cosine);
  });
  return [cosine, cosine - rival, own?.support ?? cosine, own?.coverage ?? 0];
}

/** The calibrated probability that the candidate is right, 0 to 1. */
export function relevanceOf(features: number[], calibration: Calibration): number {
  const logit = calibration.weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), calibration.bias);
  return 1 / (1 + Math.exp(-logit));
}
