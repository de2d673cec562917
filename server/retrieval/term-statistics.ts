import { oncePerAudience } from './once-per-audience.ts';

/** How rare terms are among the passages one reader may see. */
export interface TermStatistics {
  /** `inverseFrequency` of the term: highest for unseen ones. */
  weight(term: string): number;
}

/**
 * Inverse document frequency as in BM25 (Robertson and Spärck Jones, 1976), always positive, of a term that stands in
 * `frequency` of `all` passages.
 */
export function inverseFrequency(frequency: number, all: number): number {
  return Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
}

/** Statistics over what `audience` admits, made once for each published version. */
export const termStatistics = oncePerAudience(async (reader, audience): Promise<TermStatistics> => {
  const { passages, of } = await reader.frequencies(audience);
  return { weight: (term) => inverseFrequency(of.get(term) ?? 0, passages) };
});

/** The share of the query's weight whose terms stand in `passageTerms`, 0 to 1; 0 for a query without terms. */
export function coverageOf(queryTerms: string[], passageTerms: Set<string>, statistics: TermStatistics): number {
  let covered = 0;
  let total = 0;
  for (const term of new Set(queryTerms)) {
    const weight = statistics.weight(term);
    total += weight;
    if (passageTerms.has(term)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}
