const SPOKEN = new Set(['phone', 'store']);

/** Replies on this channel are read aloud by the agent, where the server has not said. */
export function isSpoken(channel: string): boolean {
  return SPOKEN.has(channel);
}
