import type { ArticleReport, TestReport, TestShares } from './test-report.ts';
import type { RetrievalOutcome } from './test-retrieval.ts';

/** The report as lines for a terminal: articles with something to mend, then the whole bank against its floors. */
export function describeTests(report: TestReport, withShaken: boolean): string[] {
  const articles = report.articles.filter(({ lost, shown }) => withShaken || lost.length + shown.length > 0);
  const shaken = report.articles.reduce((sum, article) => sum + article.shaken.length, 0);
  return [
    ...articles.flatMap((article) => describeArticle(article, withShaken)),
    `Retrieval: ${describeShares(report)}.`,
    ...(shaken > 0 && !withShaken ? [`${shaken} lines pass by little (npm run check -- --hints shows them).`] : []),
    ...report.below.map((floor) => {
      const what = floor === 'top3' ? 'questions among the first three' : 'near misses held';
      return `Below the floor: ${percent(report[floor])} of ${what}; floors.${floor} in erfara.yaml asks for ${percent(report.floors[floor])}.`;
    }),
  ];
}

function describeArticle(article: ArticleReport, withShaken: boolean): string[] {
  return [
    `${article.articleId}: ${describeShares(article)}`,
    ...article.lost.map((outcome) => {
      const [to] = outcome.rivals;
      const by = to?.why ? ` by its ${to.why.kind} "${cut(to.why.text)}"` : '';
      const rank = outcome.rank === null ? 'not found' : `rank ${outcome.rank}`;
      return `  lost ${line(outcome)} ${rank}, lost to ${to?.articleId ?? 'nothing'}${by}`;
    }),
    ...article.shown.map((outcome) => `  near miss ${line(outcome)} shown, but it is not for this`),
    ...(withShaken
      ? article.shaken.map((outcome) => `  shaken ${line(outcome)} passes by ${outcome.lead?.toFixed(3)}`)
      : []),
  ];
}

function describeShares({ questions, first, top3, nearMisses, held }: TestShares): string {
  const lines = nearMisses > 0 ? `; ${nearMisses} near misses, held ${percent(held)}` : '';
  return `${questions} questions, first ${percent(first)}, among three ${percent(top3)}${lines}`;
}

function line({ lang, question }: RetrievalOutcome): string {
  return `${lang} "${cut(question)}":`;
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(1)} %`;
}

function cut(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
