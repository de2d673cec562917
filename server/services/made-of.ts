import { createHash } from 'node:crypto';
import type { IndexablePassage } from '../domain/passage.ts';
import { stateHash } from '../evaluation/passage-change.ts';
import type { Bank } from '../ports/article-store.ts';

/**
 * For each article a hash of its files, of how headings are read, and of its passages as they are. Where it is the same in
 * two states, and the second one's files are those the passages were made of, so are the passages.
 */
export function madeOf(
  { articles, settings }: Pick<Bank, 'articles' | 'settings'>,
  passages: IndexablePassage[],
): Map<string, string> {
  const states = new Map<string, string[]>();
  for (const passage of passages) {
    const own = states.get(passage.articleId) ?? [];
    states.set(passage.articleId, own);
    own.push(stateHash(passage));
  }
  const headings = createHash('sha1').update(JSON.stringify(settings.headings)).digest('base64');
  return new Map(
    articles.map(({ id, texts }) => {
      const files = texts.map(({ path, etag }) => `${path} ${etag}`).sort();
      const made = [headings, ...files, ...(states.get(id) ?? []).sort()].join('\n');
      return [id, createHash('sha1').update(made).digest('base64')];
    }),
  );
}
