export type Severity = 'error' | 'warning' | 'hint';

/** One finding of a lint rule. `path` is relative to the content folder; line and column count from 1. */
export interface Problem {
  path: string;
  line: number;
  column: number;
  rule: string;
  severity: Severity;
  message: string;
  /** What to do about it. */
  fix: string;
}
