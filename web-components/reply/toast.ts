import type { Strings } from '../suggest/strings/strings.ts';
import { fill } from '../words.ts';

/** The last thing done, in words, and how to undo it. */
export interface Toast {
  kind:
    | 'inserted'
    | 'undone'
    | 'copied'
    | 'copyRefused'
    | 'usedNoted'
    | 'unlinked'
    | 'hidden'
    | 'noneFitThanks'
    | 'thanks'
    | 'blanksHeld'
    | 'blanksSent';
  /** What the words name. */
  names?: string[];
  /** Blanks were inserted that Tab goes through. */
  blanks?: boolean;
  undo?: () => void;
  /** Reasons the agent may add, and what choosing one does. */
  because?: (reason: string) => void;
}

/** A toast in words. */
export function toastText({ kind, names = [] }: Toast, strings: Strings): string {
  return fill(strings[kind], { names: names.join(', ') });
}
