import { bodyOfReply } from './body-of-reply.ts';
import type { CaptureFields } from './drafts.ts';

/** Characters of a prefilled text; below what the server takes, since a variable may be longer than what it stands for. */
const LONGEST_QUESTION = 1_700;
const LONGEST_SOLUTION = 9_000;

/** The fields as they begin, of what the customer wrote and what they were sent. */
export function prefill(solved: {
  question: string;
  solution: string;
  variables: Record<string, string>;
}): CaptureFields {
  const { customer, agent } = namesIn(solved.variables);
  return {
    question: shortened(solved.question.trim(), LONGEST_QUESTION),
    solution: shortened(bodyOfReply(solved.solution, { customer, agent }), LONGEST_SOLUTION),
    title: '',
    tags: '',
  };
}

/** The first names that the host knows. */
export function namesIn(variables: Record<string, string>): { customer?: string; agent?: string } {
  const customer = variables['customer.first_name']?.trim();
  const agent = variables['agent.first_name']?.trim();
  return { ...(customer ? { customer } : {}), ...(agent ? { agent } : {}) };
}

export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** As the bank writes tags: "hitte gods" -> "hitte-gods". */
export function asTag(words: string): string {
  return words
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 60);
}

/** A customer's long message, cut between words: what they asked stands at its beginning. */
function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
}
