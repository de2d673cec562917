import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env, HttpDeps } from '../environment.ts';
import { registerArticleBlame } from './article-blame.ts';
import { registerArticleHistory } from './article-history.ts';
import { registerArticleVersion } from './article-version.ts';
import { registerChangeIncident } from './change-incident.ts';
import { registerChangeMany } from './change-many.ts';
import { registerCoachView } from './coach-view.ts';
import { registerCompareVersions } from './compare-versions.ts';
import { registerConfirmArticle } from './confirm-article.ts';
import { registerContentHealth } from './content-health.ts';
import { registerCreateArticle } from './create-article.ts';
import { registerDiscardDraft } from './discard-draft.ts';
import { registerDraftGap } from './draft-gap.ts';
import { registerInsights } from './insights.ts';
import { registerKeepDraft } from './keep-draft.ts';
import { registerListArticles } from './list-articles.ts';
import { registerListDecisions } from './list-decisions.ts';
import { registerListDrafts } from './list-drafts.ts';
import { registerListFacts } from './list-facts.ts';
import { registerListGaps } from './list-gaps.ts';
import { registerListIncidents } from './list-incidents.ts';
import { registerMonthlyReport } from './monthly-report.ts';
import { registerPreviewText } from './preview-text.ts';
import { registerReadDraft } from './read-draft.ts';
import { registerReadIncident } from './read-incident.ts';
import { registerReadSource } from './read-source.ts';
import { registerRevertArticle } from './revert-article.ts';
import { registerSaveArticle } from './save-article.ts';
import { registerSaveFact } from './save-fact.ts';
import { registerSettleGap } from './settle-gap.ts';

/** What editors do: saving, drafts, history, many articles at once, facts. */
export function registerDesk(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  const routes = [
    registerArticleBlame,
    registerArticleHistory,
    registerArticleVersion,
    registerChangeIncident,
    registerChangeMany,
    registerCoachView,
    registerCompareVersions,
    registerConfirmArticle,
    registerContentHealth,
    registerCreateArticle,
    registerDiscardDraft,
    registerInsights,
    registerDraftGap,
    registerKeepDraft,
    registerListArticles,
    registerListDrafts,
    registerListFacts,
    registerPreviewText,
    registerListDecisions,
    registerListDrafts,
    registerListFacts,
    registerListGaps,
    registerListIncidents,
    registerMonthlyReport,
    registerReadDraft,
    registerReadIncident,
    registerReadSource,
    registerRevertArticle,
    registerSaveArticle,
    registerSaveFact,
    registerSettleGap,
  ];
  for (const register of routes) register(app, deps);
}
