import { diff3Merge, diffIndices } from 'node-diff3';
import type { DiffPart } from '../domain/history.ts';

/** Longer texts are taken as changed from end to end: comparing takes time by the square of what repeats. */
const MOST_LINES = 4_000;
/** Lines around a change that are shown. */
const AROUND = 3;

/** A text as its lines, each with its line end, so that nothing is lost when they are joined. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Runs of lines, [start, end) in each text, in which `before` and `after` differ. */
export function changedRuns(
  before: string[],
  after: string[],
): { before: [number, number]; after: [number, number] }[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (a.length === 0 && b.length === 0) return [];
  if (a.length > MOST_LINES || b.length > MOST_LINES) {
    return [{ before: [start, start + a.length], after: [start, start + b.length] }];
  }
  return diffIndices(a, b).map(({ buffer1: [i, n], buffer2: [j, m] }) => ({
    before: [start + i, start + i + n],
    after: [start + j, start + j + m],
  }));
}

/** What tells two texts apart, with three lines around each change. */
export function diffOf(before: string, after: string): DiffPart[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const parts: DiffPart[] = [];
  const shown = (lines: string[]) => lines.map((line) => line.replace(/\r?\n$/, ''));
  const add = (kind: DiffPart['kind'], from: number, lines: string[]) => {
    if (lines.length > 0) parts.push({ kind, line: from + 1, lines: shown(lines) });
  };
  let at = 0;
  const runs = changedRuns(a, b);
  for (const [i, run] of runs.entries()) {
    const [from, until] = run.after;
    const first = i === 0;
    if (first || from - at > 2 * AROUND) {
      if (!first) add('same', at, b.slice(at, at + AROUND));
      const begin = Math.max(first ? 0 : at, from - AROUND);
      add('same', begin, b.slice(begin, from));
    } else add('same', at, b.slice(at, from));
    add('removed', run.before[0], a.slice(...run.before));
    add('added', from, b.slice(from, until));
    at = until;
  }
  if (runs.length > 0) add('same', at, b.slice(at, at + AROUND));
  return parts;
}

/**
 * Puts two changes of one text together, line by line (diff3: Khanna, Kunal and Pierce, 2007). null where both changed the
 * same lines, or lines that touch, differently.
 */
export function mergeTexts(base: string, ours: string, theirs: string): string | null {
  const texts = [linesOf(ours), linesOf(base), linesOf(theirs)] as const;
  if (texts.some((lines) => lines.length > MOST_LINES)) return null;
  const merged: string[] = [];
  for (const region of diff3Merge(...texts, { excludeFalseConflicts: true })) {
    if (!region.ok) return null;
    merged.push(...region.ok);
  }
  return merged.join('');
}
