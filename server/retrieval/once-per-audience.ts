import type { Filter } from '../domain/filter.ts';
import type { IndexVersion } from '../domain/fingerprint.ts';
import type { IndexReader } from '../ports/passage-index.ts';

/**
 * `make`, done once for each published version and audience: nobody's words leak into another's. What failed once is made
 * again the next time.
 */
export function oncePerAudience<T>(make: (reader: IndexReader, audience: Filter) => Promise<T>) {
  const made = new WeakMap<IndexVersion, Map<string, Promise<T>>>();
  return (reader: IndexReader, audience: Filter): Promise<T> => {
    const byAudience = made.get(reader.version) ?? new Map<string, Promise<T>>();
    made.set(reader.version, byAudience);
    const key = JSON.stringify(audience);
    const known = byAudience.get(key) ?? make(reader, audience);
    byAudience.set(key, known);
    known.catch(() => byAudience.delete(key));
    return known;
  };
}
