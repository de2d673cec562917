/** Digits with nothing between them. */
export interface DigitGroup {
  digits: string;
  start: number;
  end: number;
}

/** Groups of digits that only spaces, dots, dashes, slashes or brackets keep apart. */
export interface NumberRun {
  groups: DigitGroup[];
  /** True when a plus stands before the first group. */
  international: boolean;
}

const BETWEEN = /^[ \u00a0\u202f.\-\u2010-\u2013/()]{1,3}$/;

/** Every run of digits that touches no letter, in order. */
export function numberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = [];
  let open: NumberRun | null = null;
  let end = -1;
  for (const match of text.matchAll(/\d+/g)) {
    const group = { digits: match[0], start: match.index, end: match.index + match[0].length };
    const joined = open !== null && group.start - end <= 3 && BETWEEN.test(text.slice(end, group.start));
    end = group.end;
    const whole = !touchesLetter(text, group);
    if (!whole) open = null;
    else if (open && joined) open.groups.push(group);
    else {
      open = { groups: [group], international: /\+[ (]?$/.test(text.slice(Math.max(0, group.start - 2), group.start)) };
      runs.push(open);
    }
  }
  return runs;
}

function touchesLetter(text: string, { start, end }: DigitGroup): boolean {
  return /[\p{L}_]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[\p{L}_]/u.test(text.slice(end, end + 2));
}
