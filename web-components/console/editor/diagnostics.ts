import type { Diagnostic } from '@codemirror/lint';
import type { Problem } from '../../../server/http/contract.ts';
import { fixFor, offsetOf } from './fixes.ts';
import type { Splice } from './front-matter.ts';
import type { EditorWords } from './strings/strings.ts';

/** Findings as the editor marks them: in the margin and under the words, with the fix where there is one. */
export function diagnosticsOf(
  problems: Problem[],
  source: string,
  by: { strings: EditorWords; apply: (splice: Splice) => void },
): Diagnostic[] {
  return problems.map((problem) => {
    const from = offsetOf(source, problem);
    const end = source.indexOf('\n', from);
    const rest = source.slice(from, end === -1 ? source.length : end);
    const to = from + (/^\S+/.exec(rest)?.[0].length ?? 0);
    const fix = fixFor(problem, source);
    return {
      from,
      to,
      severity: problem.severity,
      message: `${problem.message} ${problem.fix}`,
      ...(fix ? { actions: [{ name: by.strings[fix.name], apply: () => by.apply(fix.splice) }] } : {}),
    };
  });
}
