import type { z } from '@hono/zod-openapi';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  ArticleOutput,
  ArticlesOutput,
  BlameOutput,
  BulkInput,
  BulkOutput,
  CaptureInput,
  CaptureOutput,
  CheckInput,
  CheckOutput,
  CoachOutput,
  CompareOutput,
  ConfirmOutput,
  DecisionsOutput,
  Draft,
  DraftInput,
  DraftsOutput,
  ErrorBody,
  FactInput,
  FactOutput,
  FactsOutput,
  FeedbackOutput,
  Flag,
  FlagInput,
  FlagsOutput,
  GapAction,
  GapDraftInput,
  GapOutput,
  GapsInput,
  GapsOutput,
  HealthInput,
  HealthOutput,
  HistoryOutput,
  IncidentInput,
  IncidentOutput,
  IncidentPageOutput,
  IncidentsOutput,
  InsightsInput,
  InsightsOutput,
  ListFlagsInput,
  NewArticleInput,
  NewsInput,
  NewsOutput,
  PreviewInput,
  PreviewOutput,
  RevertInput,
  SaveInput,
  SaveOutput,
  SearchInput,
  SearchOutput,
  SourceOutput,
  SuggestInput,
  SuggestOutput,
  UndoneCapture,
  VersionOutput,
  WithdrawnFlag,
} from '../../server/http/contract.ts';
import type { articleOutput } from '../../server/http/schemas/article.ts';
import type { articlesOutput, previewInput, previewOutput } from '../../server/http/schemas/article-list.ts';
import type { bulkInput, bulkOutput } from '../../server/http/schemas/bulk.ts';
import type { captureInput, captureOutput, undoneCapture } from '../../server/http/schemas/capture.ts';
import type { checkInput, checkOutput } from '../../server/http/schemas/check.ts';
import type { errorBody } from '../../server/http/schemas/errors.ts';
import type { factInput, factOutput, factsOutput } from '../../server/http/schemas/facts.ts';
import type { feedbackOutput } from '../../server/http/schemas/feedback.ts';
import type { flag, flagInput, flagsOutput, flagsQuery, withdrawnFlag } from '../../server/http/schemas/flag.ts';
import type { gapAction, gapDraftInput, gapOutput, gapsOutput, gapsQuery } from '../../server/http/schemas/gaps.ts';
import type {
  coachOutput,
  confirmOutput,
  decisionsOutput,
  healthOutput,
  healthQuery,
} from '../../server/http/schemas/health.ts';
import type {
  blameOutput,
  compareOutput,
  historyOutput,
  revertInput,
  versionOutput,
} from '../../server/http/schemas/history.ts';
import type {
  incidentInput,
  incidentOutput,
  incidentPageOutput,
  incidentsOutput,
} from '../../server/http/schemas/incidents.ts';
import type { insightsOutput, insightsQuery } from '../../server/http/schemas/insights.ts';
import type { newsOutput, newsQuery } from '../../server/http/schemas/news.ts';
import type {
  draft,
  draftInput,
  draftsOutput,
  newArticleInput,
  saveInput,
  saveOutput,
  sourceOutput,
} from '../../server/http/schemas/saving.ts';
import type { searchInput, searchOutput, searchQuery } from '../../server/http/schemas/search.ts';
import type { suggestInput, suggestOutput } from '../../server/http/schemas/suggest.ts';

