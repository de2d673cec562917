import { timesSent } from './already-sent.ts';

/** The thread a reply is for. */
export interface Thread {
  /** What tells it from others: the host's reference, else the customer's words. */
  key: string;
  /** What we have written in it, whoever of us. */
  sent: string[];
}

/**
 * An article's wordings in the order they are offered in a thread: what was sent there least comes first; of those as
 * often sent, the thread says where to begin, so that many customers at once do not all read the same words.
 */
export function wordingsInTurn<W extends { markdown: string }>(wordings: W[], thread: Thread): W[] {
  const start = wordings.length > 1 ? spread(thread.key) % wordings.length : 0;
  return [...wordings.slice(start), ...wordings.slice(0, start)]
    .map((wording) => ({ wording, sent: timesSent(wording.markdown, thread.sent) }))
    .sort((a, b) => a.sent - b.sent)
    .map(({ wording }) => wording);
}

/** FNV-1a: the same key is the same number in every process. */
function spread(key: string): number {
  let hash = 2_166_136_261;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
