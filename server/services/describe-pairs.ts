import type { Bank } from '../ports/article-store.ts';
import type { CompetingPair, Wording } from './competing-pairs.ts';

const MOST_PAIRS = 40;
const MOST_QUESTIONS = 12;

/** The report on articles that compete, as Markdown. */
export function describePairs(pairs: CompetingPair[], bank: Pick<Bank, 'articles'>): string {
  const title = (id: string) => bank.articles.find((article) => article.id === id)?.texts[0]?.title ?? id;
  const shown = pairs.slice(0, MOST_PAIRS);
  const rest = pairs.length - shown.length;
  const lines = [
    '# Articles that compete',
    '',
    "Each question below was asked with itself left out, and another article came before its own. The words under it stand in one article and hardly in the other; putting them into the title or the questions separates the two. What is proposed is each article's own words or its rival's questions: read it before you use it.",
    '',
    pairs.length === 0 ? 'No article outranks another for its questions.' : `${pairs.length} pairs, the worst first.`,
    ...shown.flatMap(({ articles: [a, b], lost, wording }) => [
      '',
      `## ${a} and ${b}`,
      '',
      `${title(a)} / ${title(b)}`,
      '',
      ...lost
        .slice(0, MOST_QUESTIONS)
        .map(
          ({ outcome, to }) =>
            `- ${outcome.lang} “${outcome.question}” is of ${outcome.articleId} (rank ${outcome.rank ?? 'none'}), but ${to.articleId} came ${to.rank === 1 ? 'first' : `at ${to.rank}`}${to.why ? `, by its ${to.why.kind} “${cut(to.why.text)}”` : ''}`,
        ),
      ...(lost.length > MOST_QUESTIONS ? [`- and ${lost.length - MOST_QUESTIONS} more`] : []),
      ...wording.flatMap(describeWording),
    ]),
    ...(rest > 0 ? ['', `And ${rest} pairs more.`] : []),
    '',
  ];
  return lines.join('\n');
}

function describeWording({ articleId, lang, telling, notInTitle, notInQuestions, notFor }: Wording): string[] {
  const questions = notInQuestions.length > 0 ? `; no question of it has ${notInQuestions.join(', ')}` : '';
  const bare = notInTitle.length > 0 && notInTitle.length === telling.length;
  const told =
    telling.length > 0
      ? [
          `**${articleId}.${lang}** is told by ${telling.join(', ')}${questions}${bare ? '; its title has none of them' : ''}.`,
        ]
      : [];
  const proposed =
    notFor.length > 0
      ? [
          '',
          '```yaml',
          `# ${articleId}.${lang}`,
          'not_for:',
          ...notFor.map((line) => `  - ${JSON.stringify(line)}`),
          '```',
        ]
      : [];
  return told.length + proposed.length > 0 ? ['', ...told, ...proposed] : [];
}

function cut(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
