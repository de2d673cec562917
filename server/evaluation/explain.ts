import type { Filter } from '../domain/filter.ts';
import { findArticles } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { FEATURES } from '../retrieval/relevance.ts';
import { show } from '../retrieval/show.ts';
import type { SetSearch } from './evaluate-set.ts';

const SHOWN = 3;
const EVERYTHING: Filter = { op: 'and', of: [] };

/** Every candidate for a message with every score, and the decision, as text. */
export async function explain(message: string, search: Omit<SetSearch, 'baselines' | 'langOf'>): Promise<string> {
  const query = prepareQuery(message, search);
  const ranked = await findArticles(query, { ...search, audience: EVERYTHING, scope: null });
  const { calibration } = search.reader.version;
  const number = (value: number | null) => (value === null ? '   -' : value.toFixed(3));
  const candidates = ranked.map(
    ({ articleId, relevance, denseRank, lexicalRank, features, hits }) =>
      `${number(relevance)}  ${articleId}\n       dense ${denseRank ?? '-'}, lexical ${lexicalRank ?? '-'}; ` +
      `${FEATURES.map((name, i) => `${name} ${number(features[i] ?? null)}`).join(', ')}\n` +
      `       ${hits[0]?.passage.text ?? ''}\n`,
  );
  const { shown } = show(ranked, calibration?.bar ?? 1, SHOWN);
  return [
    `language ${query.lang} (${query.langConfidence.toFixed(2)}); searched: ${query.parts.join(' | ')}\n`,
    `terms: ${query.terms.join(' ')}\n\n`,
    ...candidates,
    `\nbar ${number(calibration?.bar ?? null)}: ${shown.length > 0 ? `shown: ${shown.map(({ articleId }) => articleId).join(', ')}` : 'nothing shown'}\n`,
  ].join('');
}
