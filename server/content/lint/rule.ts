import type { Problem, Severity } from '../../domain/problem.ts';
import type { BankView } from './bank-view.ts';
import type { TextView } from './text-view.ts';

/** Where something is: path from the content folder, line and column from 1. */
export type Place = Pick<Problem, 'path' | 'line' | 'column'>;

/** What a rule found. `severity` and `fix` take the place of the rule's own. */
export interface Finding {
  place: Place;
  message: string;
  severity?: Severity;
  fix?: string;
}

/** One thing that is checked, in every text by itself (`text`), over the whole bank (`bank`), or both. */
export interface Rule {
  id: string;
  severity: Severity;
  /** What to do about it. */
  fix: string;
  text?(view: TextView): Finding[];
  bank?(texts: TextView[], view: BankView): Finding[];
}
