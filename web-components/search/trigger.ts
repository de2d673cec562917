/** Hosts and the Greek keyboard have these for themselves. */
const TAKEN = /[?;/\p{L}\p{N}\s]/u;
/** Longest words searched for from the reply box, in characters. */
const LONGEST = 60;

/** Where a trigger was typed, and what stands after it. */
export interface Typed {
  start: number;
  end: number;
  words: string;
}

/** The trigger an attribute names; '' where it names none that may be used, which is the integrator's to see. */
export function usableTrigger(given: string): string {
  if (given === '') return '';
  if (given.length >= 2 && given.length <= 4 && !TAKEN.test(given)) return given;
  console.warn(`Erfara: inline-trigger="${given}" cannot be used. Give "++".`);
  return '';
}

/** The trigger before the caret with the words after it: at the start of a line or after a space, in one line. */
export function typedTrigger(text: string, caret: number, trigger: string): Typed | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf(trigger);
  if (start < 0 || (start > 0 && !/\s/.test(before.charAt(start - 1)))) return null;
  const words = before.slice(start + trigger.length);
  if (words.length > LONGEST || /[\r\n]/.test(words) || words.startsWith(trigger.charAt(0))) return null;
  return { start, end: caret, words };
}
