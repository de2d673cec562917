import { type ListWorkDeps, listWork } from './services/work/list-work.ts';
import type { WorkSource } from './services/work/work-source.ts';

/** The editors' work queue, with everything that puts items into it. */
export function composeWork({ bank }: Pick<ListWorkDeps, 'bank'>) {
  const sources: WorkSource[] = [];
  return { listWork: listWork({ bank, sources }) };
}
