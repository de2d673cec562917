import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { composeChecks } from './compose-checks.ts';
import { composeDesk, keepFoundVersions } from './compose-desk.ts';
import { composeGaps } from './compose-gaps.ts';
import { composeWork } from './compose-work.ts';
import { renderHtml } from './content/render-html.ts';
import type { BankSettings } from './domain/bank-settings.ts';
import { ErfaraError } from './domain/errors.ts';
import type { Ctx } from './domain/principal.ts';
import type { Problem } from './domain/problem.ts';
import { MemoryEventBus } from './events/memory-event-bus.ts';
import type { App } from './http/app.ts';
import { createApp } from './http/app.ts';
import type { ReadyOutput } from './http/contract.ts';
import { createMetrics } from './http/metrics.ts';
import { localPrincipalAt } from './http/middleware/local-principal.ts';
import { announceFrom, keepInStep, makeVisible } from './keep-in-step.ts';
import { AgentPseudonyms } from './ledger/agent-pseudonyms.ts';
import { type Adapters, openAdapters, openLedger, SPLITTER } from './open-adapters.ts';
import type { Clock } from './ports/clock.ts';
import type { Embedder } from './ports/embedder.ts';
import type { Ledger } from './ports/ledger.ts';
import type { IndexReader, SyncProgress } from './ports/passage-index.ts';
import { personalDataFinder } from './privacy/find-personal-data.ts';
import { redactor } from './privacy/redact.ts';
import { projectRoot } from './project-root.ts';
import { repeat } from './repeat.ts';
import { prepareQuery } from './retrieval/prepare-query.ts';
import { answerFlag } from './services/answer-flag.ts';
import { captureCase } from './services/capture-case.ts';
import { flagArticle } from './services/flag-article.ts';
import { type FollowedBank, followBank } from './services/follow-bank.ts';
import { followEvents } from './services/follow-events.ts';
import { listFlags } from './services/list-flags.ts';
import { listNews } from './services/list-news.ts';
import { noteTexts } from './services/note-texts.ts';
import { readArticle } from './services/read-article.ts';
import { recordFeedback } from './services/record-feedback.ts';
import { recordQuery } from './services/record-query.ts';
import { recordedWriter } from './services/recorded-writer.ts';
import { search } from './services/search.ts';
import { suggest } from './services/suggest.ts';
import type { SyncOutput } from './services/sync-index.ts';
import { syncWhenChanged } from './services/sync-when-changed.ts';
import { undoCapture } from './services/undo-capture.ts';
import { withdrawFlag } from './services/withdraw-flag.ts';
import type { Settings } from './settings.ts';

const NOT_DELETED = 'old events could not be deleted';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Requests under /v1 at once; the model answers one after the other, so more would only wait. */
const AT_ONCE = 64;
/** The editors' first look at a week of messages, on a busy machine, takes longest. */
const TIMEOUT_MS = 60_000;
/** Streams of events at once; each keeps a connection. */
const STREAMS = 500;
const HEARTBEAT_MS = 15_000;

/** How often it is looked whether many customers write about one thing. */
const SURGE_MS = 20_000;

export interface ComposeOptions {
  log?: Logger;
  clock?: Clock;
  /** Takes the place of the model; null = keyword mode. */
  embedder?: Embedder | null;
  /** False: files that change while it runs are not noticed. */
  watch?: boolean;
}

export interface Status extends ReadyOutput {
  /** Everything that is wrong in the content. */
  found: Problem[];
  /** What the operator should know, in plain words. */
  notices: string[];
}

/** The composed product. Call `sync` once before it can answer; after that it follows the content by itself. */
export interface Erfara {
  app: App;
  /** @throws ErfaraError `locked` when another process writes; it is tried again, and the last version answers. */
  sync(progress?: (progress: SyncProgress) => void): Promise<SyncOutput>;
  status(): Status;
  /** Does now what is otherwise done once an hour: what becomes of articles by rule. Answers how many were changed. */
  decide(): Promise<number>;
  /** Ends the streams of events, which would keep a server that stops waiting for their connections. */
  endStreams(): void;
  close(): Promise<void>;
}

