import { corpusOf, type PassageChange, stateHash } from '../evaluation/passage-change.ts';
import type { Bank } from '../ports/article-store.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { madeOf } from './made-of.ts';
import { type RetestDeps, retest, type TestedBank } from './retest.ts';
import { testsOf } from './test-retrieval.ts';

/** Ids in one condition. */
const MANY = 1_000;

/** Keeps tested banks between runs. Losing it costs one full run. */
export interface TestMemory {
  recall(): TestedBank | null;
  keep(tested: TestedBank): void;
}

export interface TestBankInput {
  bank: Pick<Bank, 'articles' | 'settings'>;
  /** What is known from an earlier version. */
  before: TestedBank | null;
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Tests a published version of the bank, running again only what changed since `before`. */
export function testBank(deps: RetestDeps) {
  return async ({ bank, before, ...rest }: TestBankInput): Promise<{ after: TestedBank; again: number }> => {
    const corpus = await corpusOf(deps.reader);
    const passages = [...corpus.passages.values()];
    const hashes = new Map(passages.map((passage) => [passage.id, stateHash(passage)]));
    const change = await changeSince(before, hashes, deps.reader);
    const { after, again } = await retest(deps)({
      tests: testsOf(bank, passages),
      corpus,
      hashes,
      before,
      change,
      ...rest,
    });
    return { after: { ...after, made: madeOf(bank, passages) }, again };
  };
}

async function changeSince(
  before: TestedBank | null,
  hashes: Map<string, string>,
  reader: IndexReader,
): Promise<PassageChange> {
  if (!before) return { removed: new Set(), added: [] };
  const removed = [...before.passages].filter(([id, hash]) => hashes.get(id) !== hash).map(([id]) => id);
  const values = [...hashes].filter(([id, hash]) => before.passages.get(id) !== hash).map(([id]) => id);
  if (values.length === 0) return { removed: new Set(removed), added: [] };
  // Thousands of ids in one condition take longer than reading everything.
  const rows = await reader.scan(values.length > MANY ? null : { op: 'in', field: 'passageId', values });
  const wanted = new Set(values);
  return { removed: new Set(removed), added: rows.filter(({ passage }) => wanted.has(passage.id)) };
}
