import { distance } from 'fastest-levenshtein';
import type { LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';
import { isLink } from './answering.ts';
import { type Figure, groupedBy, median, share } from './figure.ts';

/** Longer texts are compared as far as here: the time goes by the square. */
const COMPARED = 4_000;
/** A greeting or a sign-off stands alone on its line. */
const SHORT_LINE = 40;

/** Events without those that were taken back, and without the taking back. */
export function standing(events: LedgerEvent[]): LedgerEvent[] {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  return events.filter(({ id, type }) => type !== 'undo' && !undone.has(id));
}

/**
 * Edit distance: the median share of the answer that agents changed before they sent it. 0 = sent as it was, 1 = nothing of
 * it is left. Levenshtein distance over the longer text, without greeting and sign-off. `answers` are the article's replies.
 */
export function editDistance(events: LedgerEvent[], answers: (event: LedgerEvent) => string[]): Figure {
  const changed = events.flatMap((event) => {
    if (event.type !== 'sent' || event.text === undefined || event.article === undefined) return [];
    const part = leastChanged(answers(event), event.text);
    return part === null ? [] : [{ event, part }];
  });
  return { value: median(changed.map(({ part }) => part)), behind: changed.map(({ event }) => event) };
}

/** How much of an answer was changed, 0 to 1. */
export function changedShare(answer: string, sent: string): number {
  const [a, b] = [bare(answer), bare(withoutEnds(sent))];
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : distance(a, b) / longest;
}

/** Answers that share most words with what was sent; the nearest is among them. */
const COMPARED_ANSWERS = 3;

/** How much was changed of the answer that comes nearest. Most are sent as they were: then the others are not looked at. */
function leastChanged(answers: string[], sent: string): number | null {
  const all = prepared(answers);
  const b = bare(withoutEnds(sent));
  if (all.some(({ text }) => text === b)) return 0;
  const words = [...new Set(b.split(' '))];
  const shares = all
    .map(({ text, words: own }) => {
      const shared = words.filter((word) => own.has(word)).length;
      return { text, alike: shared / (words.length + own.size) };
    })
    .sort((one, other) => other.alike - one.alike)
    .slice(0, COMPARED_ANSWERS)
    .map(({ text }) => distance(text, b) / Math.max(text.length, b.length));
  return shares.length === 0 ? null : Math.min(...shares);
}

interface Prepared {
  text: string;
  words: Set<string>;
}

const known = new WeakMap<string[], Prepared[]>();

/** The same list is asked for again with every reply that was made of it. */
function prepared(answers: string[]): Prepared[] {
  const all =
    known.get(answers) ??
    answers.map((answer) => {
      const text = bare(answer);
      return { text, words: new Set(text.split(' ')) };
    });
  known.set(answers, all);
  return all;
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, COMPARED);
}

/** Without the greeting and the sign-off, which are added when an answer is inserted. */
function withoutEnds(text: string): string {
  const lines = text.trim().split(/\n+/);
  const isEnd = (line: string | undefined) => line !== undefined && line.trim().length <= SHORT_LINE;
  if (lines.length > 1 && isEnd(lines[0])) lines.shift();
  while (lines.length > 1 && isEnd(lines.at(-1))) lines.pop();
  return lines.join('\n');
}

/**
 * Time to reply: the median of the seconds from the customer's message to the reply that was sent, among replies made with a
 * suggestion, or among those without. The message is the one that the event names, else the case's last before it.
 */
export function timeToReply(queries: LedgerQuery[], events: LedgerEvent[], withSuggestion: boolean): Figure {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const byCase = groupedBy(
    queries.filter((query) => query.case !== null),
    (query) => query.case,
  );
  const links = new Set(
    events.filter(isLink).flatMap((event) => [event.requestId, event.case].filter((each) => each !== undefined)),
  );
  const replied = events.flatMap((event) => {
    if (event.type !== 'sent') return [];
    const before = (byCase.get(event.case ?? null) ?? []).filter(({ at }) => at <= event.at);
    const query = byId.get(event.requestId ?? '') ?? before.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
    const helped = event.article !== undefined || links.has(event.requestId ?? '') || links.has(event.case ?? '');
    const seconds = query ? (Date.parse(event.at) - Date.parse(query.at)) / 1_000 : -1;
    return seconds < 0 || helped !== withSuggestion ? [] : [{ event, seconds }];
  });
  return { value: median(replied.map(({ seconds }) => seconds)), behind: replied.map(({ event }) => event) };
}

/** Link rate: of the cases in which something was sent or taken, those to which an article is linked. */
export function linkRate(events: LedgerEvent[]): Figure {
  const concerned = events.filter((event) => event.case !== undefined && (event.type === 'sent' || isLink(event)));
  const cases = new Set(concerned.map((event) => event.case));
  const linked = new Set(linksOf(events).map((event) => event.case));
  const part = [...cases].filter((each) => linked.has(each)).length;
  return { value: share(part, cases.size), behind: concerned };
}

/** Taken answers that were not unlinked from their case again. */
function linksOf(events: LedgerEvent[]): LedgerEvent[] {
  const unlinked = new Set(events.filter(({ type }) => type === 'unlink').map(nameOf));
  return events.filter((event) => event.case !== undefined && isLink(event) && !unlinked.has(nameOf(event)));
}

function nameOf({ case: ref, article }: LedgerEvent): string {
  return `${ref} ${article?.id}`;
}

/** Reuse against new cases: of the answers taken and the solved cases written down, the answers taken (one for a case and article). */
export function reuse(events: LedgerEvent[], newCases: number): Figure {
  const links = linksOf(events);
  const taken = new Set(links.map(nameOf)).size;
  return { value: share(taken, taken + newCases), behind: links };
}