/** The only place where adapters meet services. */
export async function compose(settings: Settings, options: ComposeOptions = {}): Promise<Erfara> {
  const log = options.log ?? pino({ level: settings.logLevel });
  const clock = options.clock ?? { now: () => new Date() };
  const [adapters, ledger] = await Promise.all([openAdapters(settings, options.embedder), openLedger(settings)]);
  const ending = new AbortController();
  const followed = followBank({
    ...adapters,
    sync: (bank, tools, progress) =>
      syncWhenChanged(
        adapters.syncDeps(tools),
        adapters.memory,
      )({ bank, signal: ending.signal, ...(progress ? { progress } : {}) }),
    accepts: (reader) => canSearch(adapters, reader),
    incidentsChanged: () => announcing.look(),
  });
  const live = () => {
    const now = followed.live();
    if (!now) throw new ErfaraError('no-index', { retryAfter: 5 });
    return now;
  };
  const pseudonyms = new AgentPseudonyms(join(settings.data, 'ledger'));
  const bankSettings = () => followed.live()?.bank.settings ?? { orderNumbers: [], name: '' };
  /** Leaves names, which capturing turns into variables. */
  const redact = redaction(bankSettings, { names: false });
  const redactNames = redaction(bankSettings, { names: true });
  const searching = {
    index: { current: () => followed.current() },
    bank: () => live().bank,
    embedder: () => adapters.embedder,
    get analyser() {
      return live().analyser;
    },
    get detector() {
      return live().detector;
    },
    ledger,
    record: recordQuery({
      ledger,
      redact: redactNames,
      pseudonym: (id, now) => pseudonyms.of(id, now),
      customerName: (customer) => pseudonyms.customer(customer),
      lost: (err) => log.error({ err }, 'what was asked could not be kept'),
    }),
  };
  const checks = composeChecks(settings, adapters, searching);
  const events = new MemoryEventBus();
  const author = (principalId: string) => pseudonyms.author(principalId);
  const kept = { ledger, redact: redactNames, author, events, bank: searching.bank };
  const saving = {
    ...kept,
    redact,
    search: searching,
    writer: recordedWriter(adapters.writer, { history: adapters.history, clock }),
    makeVisible: () => makeVisible(() => keeper.sync(), followed),
  };
  const noting = noteTexts({ ledger, bank: () => followed.live()?.bank ?? null, clock });
  const note = () => noting().catch((err: unknown) => log.error({ err }, 'what is new could not be noted'));
  const { index, bank } = searching;
  const bankNow = () => followed.live()?.bank ?? null;
  const desk = composeDesk(adapters, {
    ...{ checks, index, bank, author, redact, makeVisible: saving.makeVisible },
    ...{ events, ledger, clock, bankNow, embedder: searching.embedder },
    partsOf: (text) => prepareQuery(text, searching).parts,
  });
  const asking = suggest(searching);
  const { saveArticle: save } = desk.services;
  const deciding = { searching, ledger, author, redact: redactNames, save, suggest: asking };
  const curation = composeGaps(adapters, deciding);
  const { embedder } = searching;
  const known = { index, bank, embedder, ledger, checks, author, saving: desk.saving, more: curation.sources };
  const work = composeWork(adapters, known);
  const services = {
    ...desk.services,
    ...curation.services,
    ...work.services,
    captureCase: captureCase(saving),
    undoCapture: undoCapture(saving),
    flagArticle: flagArticle(kept),
    listFlags: listFlags(kept),
    answerFlag: answerFlag(kept),
    withdrawFlag: withdrawFlag(kept),
    listNews: listNews({ ...kept, note }),
    followEvents: followEvents({ events, author, most: STREAMS }),
    checkChange: checks.checkChange,
    suggest: asking,
    search: search(searching),
    readArticle: readArticle({ bank, ledger, renderHtml, past: desk.past }),
    recordFeedback: recordFeedback({ ledger, redact: redactNames, pseudonym: (id, now) => pseudonyms.of(id, now) }),
  };
  const principal = localPrincipalAt(settings.audience, settings.editor);
  const asNobody = (): Ctx => ({
    ...{ principal, now: clock.now(), requestId: 'warm-up', signal: ending.signal, locale: 'en' },
  });
  /** The first question after a change would pay for what is counted once per version. */
  const warmUp = () => services.suggest({ message: 'Erfara?', keep: false }, asNobody()).catch(() => undefined);
  /** So that the first look at the work queue waits for nothing that could have been read before. */
  const prepare = () => Promise.allSettled([work.prepare(asNobody()), curation.prepare(asNobody())]);
  const announcing = announceFrom(followed, { events, clock, besides: desk.askRaisers, log });
  const keepVersions = keepFoundVersions(adapters, bank, () => clock.now());
  let aligned = false;
  /** What a killed process began is known once its versions are. */
  const align = async () => ((await desk.alignIncidents()) ? saving.makeVisible().done : undefined);
  const refreshed = () => {
    announcing.look();
    const keeping = keepVersions().catch((err: unknown) =>
      log.error({ err }, 'versions that others wrote could not be kept'),
    );
    if (!aligned) {
      aligned = true;
      keeping.then(align).catch((err: unknown) => log.error({ err }, 'an incident could not be brought in line'));
    }
    return Promise.all([note(), keeping, warmUp().then(prepare)]);
  };
  const keeper = await keepInStep({ adapters, followed, log, refreshed, watch: options.watch ?? true });
  const decide = () => work.demote({ now: clock.now(), signal: ending.signal });
  const decideAndTell = async () => {
    const changed = await decide();
    if (changed > 0) log.info({ changed }, 'articles were flagged, and are not checked any more');
  };
  const expire = () => expireOld(ledger, settings, clock.now());
  void expire().catch((err: unknown) => log.error({ err }, NOT_DELETED));
  const stops = [
    repeat({ everyMs: SURGE_MS, work: desk.lookForSurges, failed: 'surges could not be looked for' }, log),
    repeat(
      { everyMs: HOUR_MS, work: decideAndTell, failed: 'what becomes of flagged articles could not be decided' },
      log,
    ),
    repeat({ everyMs: DAY_MS, work: expire, failed: NOT_DELETED }, log),
  ];
  const status = () => describe(followed, adapters);
  const app = createApp({
    services,
    settings: {
      origins: settings.origins,
      maxBody: settings.maxBody,
      principal,
      dist: join(projectRoot(), 'dist'),
      atOnce: AT_ONCE,
      timeoutMs: TIMEOUT_MS,
      heartbeatMs: HEARTBEAT_MS,
    },
    status,
    metrics: createMetrics(() => status().index),
    log,
    clock,
  });
  return {
    app,
    sync: keeper.sync,
    status,
    decide,
    endStreams: () => events.close(),
    async close() {
      ending.abort();
      await checks.stop();
      events.close();
      announcing.stop();
      await keeper.stop();
      await Promise.all(stops.map((stop) => stop()));
      await ledger.close();
      await adapters.close();
    },
  };
}

