import { markdownOf } from './content/new-text.ts';
import { setFrontMatter } from './content/write-back.ts';
import type { Ctx } from './domain/principal.ts';
import type { Adapters } from './open-adapters.ts';
import type { Ledger } from './ports/ledger.ts';
import { draftGap } from './services/gaps/draft-gap.ts';
import { type FindGaps, type FindGapsDeps, findGaps } from './services/gaps/find-gaps.ts';
import { listGaps } from './services/gaps/list-gaps.ts';
import { type SettleGapDeps, settleGap } from './services/gaps/settle-gap.ts';
import type { SearchDeps } from './services/search.ts';
import { flagsOpen } from './services/work/flags-open.ts';
import { gapsAsWork } from './services/work/gaps-as-work.ts';
import { rewritten } from './services/work/rewritten.ts';
import { dismissedOften, neverUsed } from './services/work/shown-in-vain.ts';

interface Gaps extends Pick<SettleGapDeps, 'save' | 'redact'>, Pick<FindGapsDeps, 'suggest'> {
  /** What answers now, whenever it is asked. */
  searching: Omit<SearchDeps, 'ledger' | 'record'>;
  ledger: Ledger;
  author: (principalId: string) => string;
}

/** What customers asked and nothing answered, and what editors do about it. */
export function composeGaps({ writer, drafts }: Adapters, { searching, ledger, author, ...own }: Gaps) {
  const { index, bank, embedder } = searching;
  const gaps = findGaps({
    ...{ index, bank, embedder, ledger, suggest: own.suggest },
    get analyser() {
      return searching.analyser;
    },
    get detector() {
      return searching.detector;
    },
  });
  const deps = { gaps: onceForRequest(gaps), bank, ledger };
  return {
    sources: [gapsAsWork(deps), flagsOpen(deps), rewritten(deps), dismissedOften(deps), neverUsed(deps)],
    services: {
      listGaps: listGaps({ gaps, bank }),
      settleGap: settleGap({ ...own, gaps, ledger, bank, writer, setField: setFrontMatter }),
      draftGap: draftGap({ gaps, drafts, bank, author, markdownOf, redact: own.redact }),
    },
  };
}

/** Several sources of one work queue need the gaps. */
function onceForRequest(gaps: FindGaps): FindGaps {
  const found = new WeakMap<Ctx, ReturnType<FindGaps>>();
  return (ctx) => {
    const known = found.get(ctx) ?? gaps(ctx);
    found.set(ctx, known);
    return known;
  };
}
