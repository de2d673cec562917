import type { Article } from '../domain/article.ts';
import { dot } from '../domain/vector.ts';
import type { Embedder } from '../ports/embedder.ts';
import { inverseFrequency } from '../retrieval/term-statistics.ts';

/** What any retrieval must beat: ways that need no more than a model or a word count. Best article first. */
export interface Baselines {
  /** Cosine of the message against title and whole text, the higher of the two. */
  dense(message: string): Promise<string[]>;
  /** BM25 (Robertson and Zaragoza, 2009; k1 1.2, b 0.75) over lower-cased words: no stemming, no stop words. */
  lexical(message: string): string[];
}

export async function baselinesOf(articles: Article[], embedder: Embedder): Promise<Baselines> {
  const texts = articles.flatMap(({ id, texts: own }) =>
    own.map((text) => ({
      id,
      title: text.title,
      body: [...text.questions, ...text.sections.map((section) => section.markdown)].join('\n'),
    })),
  );
  const titles = await embedder.embed(
    texts.map((text) => text.title),
    'passage',
  );
  const bodies = await embedder.embed(
    texts.map((text) => text.body),
    'passage',
  );
  const bm25 = wordIndex(texts.map(({ title, body }) => words(`${title}\n${body}`)));
  const bestOf = (score: (i: number) => number) => {
    const best = new Map<string, number>();
    texts.forEach(({ id }, i) => {
      best.set(id, Math.max(best.get(id) ?? Number.NEGATIVE_INFINITY, score(i)));
    });
    return [...best].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  };
  return {
    async dense(message) {
      const [vector] = await embedder.embed([message], 'query');
      const near = (other?: Float32Array) => (vector && other ? dot(vector, other) : 0);
      return bestOf((i) => Math.max(near(titles[i]), near(bodies[i])));
    },
    lexical(message) {
      const scores = bm25(words(message));
      return bestOf((i) => scores[i] ?? 0);
    },
  };
}

function wordIndex(documents: string[][]) {
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((document, i) => {
    for (const word of document) {
      const own = postings.get(word) ?? new Map<number, number>();
      postings.set(word, own.set(i, (own.get(i) ?? 0) + 1));
    }
  });
  const average = documents.reduce((sum, document) => sum + document.length, 0) / documents.length;
  return (query: string[]): number[] => {
    const scores = documents.map(() => 0);
    for (const word of new Set(query)) {
      const own = postings.get(word) ?? new Map<number, number>();
      const weight = inverseFrequency(own.size, documents.length);
      for (const [i, count] of own) {
        const length = (documents[i]?.length ?? 0) / average;
        scores[i] = (scores[i] ?? 0) + (weight * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length));
      }
    }
    return scores;
  };
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
