import type { AnalysedPassage, IndexablePassage, Passage } from '../../server/domain/passage.ts';

/** A passage for tests: its words are its terms, and it has no grams. */
export function passage(id: string, text: string, rest: Partial<Passage> = {}): IndexablePassage {
  return {
    id,
    articleId: rest.articleId ?? `article-${id}`,
    lang: 'sv',
    kind: 'section',
    position: 0,
    text,
    embedText: text,
    questionKey: null,
    audience: 'public',
    state: 'validated',
    articleKind: 'faq',
    markets: null,
    brands: null,
    tags: [],
    validFrom: null,
    validUntil: null,
    ...rest,
    terms: text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
    grams: [],
  };
}

/** In how many of `passages` each term stands, as an index counts it. */
export function frequenciesIn(passages: AnalysedPassage[]): { passages: number; of: Map<string, number> } {
  const of = new Map<string, number>();
  for (const { terms } of passages) for (const term of new Set(terms)) of.set(term, (of.get(term) ?? 0) + 1);
  return { passages: passages.length, of };
}
