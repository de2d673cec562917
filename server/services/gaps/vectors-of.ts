import type { Lang } from '../../domain/language.ts';
import type { Analyser, LanguageDetector } from '../../ports/analyser.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { prepareQuery } from '../../retrieval/prepare-query.ts';

/** Vectors that are kept; the oldest go. */
const MOST = 10_000;

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
    const cores = [...missing.values()].map(({ text, lang }) =>
      prepareQuery(text, deps, lang ?? undefined).parts.join('\n'),
    );
    const made = cores.length > 0 ? await embedder.embed(cores, 'query') : [];
    const all = new Map(kept);
    [...missing.keys()].forEach((text, place) => {
      const vector = made[place] as Float32Array;
      all.set(text, vector);
      kept.set(text, vector);
    });
    for (const text of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(text);
    }
    return texts.map(({ text }) => all.get(text) as Float32Array);
  };
}
