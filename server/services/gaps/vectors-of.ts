import type { Lang } from '../../domain/language.ts';
import type { Analyser, LanguageDetector } from '../../ports/analyser.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { prepareQuery } from '../../retrieval/prepare-query.ts';

/** Vectors that are kept; the oldest go. */
const MOST = 10_000;
/** Messages in one call, so that whoever wants a suggestion meanwhile does not wait for all. */
const AT_ONCE = 8;

export interface VectorsOfDeps {
  embedder: () => Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
}

/** The vector of a message as it is searched, without greeting and closing. Kept, so that the same words are embedded once. */
export function vectorsOf(deps: VectorsOfDeps) {
  const kept = new Map<string, Float32Array>();
  let hash: string | null = null;
  return async (texts: { text: string; lang: Lang | null }[]): Promise<Float32Array[] | null> => {
    const embedder = deps.embedder();
    if (!embedder) return null;
    if (hash !== embedder.hash) kept.clear();
    hash = embedder.hash;
    const missing = new Map(texts.filter(({ text }) => !kept.has(text)).map((one) => [one.text, one]));
    const all = new Map(kept);
    const waiting = [...missing.values()];
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      const some = waiting.slice(start, start + AT_ONCE);
      const parts = some.map(({ text, lang }) => prepareQuery(text, deps, lang ?? undefined).parts);
      // The parts are what was searched for, so that their vectors may still be known.
      const made = await embedder.embed(parts.flat(), 'query');
      let place = 0;
      some.forEach(({ text }, i) => {
        const count = parts[i]?.length ?? 0;
        const vector = together(made.slice(place, place + count));
        place += count;
        all.set(text, vector);
        kept.set(text, vector);
      });
    }
    for (const text of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(text);
    }
    return texts.map(({ text }) => all.get(text) as Float32Array);
  };
}

/** A unit vector in the middle of several. */
function together(vectors: Float32Array[]): Float32Array {
  const [first] = vectors;
  if (!first || vectors.length === 1) return first ?? new Float32Array();
  const sum = first.map((_, i) => vectors.reduce((total, vector) => total + (vector[i] ?? 0), 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
