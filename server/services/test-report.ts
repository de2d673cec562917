import type { BankSettings } from '../domain/bank-settings.ts';
import { LITTLE } from './judgment-changes.ts';
import type { RetrievalOutcome } from './test-retrieval.ts';

export interface TestShares {
  questions: number;
  /** Shares from 0 to 1; null where there is nothing to count. */
  first: number | null;
  top3: number | null;
  nearMisses: number;
  held: number | null;
}

/** How an article's lines do. */
export interface ArticleReport extends TestShares {
  articleId: string;
  /** Questions that other articles won. */
  lost: RetrievalOutcome[];
  /** `not_for:` lines that bring the article up all the same. */
  shown: RetrievalOutcome[];
  /** Lines that pass by little. */
  shaken: RetrievalOutcome[];
}

export interface TestReport extends TestShares {
  floors: BankSettings['floors'];
  /** Names of the floors that are not reached. */
  below: (keyof BankSettings['floors'])[];
  /** Articles with something lost, shown or shaken; those with most to mend first. */
  articles: ArticleReport[];
}

/** Sums the outcomes up by article, and compares the bank with its floors. */
export function testReport(outcomes: RetrievalOutcome[], floors: BankSettings['floors']): TestReport {
  const groups = new Map<string, RetrievalOutcome[]>();
  for (const outcome of outcomes) {
    const own = groups.get(outcome.articleId) ?? [];
    groups.set(outcome.articleId, own);
    own.push(outcome);
  }
  const articles = [...groups].map(([articleId, own]): ArticleReport => {
    const failing = own.filter(({ passes }) => !passes);
    return {
      articleId,
      ...sharesOf(own),
      lost: failing.filter(({ kind }) => kind === 'question'),
      shown: failing.filter(({ kind }) => kind === 'not-for'),
      shaken: own.filter(({ passes, lead }) => passes && lead !== null && lead < LITTLE),
    };
  });
  const shares = sharesOf(outcomes);
  const weight = ({ lost, shown }: ArticleReport) => lost.length + shown.length;
  return {
    ...shares,
    floors,
    below: (['top3', 'held'] as const).filter((floor) => (shares[floor] ?? 1) < floors[floor]),
    articles: articles
      .filter(({ lost, shown, shaken }) => lost.length + shown.length + shaken.length > 0)
      .sort((a, b) => weight(b) - weight(a) || a.articleId.localeCompare(b.articleId)),
  };
}

function sharesOf(outcomes: RetrievalOutcome[]): TestShares {
  const questions = outcomes.filter(({ kind }) => kind === 'question');
  const nearMisses = outcomes.filter(({ kind }) => kind === 'not-for');
  const share = (some: RetrievalOutcome[], all: RetrievalOutcome[]) => (all.length ? some.length / all.length : null);
  const passing = (all: RetrievalOutcome[]) => all.filter(({ passes }) => passes);
  return {
    questions: questions.length,
    first: share(
      questions.filter(({ rank }) => rank === 1),
      questions,
    ),
    top3: share(passing(questions), questions),
    nearMisses: nearMisses.length,
    held: share(passing(nearMisses), nearMisses),
  };
}
