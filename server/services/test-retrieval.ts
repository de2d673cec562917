import { and, type Filter, not } from '../domain/filter.ts';
import type { Lang } from '../domain/language.ts';
import type { Passage, PassageKind } from '../domain/passage.ts';
import { type QuestionJudgment, questionJudgments, shareKey } from '../evaluation/judgments.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Bank } from '../ports/article-store.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { findArticles, type RankedArticle } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { CLEARLY_AHEAD, show } from '../retrieval/show.ts';

const LIMIT = 3;
const CERTAIN = 1e-6;
const EVERYTHING: Filter = { op: 'and', of: [] };
const NO_INCIDENTS: Filter = not({ op: 'eq', field: 'articleKind', value: 'incident' });
const OFFERED_STATES = ['validated', 'not-validated'];
const OFFERED: Filter = { op: 'in', field: 'state', values: OFFERED_STATES };

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
  /** How far relevance is from failing, in log-odds; below 0 when it fails. null in keyword mode. */
  lead: number | null;
  /** The first other articles, at most three, each with the passage that spoke for it. */
  rivals: Rival[];
}

export interface Rival {
  articleId: string;
  rank: number;
  relevance: number | null;
  why: { lang: Lang; kind: PassageKind; text: string } | null;
}

export interface RetrievalTestDeps {
  reader: IndexReader;
  embedder: Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
}

/** A line of the bank that is asked, and where. */
export interface RetrievalTest extends Omit<QuestionJudgment, 'leftOut'> {
  kind: RetrievalOutcome['kind'];
  scope: Filter;
}

/**
 * Every `questions:` and `not_for:` line of texts that are offered. `passages` are those of the index that is asked. A
 * normal article is tested as on a day without incidents; an incident's as while it runs; each in its first market, among
 * what is offered to colleagues.
 */
export function testsOf(bank: Pick<Bank, 'articles'>, passages: Passage[]): RetrievalTest[] {
  const offered = passages.filter((passage) => OFFERED_STATES.includes(passage.state));
  const kinds = new Map(offered.map((passage) => [passage.articleId, passage.articleKind]));
  const spoken = new Set(offered.map((passage) => `${passage.articleId} ${passage.lang}`));
  const tests = [
    ...questionJudgments(passages).map((judgment) => ({ ...judgment, kind: 'question' as const })),
    ...notForJudgments(bank, passages).map((judgment) => ({ ...judgment, kind: 'not-for' as const })),
  ];
  return tests
    .filter((test) => spoken.has(`${test.articleId} ${test.lang}`))
    .map(({ leftOut, ...test }) => {
      const conditions = [leftOut, OFFERED, ...(kinds.get(test.articleId) === 'incident' ? [] : [NO_INCIDENTS])];
      if (test.market) conditions.push({ op: 'has', field: 'market', value: test.market });
      return { ...test, scope: and(...conditions) };
    });
}

/** Asks one line through the real retrieval. */
export async function outcomeOf(test: RetrievalTest, deps: RetrievalTestDeps): Promise<RetrievalOutcome> {
  const query = prepareQuery(test.question, deps);
  const ranked = await findArticles(query, { ...deps, audience: EVERYTHING, scope: test.scope });
  const place = ranked.findIndex((article) => article.articleId === test.articleId);
  const bar = deps.reader.version.calibration?.bar ?? 1;
  const shown = show(ranked, bar, LIMIT).shown.some((article) => article.articleId === test.articleId);
  const { kind, articleId, lang, question } = test;
  const passes = kind === 'question' ? place >= 0 && place < LIMIT : !shown;
  return {
    kind,
    articleId,
    lang,
    question,
    rank: place === -1 ? null : place + 1,
    passes,
    first: ranked[0]?.articleId ?? null,
    lead: leadOf(kind, { ranked, place, passes, bar }),
    rivals: rivalsOf(ranked, articleId),
  };
}

interface Placed {
  ranked: RankedArticle[];
  /** The article's place from 0; -1 when it was not found. */
  place: number;
  passes: boolean;
  bar: number;
}

function leadOf(kind: RetrievalOutcome['kind'], { ranked, place, passes, bar }: Placed): number | null {
  if (ranked.length > 0 && ranked.every((article) => article.relevance === null)) return null;
  const at = (index: number) => logOdds(ranked[index]?.relevance ?? 0);
  const own = place === -1 ? logOdds(0) : at(place);
  if (kind === 'question') return passes ? Math.max(0, own - at(LIMIT)) : Math.min(0, own - at(LIMIT - 1));
  if (!passes) return Math.min(0, logOdds(bar) - own);
  const behindTheFirst = place === 0 ? 0 : logOdds((ranked[0]?.relevance ?? 0) * CLEARLY_AHEAD) - own;
  return Math.max(0, logOdds(bar) - at(0), behindTheFirst, place < LIMIT ? 0 : at(LIMIT - 1) - own);
}

/** Kept finite, so that it can be written as JSON. */
function logOdds(probability: number): number {
  const inside = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
  return Math.log(inside / (1 - inside));
}

function rivalsOf(ranked: RankedArticle[], articleId: string): Rival[] {
  return ranked
    .flatMap(({ relevance, hits, ...article }, index) => {
      if (article.articleId === articleId) return [];
      const best = hits[0]?.passage;
      const why = best ? { lang: best.lang, kind: best.kind, text: best.text } : null;
      return [{ articleId: article.articleId, rank: index + 1, relevance, why }];
    })
    .slice(0, LIMIT);
}

function notForJudgments(bank: Pick<Bank, 'articles'>, passages: Passage[]): QuestionJudgment[] {
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