// Checked by tsc: a field that only the schema or only the contract has does not compile.
describe('what is validated and what clients are promised are the same types', () => {
  it('for requests', () => {
    expectTypeOf<z.output<typeof suggestInput>>().toEqualTypeOf<SuggestInput>();
    expectTypeOf<z.output<typeof previewInput>>().toEqualTypeOf<PreviewInput>();
    expectTypeOf<z.output<typeof checkInput>>().toEqualTypeOf<CheckInput>();
    expectTypeOf<z.output<typeof searchInput>>().toEqualTypeOf<SearchInput>();
    expectTypeOf<z.output<typeof searchQuery>>().toEqualTypeOf<SearchInput>();
    expectTypeOf<z.output<typeof captureInput>>().toEqualTypeOf<CaptureInput>();
    expectTypeOf<z.output<typeof flagInput>>().toEqualTypeOf<FlagInput>();
    expectTypeOf<z.output<typeof flagsQuery>>().toEqualTypeOf<ListFlagsInput>();
    expectTypeOf<z.output<typeof newsQuery>>().toEqualTypeOf<NewsInput>();
    expectTypeOf<z.output<typeof saveInput>>().toEqualTypeOf<SaveInput>();
    expectTypeOf<z.output<typeof newArticleInput>>().toEqualTypeOf<NewArticleInput>();
    expectTypeOf<z.output<typeof draftInput>>().toEqualTypeOf<DraftInput>();
    expectTypeOf<z.output<typeof revertInput>>().toEqualTypeOf<RevertInput>();
    expectTypeOf<z.output<typeof bulkInput>>().toExtend<BulkInput>();
    expectTypeOf<BulkInput>().toExtend<z.output<typeof bulkInput>>();
    expectTypeOf<z.output<typeof factInput>>().toEqualTypeOf<FactInput>();
    expectTypeOf<z.output<typeof insightsQuery>>().toEqualTypeOf<InsightsInput>();
    expectTypeOf<z.output<typeof gapsQuery>>().toEqualTypeOf<GapsInput>();
    expectTypeOf<z.output<typeof gapAction>>().toEqualTypeOf<GapAction>();
    expectTypeOf<z.output<typeof gapDraftInput>>().toEqualTypeOf<GapDraftInput>();
    expectTypeOf<z.output<typeof healthQuery>>().toEqualTypeOf<HealthInput>();
    expectTypeOf<z.output<typeof incidentInput>>().toEqualTypeOf<IncidentInput>();
  });

  it('for responses', () => {
    expectTypeOf<z.output<typeof suggestOutput>>().toEqualTypeOf<SuggestOutput>();
    expectTypeOf<z.output<typeof searchOutput>>().toEqualTypeOf<SearchOutput>();
    expectTypeOf<z.output<typeof articleOutput>>().toEqualTypeOf<ArticleOutput>();
    expectTypeOf<z.output<typeof articlesOutput>>().toEqualTypeOf<ArticlesOutput>();
    expectTypeOf<z.output<typeof previewOutput>>().toEqualTypeOf<PreviewOutput>();
    expectTypeOf<z.output<typeof checkOutput>>().toEqualTypeOf<CheckOutput>();
    expectTypeOf<z.output<typeof feedbackOutput>>().toEqualTypeOf<FeedbackOutput>();
    expectTypeOf<z.output<typeof captureOutput>>().toEqualTypeOf<CaptureOutput>();
    expectTypeOf<z.output<typeof undoneCapture>>().toEqualTypeOf<UndoneCapture>();
    expectTypeOf<z.output<typeof flag>>().toEqualTypeOf<Flag>();
    expectTypeOf<z.output<typeof flagsOutput>>().toEqualTypeOf<FlagsOutput>();
    expectTypeOf<z.output<typeof withdrawnFlag>>().toEqualTypeOf<WithdrawnFlag>();
    expectTypeOf<z.output<typeof newsOutput>>().toEqualTypeOf<NewsOutput>();
    expectTypeOf<z.output<typeof errorBody>>().toEqualTypeOf<ErrorBody>();
    expectTypeOf<z.output<typeof saveOutput>>().toEqualTypeOf<SaveOutput>();
    expectTypeOf<z.output<typeof sourceOutput>>().toEqualTypeOf<SourceOutput>();
    expectTypeOf<z.output<typeof draft>>().toEqualTypeOf<Draft>();
    expectTypeOf<z.output<typeof draftsOutput>>().toEqualTypeOf<DraftsOutput>();
    expectTypeOf<z.output<typeof historyOutput>>().toEqualTypeOf<HistoryOutput>();
    expectTypeOf<z.output<typeof versionOutput>>().toEqualTypeOf<VersionOutput>();
    expectTypeOf<z.output<typeof compareOutput>>().toEqualTypeOf<CompareOutput>();
    expectTypeOf<z.output<typeof blameOutput>>().toEqualTypeOf<BlameOutput>();
    expectTypeOf<z.output<typeof bulkOutput>>().toEqualTypeOf<BulkOutput>();
    expectTypeOf<z.output<typeof factsOutput>>().toEqualTypeOf<FactsOutput>();
    expectTypeOf<z.output<typeof factOutput>>().toEqualTypeOf<FactOutput>();
    expectTypeOf<z.output<typeof insightsOutput>>().toEqualTypeOf<InsightsOutput>();
    expectTypeOf<z.output<typeof gapsOutput>>().toEqualTypeOf<GapsOutput>();
    expectTypeOf<z.output<typeof gapOutput>>().toEqualTypeOf<GapOutput>();
    expectTypeOf<z.output<typeof healthOutput>>().toEqualTypeOf<HealthOutput>();
    expectTypeOf<z.output<typeof coachOutput>>().toEqualTypeOf<CoachOutput>();
    expectTypeOf<z.output<typeof decisionsOutput>>().toEqualTypeOf<DecisionsOutput>();
    expectTypeOf<z.output<typeof confirmOutput>>().toEqualTypeOf<ConfirmOutput>();
    expectTypeOf<z.output<typeof incidentOutput>>().toEqualTypeOf<IncidentOutput>();
    expectTypeOf<z.output<typeof incidentsOutput>>().toEqualTypeOf<IncidentsOutput>();
    expectTypeOf<z.output<typeof incidentPageOutput>>().toEqualTypeOf<IncidentPageOutput>();
  });
});
