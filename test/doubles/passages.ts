import type { IndexablePassage, Passage } from '../../server/domain/passage.ts';

/** A passage for tests: its words are its terms. */
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
  };
}
