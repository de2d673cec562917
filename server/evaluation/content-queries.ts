import { and, not } from '../domain/filter.ts';
import type { Bank } from '../ports/article-store.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { EvalQuery } from './evaluate-set.ts';
import { questionJudgments } from './judgments.ts';

/** The bank's own questions, each left out of the search it tests, in its first market, on a day without incidents. */
export async function contentQueries(bank: Bank, reader: IndexReader): Promise<EvalQuery[]> {
  const passages = (await reader.scan(null)).map((row) => row.passage);
  const kinds = new Map(bank.articles.map((article) => [article.id, article.texts[0]?.kind]));
  const noIncidents = not({ op: 'eq', field: 'articleKind', value: 'incident' });
  return questionJudgments(passages)
    .filter((judgment) => kinds.get(judgment.articleId) !== 'incident')
    .map(({ articleId, lang, question, market, leftOut }) => ({
      id: `${articleId} ${lang} ${question}`,
      lang,
      text: question,
      relevant: [articleId],
      kind: 'question',
      scope: and(leftOut, noIncidents, ...(market ? [{ op: 'has', field: 'market', value: market } as const] : [])),
    }));
}
