import type { RequestIdVariables } from 'hono/request-id';
import type { Logger } from 'pino';
import type { CaptureInput, UndoneCapture } from '../domain/capture.ts';
import type { CheckInput, CheckOutput } from '../domain/check.ts';
import type { Flag, FlagInput, ListFlagsInput, WithdrawnFlag } from '../domain/flag.ts';
import type { Lang } from '../domain/language.ts';
import type { NewsInput, NewsOutput } from '../domain/news.ts';
import type { Ctx, Principal } from '../domain/principal.ts';
import type { ServerEvent } from '../domain/server-event.ts';
import type { SuggestInput, SuggestOutput } from '../domain/suggestion.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReportInput } from '../services/insights/monthly-report.ts';
import type {
  ArticleOutput,
  ArticlesOutput,
  BlameOutput,
  BulkInput,
  BulkOutput,
  CaptureOutput,
  CoachOutput,
  CompareOutput,
  ConfirmOutput,
  DecisionsOutput,
  Draft,
  DraftInput,
  DraftsOutput,
  FactInput,
  FactOutput,
  FactsOutput,
  FeedbackOutput,
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
  NewArticleInput,
  PreviewInput,
  PreviewOutput,
  ReadyOutput,
  RevertInput,
  SaveInput,
  SaveOutput,
  SearchInput,
  SearchOutput,
  SourceOutput,
  VersionOutput,
} from './contract.ts';
import type { Metrics } from './metrics.ts';

/** What the routes call. Each is one service, already given its ports. */
export interface Services {
  suggest(input: SuggestInput, ctx: Ctx): Promise<SuggestOutput>;
  search(input: SearchInput, ctx: Ctx): Promise<SearchOutput>;
  readArticle(input: { id: string; market?: string; at?: string }, ctx: Ctx): Promise<ArticleOutput>;
  checkChange(input: CheckInput, ctx: Ctx): Promise<CheckOutput>;
  recordFeedback(events: unknown[], ctx: Ctx): Promise<FeedbackOutput>;
  captureCase(input: CaptureInput, ctx: Ctx): Promise<CaptureOutput>;
  undoCapture(id: string, ctx: Ctx): Promise<UndoneCapture>;
  flagArticle(input: FlagInput, ctx: Ctx): Promise<Flag>;
  listFlags(input: ListFlagsInput, ctx: Ctx): Promise<FlagsOutput>;
  answerFlag(input: { id: string; answer: string }, ctx: Ctx): Promise<Flag>;
  withdrawFlag(id: string, ctx: Ctx): Promise<WithdrawnFlag>;
  listNews(input: NewsInput, ctx: Ctx): Promise<NewsOutput>;
  saveArticle(input: SaveInput & TextName & { etag: string | null }, ctx: Ctx): Promise<SaveOutput>;
  readSource(input: TextName, ctx: Ctx): Promise<SourceOutput>;
  createArticle(input: NewArticleInput, ctx: Ctx): Promise<SaveOutput>;
  revertArticle(input: RevertInput & TextName & { etag: string }, ctx: Ctx): Promise<SaveOutput>;
  changeMany(input: BulkInput, ctx: Ctx): Promise<BulkOutput>;
  keepDraft(input: DraftInput & TextName, ctx: Ctx): Promise<Draft>;
  readDraft(input: TextName, ctx: Ctx): Promise<Draft>;
  discardDraft(input: TextName, ctx: Ctx): Promise<void>;
  listDrafts(ctx: Ctx): Promise<DraftsOutput>;
  articleHistory(input: { id: string; lang?: string; limit?: number }, ctx: Ctx): Promise<HistoryOutput>;
  articleVersion(input: TextName & { revision: string }, ctx: Ctx): Promise<VersionOutput>;
  compareVersions(input: TextName & { from: string; to?: string }, ctx: Ctx): Promise<CompareOutput>;
  articleBlame(input: TextName, ctx: Ctx): Promise<BlameOutput>;
  listArticles(ctx: Ctx): Promise<ArticlesOutput>;
  previewText(input: PreviewInput, ctx: Ctx): Promise<PreviewOutput>;
  listFacts(ctx: Ctx): Promise<FactsOutput>;
  saveFact(input: FactInput & { name: string; etag: string | null }, ctx: Ctx): Promise<FactOutput>;
  coachView(input: { contributor?: string }, ctx: Ctx): Promise<CoachOutput>;
  listGaps(input: GapsInput, ctx: Ctx): Promise<GapsOutput>;
  settleGap(input: GapAction & { id: string }, ctx: Ctx): Promise<GapOutput>;
  draftGap(input: GapDraftInput & { id: string }, ctx: Ctx): Promise<Draft>;
  listDecisions(input: { limit?: number }, ctx: Ctx): Promise<DecisionsOutput>;
  confirmArticle(input: TextName & { etag: string }, ctx: Ctx): Promise<ConfirmOutput>;
  listWork(input: HealthInput, ctx: Ctx): Promise<HealthOutput>;
  changeIncident(input: IncidentInput, ctx: Ctx): Promise<IncidentOutput>;
  listIncidents(ctx: Ctx): Promise<IncidentsOutput>;
  readIncident(input: { id: string }, ctx: Ctx): Promise<IncidentPageOutput>;
  insights(input: InsightsInput, ctx: Ctx): Promise<InsightsOutput>;
  /** The same page twice; the HTML is sanitised. */
  monthlyReport(input: ReportInput, ctx: Ctx): Promise<{ markdown: string; html: string; lang: Lang }>;
  /** `end` must be called once. */
  followEvents(input: { after?: string }, ctx: Ctx): { from: string; events: AsyncIterable<ServerEvent>; end(): void };
}

interface TextName {
  id: string;
  lang: string;
}

export interface HttpSettings {
  /** Origins beside the server's own. */
  origins: string[];
  /** Bytes. */
  maxBody: number;
  /** Whose every request is, until keys exist. */
  principal: Principal;
  /** The folder with `components/` and `pages/`, as bundled. */
  dist: string;
  /** Requests under /v1 at once; more are told to come back. */
  atOnce: number;
  timeoutMs: number;
  /** Between two signs of life on a stream on which nothing happens. */
  heartbeatMs: number;
}

export interface HttpDeps {
  services: Services;
  settings: HttpSettings;
  status: () => ReadyOutput;
  metrics: Metrics;
  log: Logger;
  clock: Clock;
}

/** What a request carries through the middleware to its handler. */
export interface Env {
  Variables: RequestIdVariables & { principal: Principal };
}
