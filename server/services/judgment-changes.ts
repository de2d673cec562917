import { createHash } from 'node:crypto';
import type { RetrievalOutcome } from './test-retrieval.ts';

/** Passing by less than this, in log-odds of relevance, is passing by little: odds of 3 to 2 where 1 to 1 would fail. */
export const LITTLE = 0.4;
/** A lead has to shrink by this much to count as shaken: less is noise. */
const SHRUNK = 0.1;

/** A line before and after a change; null where it is not there. */
export interface Compared {
  id: string;
  before: RetrievalOutcome | null;
  after: RetrievalOutcome;
}

export interface JudgmentChanges {
  gained: Compared[];
  lost: Compared[];
  shaken: Compared[];
  failing: Compared[];
}

/** Sorts the lines that a change moved, the least sure first. A line that the change takes away is none of them. */
export function judgmentChanges(
  before: Iterable<RetrievalOutcome>,
  after: Iterable<RetrievalOutcome>,
): JudgmentChanges {
  const known = new Map([...before].map((outcome) => [judgmentId(outcome), outcome]));
  const compared = new Map<string, Compared>();
  for (const outcome of after) {
    const id = judgmentId(outcome);
    compared.set(id, { id, before: known.get(id) ?? null, after: outcome });
  }
  const all = [...compared.values()].sort((a, b) => (a.after.lead ?? 0) - (b.after.lead ?? 0));
  const of = (wanted: (pair: Compared) => boolean) => all.filter(wanted);
  return {
    gained: of((pair) => !pair.before?.passes && pair.after.passes),
    lost: of((pair) => pair.before?.passes === true && !pair.after.passes),
    shaken: of((pair) => pair.before?.passes === true && pair.after.passes && isShaken(pair.before, pair.after)),
    failing: of((pair) => pair.before === null && !pair.after.passes),
  };
}

/** Names a line: by what it is of, and its words. */
export function judgmentId({ kind, articleId, lang, question }: RetrievalOutcome): string {
  return createHash('sha256').update([kind, articleId, lang, question].join('\n')).digest('hex').slice(0, 16);
}

function isShaken(before: RetrievalOutcome, after: RetrievalOutcome): boolean {
  if (after.kind === 'question' && (after.rank ?? 0) > (before.rank ?? 0)) return true;
  if (before.lead === null || after.lead === null) return false;
  return after.lead < LITTLE && before.lead - after.lead >= SHRUNK;
}
