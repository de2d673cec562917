import type { Conversation } from './conversation.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';
import { greek } from './greek.ts';
import { norwegian } from './norwegian.ts';
import { swedish } from './swedish.ts';

/** The demo's inbox, the latest first. Every name is made up. */
export function conversations(): Conversation[] {
  return [...swedish, ...norwegian, ...danish, ...finnish, ...greek, ...english].sort((a, b) => age(a) - age(b));
}

/** Minutes since the latest turn. */
export function age(conversation: Conversation): number {
  return conversation.turns.at(-1)?.minutesAgo ?? 0;
}
