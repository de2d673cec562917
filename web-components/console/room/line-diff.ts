import { diffComm } from 'node-diff3';
import type { DiffPart } from '../../../server/http/contract.ts';

/** Lines around a change that are shown. */
const AROUND = 2;

/** What tells two texts apart, line by line; long runs of the same are cut to their ends. */
export function lineDiff(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [];
  let [old, now] = [1, 1];
  const add = (kind: DiffPart['kind'], line: number, lines: string[]) => {
    if (lines.length > 0) parts.push({ kind, line, lines });
  };
  for (const piece of diffComm(before.split('\n'), after.split('\n'))) {
    if ('common' in piece && piece.common) {
      add('same', now, piece.common);
      old += piece.common.length;
      now += piece.common.length;
    } else {
      const { buffer1 = [], buffer2 = [] } = piece as { buffer1?: string[]; buffer2?: string[] };
      add('removed', old, buffer1);
      add('added', now, buffer2);
      old += buffer1.length;
      now += buffer2.length;
    }
  }
  if (parts.every(({ kind }) => kind === 'same')) return [];
  return parts.flatMap((part, i) => (part.kind === 'same' ? cut(part, i === 0, i === parts.length - 1) : [part]));
}

function cut(part: DiffPart, first: boolean, last: boolean): DiffPart[] {
  const { line, lines } = part;
  if (lines.length <= AROUND * 2 + 1 && !first && !last) return [part];
  const head = first ? [] : lines.slice(0, AROUND);
  const tail = last ? [] : lines.slice(-AROUND);
  return [
    ...(head.length > 0 ? [{ ...part, lines: head }] : []),
    ...(tail.length > 0 ? [{ ...part, line: line + lines.length - tail.length, lines: tail }] : []),
  ];
}

/** A piece of a line, and whether the other line lacks it. */
export interface Words {
  text: string;
  own: boolean;
}

/** Two versions of a line, word by word; null when they have too little in common for that to help. */
export function wordDiff(before: string, after: string): { before: Words[]; after: Words[] } | null {
  const split = (line: string) => line.match(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
  const [old, now] = [split(before), split(after)];
  if (old.length * now.length > 400_000) return null;
  const sides: { before: Words[]; after: Words[] } = { before: [], after: [] };
  let same = 0;
  for (const piece of diffComm(old, now)) {
    if ('common' in piece && piece.common) {
      const text = piece.common.join('');
      same += text.length;
      sides.before.push({ text, own: false });
      sides.after.push({ text, own: false });
    } else {
      const { buffer1 = [], buffer2 = [] } = piece as { buffer1?: string[]; buffer2?: string[] };
      if (buffer1.length > 0) sides.before.push({ text: buffer1.join(''), own: true });
      if (buffer2.length > 0) sides.after.push({ text: buffer2.join(''), own: true });
    }
  }
  return same * 3 < Math.max(before.length, after.length) ? null : sides;
}
