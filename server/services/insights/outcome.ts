import type { LedgerEvent } from '../../ports/ledger.ts';
import { isLink } from './answering.ts';
import { type Figure, groupedBy, share } from './figure.ts';

const WEEK = 7 * 86_400_000;

/**
 * Solved on first reply: of the cases that were resolved, those with exactly one reply before and that were not reopened
 * within seven days. `all` holds what happened to these cases before and after, too.
 */
export function solvedOnFirstReply(events: LedgerEvent[], all: LedgerEvent[]): Figure {
  const resolved = firstResolved(events);
  const byCase = groupedBy(all, (event) => event.case);
  const solved = resolved.filter((end) => {
    const own = byCase.get(end.case) ?? [];
    const replies = new Set(
      own.filter(({ type, at }) => type === 'sent' && at <= end.at).map(({ requestId, id }) => requestId ?? id),
    );
    return replies.size === 1 && !isReopened(end, own);
  });
  return { value: share(solved.length, resolved.length), behind: resolved };
}

/** Reopened within seven days: of the cases that were resolved, those that were opened again within seven days. */
export function reopened(events: LedgerEvent[], all: LedgerEvent[]): Figure {
  const resolved = firstResolved(events);
  const byCase = groupedBy(all, (event) => event.case);
  const again = resolved.filter((end) => isReopened(end, byCase.get(end.case) ?? []));
  return { value: share(again.length, resolved.length), behind: resolved };
}

function firstResolved(events: LedgerEvent[]): LedgerEvent[] {
  const first = new Map<string, LedgerEvent>();
  for (const event of [...events].sort((a, b) => a.at.localeCompare(b.at))) {
    if (event.type === 'resolved' && event.case !== undefined && !first.has(event.case)) first.set(event.case, event);
  }
  return [...first.values()];
}

function isReopened({ at }: LedgerEvent, own: LedgerEvent[]): boolean {
  const end = Date.parse(at);
  return own.some(
    (event) => event.type === 'reopened' && Date.parse(event.at) >= end && Date.parse(event.at) - end <= WEEK,
  );
}

/** Rating: the mean of what customers gave, 1 to 5. The number stands in the event's `reason`, else in its `text`. */
export function rating(events: LedgerEvent[]): Figure {
  const given = events.flatMap((event) => {
    const value = event.type === 'rating' ? Number.parseFloat(event.reason ?? event.text ?? '') : Number.NaN;
    return value >= 1 && value <= 5 ? [{ event, value }] : [];
  });
  const sum = given.reduce((total, { value }) => total + value, 0);
  return { value: given.length === 0 ? null : sum / given.length, behind: given.map(({ event }) => event) };
}

/** Cases of a cause: the cases in which an answer was taken or sent whose cause this is (an owner's, or an article's). */
export function casesOf(events: LedgerEvent[], isOfCause: (articleId: string) => boolean): Figure {
  const own = events.filter(
    (event) => event.article && (isLink(event) || event.type === 'sent') && isOfCause(event.article.id),
  );
  return { value: new Set(own.map((event) => event.case ?? event.requestId ?? event.id)).size, behind: own };
}
