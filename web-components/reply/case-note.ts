import type { Strings } from '../suggest/strings/strings.ts';

export interface CaseNote {
  /** What the customer asked, as the agent noted it. */
  question: string;
  /** What the customer was told. */
  answer: string;
  articleId: string;
  at: Date;
}

/** What was asked and answered on the phone or in the store, as plain text for the host's case. */
export function caseNote({ question, answer, articleId, at }: CaseNote, strings: Strings): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return [
    `${date} ${two(at.getHours())}:${two(at.getMinutes())}`,
    `${strings.customerQuestion}: ${question.trim()}`,
    `${strings.reply}: ${answer.trim()}`,
    `${strings.article}: ${articleId}`,
  ].join('\n');
}
