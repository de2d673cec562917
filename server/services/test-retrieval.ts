import { and, type Filter, not } from '../domain/filter.ts';
import type { Lang } from '../domain/language.ts';
import type { Passage } from '../domain/passage.ts';
import { type QuestionJudgment, questionJudgments, shareKey } from '../evaluation/judgments.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Bank } from '../ports/article-store.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { findArticles } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { show } from '../retrieval/show.ts';

const AT_ONCE = 4;
const LIMIT = 3;
const EVERYTHING: Filter = { op: 'and', of: [] };
const NO_INCIDENTS: Filter = not({ op: 'eq', field: 'articleKind', value: 'incident' });

/** What one `questions:` or `not_for:` line did when it was asked, its own passage left out. */
export interface RetrievalOutcome {
  kind: 'question' | 'not-for';
  articleId: string;
  lang: Lang;
  question: string;
  /** Rank of the article from 1; null when it was not found. */
  rank: number | null;
  /** A question passes among the first three; a `not_for` when its article is not shown at the default setting. */
  passes: boolean;
  /** The article that came first. */
  first: string | null;
}

export interface RetrievalTestDeps {
  reader: IndexReader;
  embedder: Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
}

export interface RetrievalTestInput {
  bank: Bank;
  /** Only these articles' lines; all when absent. */
  ids?: Set<string>;
  progress?: (done: number, total: number) => void;
}

/**
 * Runs the bank's own judgments through the real retrieval. A normal article is tested as on a day without incidents;
 * an incident's as while it runs; each in its first market.
 */
export function testRetrieval(deps: RetrievalTestDeps) {
  return async ({ bank, ids, progress }: RetrievalTestInput): Promise<RetrievalOutcome[]> => {
    const passages = (await deps.reader.scan(null)).map((row) => row.passage);
    const kinds = new Map(passages.map((passage) => [passage.articleId, passage.articleKind]));
    const judgments = [
      ...questionJudgments(passages).map((judgment) => ({ ...judgment, kind: 'question' as const })),
      ...notForJudgments(bank, passages).map((judgment) => ({ ...judgment, kind: 'not-for' as const })),
    ].filter((judgment) => kinds.has(judgment.articleId) && (!ids || ids.has(judgment.articleId)));
    const queue = [...judgments];
    const outcomes: RetrievalOutcome[] = [];
    const worker = async () => {
      for (let judgment = queue.shift(); judgment; judgment = queue.shift()) {
        const scope = scopeOf(judgment, kinds.get(judgment.articleId) === 'incident');
        outcomes.push(await outcome(judgment, scope, deps));
        progress?.(outcomes.length, judgments.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return outcomes;
  };
}

type Judgment = QuestionJudgment & { kind: RetrievalOutcome['kind'] };

async function outcome(judgment: Judgment, scope: Filter, deps: RetrievalTestDeps): Promise<RetrievalOutcome> {
  const query = prepareQuery(judgment.question, deps);
  const ranked = await findArticles(query, { ...deps, audience: EVERYTHING, scope });
  const place = ranked.findIndex((article) => article.articleId === judgment.articleId);
  const bar = deps.reader.version.calibration?.bar ?? 1;
  const shown = show(ranked, bar, LIMIT).shown.some((article) => article.articleId === judgment.articleId);
  const { kind, articleId, lang, question } = judgment;
  return {
    kind,
    articleId,
    lang,
    question,
    rank: place === -1 ? null : place + 1,
    passes: kind === 'question' ? place >= 0 && place < LIMIT : !shown,
    first: ranked[0]?.articleId ?? null,
  };
}

function scopeOf(judgment: Judgment, incident: boolean): Filter {
  const conditions = [judgment.leftOut, ...(incident ? [] : [NO_INCIDENTS])];
  if (judgment.market) conditions.push({ op: 'has', field: 'market', value: judgment.market });
  return and(...conditions);
}

function notForJudgments(bank: Bank, passages: Passage[]): QuestionJudgment[] {
  return bank.articles.flatMap((article) =>
    article.texts.flatMap((text) =>
      text.notFor.map((question) => ({
        articleId: article.id,
        lang: text.lang,
        question,
        market: text.markets?.[0] ?? null,
        leftOut: shareKey(question, passages),
      })),
    ),
  );
}
