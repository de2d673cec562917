import { setTimeout } from 'node:timers/promises';
import { ErfaraError } from '../domain/errors.ts';
import type { Bank } from '../ports/article-store.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import type { TestedBank } from './retest.ts';
import type { TestBankInput, TestMemory } from './tested-bank.ts';

/** How long a caller waits for the bank's lines to be tried; then they are tried on, and it is told to come back. */
const PATIENCE_MS = 12_000;
const COME_BACK_S = 10;
/** Fewer lines than this are tried again sooner than they are written. */
const WORTH_KEEPING = 200;

export interface KeepTestedDeps {
  memory: TestMemory;
  test: (reader: IndexReader, input: TestBankInput) => Promise<{ after: TestedBank; again: number }>;
  patienceMs?: number;
}

/** Knows what the bank's lines do in the published version, from the first time it is asked. */
export interface KeptTested {
  /**
   * How the lines of `bank`, which `reader` was made of, do.
   * @throws ErfaraError `busy` while they are being tried for the first time and it takes long.
   */
  of(reader: IndexReader, bank: Bank): Promise<TestedBank>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/** One run at a time; callers meanwhile share it. */
export function keepTested({ memory, test, patienceMs = PATIENCE_MS }: KeepTestedDeps): KeptTested {
  const ending = new AbortController();
  let last: { reader: IndexReader; tested: TestedBank } | null = null;
  let running: { reader: IndexReader; tested: Promise<TestedBank> } | null = null;
  let progress = { done: 0, total: 0 };

  const run = async (reader: IndexReader, bank: Bank): Promise<TestedBank> => {
    const before = last?.tested ?? memory.recall();
    const report = (done: number, total: number) => {
      progress = { done, total };
    };
    const { after, again } = await test(reader, { bank, before, progress: report, signal: ending.signal });
    last = { reader, tested: after };
    if (again >= WORTH_KEEPING) memory.keep(after);
    return after;
  };

  const start = (reader: IndexReader, bank: Bank) => {
    const tested = run(reader, bank).finally(() => {
      running = null;
    });
    tested.catch(() => undefined);
    running = { reader, tested };
    return running;
  };

  return {
    async of(reader, bank) {
      if (last?.reader === reader) return last.tested;
      if (running && running.reader !== reader) await running.tested.catch(() => undefined);
      const { tested } = running ?? start(reader, bank);
      const patience = new AbortController();
      const late = setTimeout(patienceMs, 'late' as const, { signal: patience.signal }).catch(() => 'late' as const);
      const first = await Promise.race([tested, late]);
      patience.abort();
      if (first !== 'late') return first;
      const share = progress.total === 0 ? 0 : Math.floor((100 * progress.done) / progress.total);
      const message = `The bank's own questions are being tried for the first time: ${share} % are done.`;
      throw new ErfaraError('busy', {
        details: [{ path: 'checks', rule: 'first-run', message }],
        retryAfter: COME_BACK_S,
      });
    },
    async stop() {
      ending.abort();
      await running?.tested.catch(() => undefined);
    },
  };
}
