import type { Problem } from '../../../server/http/contract.ts';
import { type Splice, setField } from './front-matter.ts';

/** What a click does about a finding. */
export interface Fix {
  /** Key of the word on its button. */
  name: 'fixRemove' | 'fixReplace' | 'fixUpToDate' | 'fixSame' | 'fixMark';
  splice: Splice;
}

type Find = (source: string, at: number, message: string) => Splice | null;

/** The offset of a place that counts lines and columns from 1. */
export function offsetOf(source: string, { line, column }: Pick<Problem, 'line' | 'column'>): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const next = source.indexOf('\n', start);
    if (next === -1) return source.length;
    start = next + 1;
  }
  const end = source.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? source.length : end);
}

const FIXES: Record<string, [Fix['name'], Find]> = {
  'greeting-in-body': ['fixRemove', (source, at) => removed(source, at, /^[^\n,!.]{1,40}[,!.]*\s*/)],
  'sign-off-in-body': ['fixRemove', (source, at) => removed(source, at, /^[^\n]+(?:\n(?!#)[^\n]+)*/)],
  'optional-paragraph': ['fixMark', (source, at) => replaced(source, at, /^<!--[\s\S]*?-->/, '<!-- optional -->')],
  'personal-data': [
    'fixReplace',
    (source, at, message) =>
      message.includes('booking number') ? replaced(source, at, /^[\p{L}\p{N}-]+/u, '{{order.number}}') : null,
  ],
  'stale-translation': [
    'fixUpToDate',
    (source, at, message) => {
      const hash = /its hash is now ([0-9a-f]{64})/.exec(message)?.[1];
      return hash ? replaced(source, at, /^(?:hash:\s*)?["']?[0-9a-f]{6,64}["']?/, hash) : null;
    },
  ],
  'texts-disagree': [
    'fixSame',
    (source, _, message) => {
      const [, field, there] = /^(\w+) is .* here and (.+) in \S+\.$/.exec(message) ?? [];
      if (!field || !there || field === 'applies_to') return null;
      const value = fromJson(there);
      return value === undefined ? null : setField(source, field, value ?? undefined);
    },
  ],
};

/** The fix of a finding, where one is sure to be meant. */
export function fixFor(problem: Problem, source: string): Fix | null {
  const known = FIXES[problem.rule];
  const splice = known?.[1](source, offsetOf(source, problem), problem.message);
  if (!known || !splice || splice.insert === source.slice(splice.from, splice.to)) return null;
  return { name: known[0], splice };
}

/** Takes words away; what follows them in the sentence begins with a capital then. */
function removed(source: string, at: number, words: RegExp): Splice | null {
  const found = words.exec(source.slice(at))?.[0];
  if (!found) return null;
  const next = source.slice(at + found.length, at + found.length + 1);
  const sentence = /\p{Ll}/u.test(next);
  return { from: at, to: at + found.length + (sentence ? 1 : 0), insert: sentence ? next.toLocaleUpperCase() : '' };
}

function replaced(source: string, at: number, words: RegExp, insert: string): Splice | null {
  const found = words.exec(source.slice(at))?.[0];
  if (!found) return null;
  const prefix = /^hash:\s*/.exec(found)?.[0] ?? '';
  return { from: at + prefix.length, to: at + found.length, insert };
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
