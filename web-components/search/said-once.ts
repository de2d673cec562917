import type { Why } from '../../server/http/contract.ts';

/** Shorter pieces of a passage stand in many texts. */
const PIECE = 20;

/**
 * What a search found in the very reply that is shown: its words, as ranges in `reply`. Null where the reply says something
 * else, so that both are worth reading. A passage has "…" where a reply has its values.
 */
export function foundIn(reply: string, { text, highlights }: Why): [number, number][] | null {
  const pieces = text.split(/(?<=[.!?…\n])\s+|…/).map((piece) => piece.trim());
  if (!pieces.some((piece) => piece.length >= PIECE && reply.includes(piece))) return null;
  const words = new Set(highlights.map(([start, end]) => text.slice(start, end)));
  return [...words].flatMap((word): [number, number][] => {
    const at = reply.search(new RegExp(`(?<!\\p{L})${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?!\\p{L})`, 'u'));
    return at < 0 ? [] : [[at, at + word.length]];
  });
}