/** Takes personal data out of text; made again only when the bank's patterns of order numbers change. */
function redaction(
  settings: () => Pick<BankSettings, 'orderNumbers' | 'name'>,
  { names }: { names: boolean },
): (text: string) => string {
  let known: { key: string; redact: (text: string) => string } | null = null;
  return (text) => {
    const { orderNumbers, name } = settings();
    const key = JSON.stringify([orderNumbers, name]);
    if (known?.key !== key) {
      const find = personalDataFinder(orderNumbers, names ? { ourselves: [name] } : undefined);
      known = { key, redact: redactor(find) };
    }
    return known.redact(text);
  };
}

/** True for a version whose vectors are this model's, or that is searched by words alone. */
function canSearch({ embedder }: Adapters, { version }: IndexReader): boolean {
  return embedder === null || version.model === null || version.embedding === `${embedder.hash}.${SPLITTER.version}`;
}

/** Deletes messages and events that are older than the settings allow. */
function expireOld(ledger: Ledger, settings: Settings, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  return ledger.expire({ texts: before(settings.keepMessagesDays), events: before(settings.keepEventsDays) });
}

function describe(followed: FollowedBank, { embedder, notices }: Adapters): Status {
  const live = followed.live();
  const version = live?.reader?.version ?? null;
  const found = live?.bank.problems ?? [];
  return {
    ready: version !== null,
    mode: embedder && version?.model ? 'hybrid' : 'keyword',
    index: version && { version: version.version, passages: version.passages, articles: version.articles },
    model: embedder?.model ?? null,
    problems: found.filter((problem) => problem.severity === 'error').length,
    found,
    notices,
  };
}
