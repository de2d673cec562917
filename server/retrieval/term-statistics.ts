import type { Filter } from '../domain/filter.ts';
import type { IndexVersion } from '../domain/fingerprint.ts';
import type { IndexReader } from '../ports/passage-index.ts';

/** How rare terms are among the passages one reader may see. */
export interface TermStatistics {
  /** Inverse document frequency as in BM25 (Robertson and Spärck Jones, 1976), always positive; highest for unseen terms. */
  weight(term: string): number;
}

const cache = new WeakMap<IndexVersion, Map<string, Promise<TermStatistics>>>();

/** Statistics over what `audience` admits, made once for each published version: nobody's words leak into another's. */
export function termStatistics(reader: IndexReader, audience: Filter): Promise<TermStatistics> {
  const byAudience = cache.get(reader.version) ?? new Map<string, Promise<TermStatistics>>();
  cache.set(reader.version, byAudience);
  const key = JSON.stringify(audience);
  const known = byAudience.get(key) ?? count(reader, audience);
  byAudience.set(key, known);
  // What failed once is counted again the next time.
  known.catch(() => byAudience.delete(key));
  return known;
}

async function count(reader: IndexReader, audience: Filter): Promise<TermStatistics> {
  const { passages: all, of } = await reader.frequencies(audience);
  return {
    weight(term) {
      const frequency = of.get(term) ?? 0;
      return Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
    },
  };
}

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
