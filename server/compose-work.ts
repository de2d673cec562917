import type { composeChecks } from './compose-checks.ts';
import type { composeDesk } from './compose-desk.ts';
import type { Adapters } from './open-adapters.ts';
import type { Embedder } from './ports/embedder.ts';
import type { Ledger } from './ports/ledger.ts';
import type { PassageIndex } from './ports/passage-index.ts';
import { listDrafts } from './services/drafts.ts';
import { coachView } from './services/lifecycle/coach-view.ts';
import { confirmArticle } from './services/lifecycle/confirm-article.ts';
import { demoteFlagged } from './services/lifecycle/demote-flagged.ts';
import { listDecisions } from './services/lifecycle/list-decisions.ts';
import type { LiveBank } from './services/live-bank.ts';
import { askedAlike } from './services/work/asked-alike.ts';
import { demotedTexts } from './services/work/demoted.ts';
import { draftsWaiting } from './services/work/drafts-waiting.ts';
import { incidentsEnding } from './services/work/incidents-ending.ts';
import { lintErrors } from './services/work/lint-errors.ts';
import { listWork } from './services/work/list-work.ts';
import { reviewsDue } from './services/work/review-due.ts';
import { sameQuestion } from './services/work/same-question.ts';
import { staleAnswers } from './services/work/stale.ts';
import { thinAnswers } from './services/work/thin.ts';
import { trafficOf } from './services/work/traffic.ts';
import { missingTranslations, oldTranslations } from './services/work/translations.ts';
import { unusedArticles } from './services/work/unused.ts';
import type { WorkSource } from './services/work/work-source.ts';

/** Whoever waits for the queue waits no longer for answers that nothing but their meaning tells apart. */
const PATIENCE_MS = 5_000;

interface Work {
  checks: ReturnType<typeof composeChecks>;
  bank: () => LiveBank;
  index: Pick<PassageIndex, 'current'>;
  embedder: () => Embedder | null;
  ledger: Ledger;
  author: (principalId: string) => string;
  saving: ReturnType<typeof composeDesk>['saving'];
  /** Sources that are made elsewhere. */
  more: WorkSource[];
}

/** The editors' work queue with everything that puts items into it, and what becomes of articles by rule. */
export function composeWork({ writer, drafts, history }: Adapters, work: Work) {
  const { bank, author, ledger } = work;
  const deps = { ...work, writer, lint: work.checks.lint, traffic: trafficOf({ ledger }) };
  const doubles = { ...deps, askedAlike: askedAlike(deps), vectors: new Map<string, Float32Array>() };
  const sources: WorkSource[] = [
    sameQuestion({ ...doubles, patienceMs: PATIENCE_MS }),
    staleAnswers(deps),
    reviewsDue(deps),
    unusedArticles(deps),
    missingTranslations(deps),
    oldTranslations(deps),
    incidentsEnding(deps),
    draftsWaiting({ ...deps, drafts: listDrafts({ drafts, bank, author }) }),
    thinAnswers(deps),
    lintErrors(deps),
    demotedTexts(deps),
    ...work.more,
  ];
  return {
    services: {
      listWork: listWork({ bank, sources }),
      listDecisions: listDecisions(deps),
      coachView: coachView({ ...deps, history }),
      confirmArticle: confirmArticle({ ...work.saving, traffic: deps.traffic }),
    },
    demote: demoteFlagged({ ...work.saving, ledger }),
    /** Compares what changed while nobody waits for it. */
    prepare: sameQuestion({ ...doubles, patienceMs: Number.POSITIVE_INFINITY }),
  };
}
