import type { LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';
import { type Figure, median, share } from './figure.ts';

const LINKING = new Set<LedgerEvent['type']>(['insert', 'copy', 'used']);
const NO_QUESTION = new Set<string | null>(['no-question', 'empty-query']);

/** What was asked, without thanks and empty words. */
export function questionsOf(queries: LedgerQuery[]): LedgerQuery[] {
  return queries.filter(({ asks }) => asks.length > 0 && !asks.every(({ reason }) => NO_QUESTION.has(reason)));
}

/** An agent took an answer: inserted it, copied it, or said that it was used. */
export function isLink({ type }: LedgerEvent): boolean {
  return LINKING.has(type);
}

function isAnswered({ asks }: LedgerQuery): boolean {
  return asks.some(({ article }) => article !== null);
}

/** Questions: messages that asked something. */
export function questions(queries: LedgerQuery[]): Figure {
  const asked = questionsOf(queries);
  return { value: asked.length, behind: asked };
}

/** Answered share: of the questions, those for which an article was suggested for at least one thing that they ask. */
export function answeredShare(queries: LedgerQuery[]): Figure {
  const asked = questionsOf(queries);
  return { value: share(asked.filter(isAnswered).length, asked.length), behind: asked };
}

/** Abstention: of the questions, those with something that was left unanswered for this reason. */
export function abstention(queries: LedgerQuery[], reason: string): Figure {
  const asked = questionsOf(queries);
  const silent = asked.filter(({ asks }) => asks.some((ask) => ask.reason === reason));
  return { value: share(silent.length, asked.length), behind: asked };
}

/** Acceptance: of the questions for which something was suggested, those for which an agent took an answer. */
export function acceptance(queries: LedgerQuery[], events: LedgerEvent[]): Figure {
  const answered = questionsOf(queries).filter(isAnswered);
  const taken = new Set(events.filter(isLink).map(({ requestId }) => requestId));
  return { value: share(answered.filter(({ id }) => taken.has(id)).length, answered.length), behind: answered };
}

/** Time to insert: the median of the seconds from when suggestions were shown until the first of them was taken. */
export function timeToInsert(events: LedgerEvent[]): Figure {
  const shownAt = new Map<string, number>();
  for (const { type, requestId, at } of events) {
    if (type !== 'impression' || requestId === undefined) continue;
    shownAt.set(requestId, Math.min(shownAt.get(requestId) ?? Number.POSITIVE_INFINITY, Date.parse(at)));
  }
  const first = new Map<string, { event: LedgerEvent; seconds: number }>();
  for (const event of events.filter(isLink)) {
    const since = event.requestId === undefined ? undefined : shownAt.get(event.requestId);
    if (since === undefined || event.requestId === undefined) continue;
    const seconds = (Date.parse(event.at) - since) / 1_000;
    const known = first.get(event.requestId);
    if (seconds >= 0 && (!known || seconds < known.seconds)) first.set(event.requestId, { event, seconds });
  }
  const all = [...first.values()];
  return { value: median(all.map(({ seconds }) => seconds)), behind: all.map(({ event }) => event) };
}

/**
 * Coverage: of the questions, those whose suggested article has a Reply that could be sent as it is: in the customer's
 * language, or so that it suits the channel. `canSend` asks the bank as it is now.
 */
export function coverage(queries: LedgerQuery[], canSend: (query: LedgerQuery, articleId: string) => boolean): Figure {
  const asked = questionsOf(queries);
  const covered = asked.filter((query) =>
    query.asks.some(({ article }) => article !== null && canSend(query, article.id)),
  );
  return { value: share(covered.length, asked.length), behind: asked };
}

/** Top questions: the articles that were suggested first for the most questions, each with how many. */
export function topArticles(queries: LedgerQuery[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { asks } of questionsOf(queries)) {
    for (const id of new Set(asks.flatMap(({ article }) => article?.id ?? [])))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, most)
    .map(([id]) => id);
}

/** Questions for which an article was suggested first. */
export function askedFor(queries: LedgerQuery[], id: string): Figure {
  const asked = questionsOf(queries).filter(({ asks }) => asks.some(({ article }) => article?.id === id));
  return { value: asked.length, behind: asked };
}

/** Acceptance of one article: of the questions for which it was suggested first, those for which an agent took it. */
export function acceptanceOf(id: string, queries: LedgerQuery[], events: LedgerEvent[]): Figure {
  const asked = questionsOf(queries).filter(({ asks }) => asks.some(({ article }) => article?.id === id));
  const taken = new Set(
    events.filter((event) => isLink(event) && event.article?.id === id).map(({ requestId }) => requestId),
  );
  return { value: share(asked.filter((query) => taken.has(query.id)).length, asked.length), behind: asked };
}
