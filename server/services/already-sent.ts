import type { Article } from '../domain/article.ts';
import { withoutMarkers } from '../domain/optional-paragraph.ts';
import type { SuggestInput } from '../domain/suggestion.ts';

/** Words in a row that are compared: long enough that two different answers hardly share one by chance. */
const RUN = 4;
/** The share of an answer's runs that the agent's own turn must hold, for it to count as sent. */
const SHARE = 0.5;

/** True when an agent's turn in this conversation already holds one of the article's replies, edited or not. */
export function alreadySent(article: Article, turns: SuggestInput['turns']): boolean {
  const sent = (turns ?? []).filter((turn) => turn.from === 'agent').map((turn) => new Set(runs(turn.text)));
  if (sent.length === 0) return false;
  const replies = article.texts.flatMap((text) => text.sections.filter((section) => section.name === 'reply'));
  return replies.some((reply) => sent.some((turn) => holds(turn, reply.markdown)));
}

/** How many of the turns, hold an answer, edited or not. */
export function timesSent(answer: string, turns: string[]): number {
  return turns.filter((turn) => holds(new Set(runs(turn)), answer)).length;
}

function holds(turn: Set<string>, answer: string): boolean {
  const own = runs(answer);
  return own.length > 0 && own.filter((run) => turn.has(run)).length / own.length >= SHARE;
}

function runs(text: string): string[] {
  const words =
    withoutMarkers(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
}
