import { createHash } from 'node:crypto';
import learned from './default-relevance.json' with { type: 'json' };

/** Relevance as learned from many banks, for a bank that has no questions of its own, and to start a bank's own fit from. */
export interface DefaultRelevance {
  features: string[];
  weights: number[];
  bias: number;
  logLoss: number;
  /** The bar at which so many of ten shown are right, half of the messages having no answer. */
  bars: { rightOfTen: number; bar: number }[];
}

/** Made by `npm run fit-relevance` for the embedded model; null for another, whose cosines mean something else. */
export function defaultRelevance(modelHash: string): DefaultRelevance | null {
  const { model, ...relevance } = learned;
  return model === modelHash ? relevance : null;
}

/** Names what was learned: relevance made from something else is made anew. */
export function learnedHash(): string {
  return createHash('sha256').update(JSON.stringify(learned)).digest('hex').slice(0, 8);
}
