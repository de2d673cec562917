import type { composeChecks } from './compose-checks.ts';
import { parseFacts } from './content/facts-file.ts';
import { renderHtml } from './content/render-html.ts';
import { setFact } from './content/set-fact.ts';
import { translationHash } from './content/translation-hash.ts';
import { setFrontMatter } from './content/write-back.ts';
import { sectionsNamed, type Text } from './domain/article.ts';
import type { Ctx } from './domain/principal.ts';
import type { Adapters } from './open-adapters.ts';
import type { Clock } from './ports/clock.ts';
import type { Embedder } from './ports/embedder.ts';
import type { EventBus } from './ports/event-bus.ts';
import type { History } from './ports/history.ts';
import type { Ledger } from './ports/ledger.ts';
import type { PassageIndex } from './ports/passage-index.ts';
import { articleAt } from './services/article-at.ts';
import { articleBlame, articleHistory, articleVersion, compareVersions } from './services/article-history.ts';
import type { ReadText } from './services/bank-after.ts';
import type { Visibility } from './services/capture-case.ts';
import { changeMany } from './services/change-many.ts';
import { createArticle } from './services/create-article.ts';
import { discardDraft, keepDraft, listDrafts, readDraft } from './services/drafts.ts';
import { listFacts, saveFact } from './services/facts.ts';
import { alignIncidents } from './services/incidents/align-incidents.ts';
import { announceEndings } from './services/incidents/announce-endings.ts';
import { changeIncident } from './services/incidents/change-incident.ts';
import { incidentLog } from './services/incidents/incident-log.ts';
import { listIncidents } from './services/incidents/list-incidents.ts';
import { readIncident } from './services/incidents/read-incident.ts';
import { insights } from './services/insights/insights.ts';
import { monthlyReport, type ReportInput } from './services/insights/monthly-report.ts';
import { listArticles } from './services/list-articles.ts';
import type { LiveBank } from './services/live-bank.ts';
import { previewText } from './services/preview-text.ts';
import { readSource } from './services/read-source.ts';
import { revertArticle } from './services/revert-article.ts';
import { saveArticle } from './services/save-article.ts';
import { watchSurges } from './services/surges/watch-surges.ts';

interface Desk {
  checks: ReturnType<typeof composeChecks>;
  bank: () => LiveBank;
  index: Pick<PassageIndex, 'current'>;
  author: (principalId: string) => string;
  redact: (text: string) => string;
  makeVisible: () => Visibility;
  events: Pick<EventBus, 'publish'>;
  ledger: Ledger;
  clock: Clock;
  /** The bank as it answers now; null before the first sync. */
  bankNow: () => LiveBank | null;
  embedder: () => Embedder | null;
  /** The sentences of a message, as they are searched. */
  partsOf: (text: string) => string[];
}

interface Reading {
  history: Pick<History, 'withHash'>;
  readText: ReadText;
  bank: () => LiveBank;
}

/** What the editor's desk does: saving, drafts, history, many articles at once, facts. */
export function composeDesk(
  { writer, history, drafts }: Adapters,
  { checks, events, ledger, clock, bankNow, embedder, partsOf, ...live }: Desk,
) {
  const { readText, lint, tokens, checkChange: check } = checks;
  const reading = { ...live, writer, history, readText };
  const saving = { ...reading, drafts, lint, tokens, check };
  const facts = { ...reading, parseFacts: (source: string) => parseFacts(source, 'facts.yaml').facts, setFact };
  const readLog = incidentLog({ history });
  const read = insights({ ...reading, ledger });
  const report = monthlyReport({ ...reading, insights: read });
  const surges = watchSurges({ ledger, bank: bankNow, embedder, partsOf, events, clock });
  const incidents = { ...reading, readLog, setField: setFrontMatter };
  return {
    askRaisers: announceEndings({ events, bank: bankNow, readLog, clock }),
    lookForSurges: surges.look,
    alignIncidents: alignIncidents({ ...incidents, now: () => clock.now() }),
    past: articleAt(facts),
    saving: { ...saving, setField: setFrontMatter },
    services: {
      saveArticle: saveArticle(saving),
      readSource: readSource(reading),
      createArticle: createArticle(saving),
      revertArticle: revertArticle(saving),
      changeMany: changeMany({ ...saving, setField: setFrontMatter }),
      keepDraft: keepDraft(saving),
      readDraft: readDraft(saving),
      discardDraft: discardDraft(saving),
      listDrafts: listDrafts(saving),
      articleHistory: articleHistory(reading),
      articleVersion: articleVersion(reading),
      compareVersions: compareVersions(reading),
      articleBlame: articleBlame(reading),
      listArticles: listArticles({ bank: live.bank, ledger }),
      previewText: previewText({ bank: live.bank, readText, renderHtml, hashOf: translationHash }),
      listFacts: listFacts(facts),
      saveFact: saveFact(facts),
      insights: read,
      monthlyReport: async (input: ReportInput, ctx: Ctx) => {
        const { markdown, lang } = await report(input, ctx);
        return { markdown, html: renderHtml(markdown), lang };
      },
      changeIncident: changeIncident(incidents),
      listIncidents: listIncidents({ ...incidents, surges: surges.surges }),
      readIncident: readIncident({
        ...incidents,
        events: (since, until) => ledger.eventsBetween(since, until),
        wordsOf: wordsOf(reading),
      }),
    },
  };
}

/** What a version of a text told customers. */
function wordsOf({ history, readText, bank }: Reading) {
  return async ({ path }: Text, etag: string): Promise<string | null> => {
    const bytes = await history.withHash(path, etag);
    if (!bytes) return null;
    const { text } = readText(Buffer.from(bytes).toString('utf8'), path, bank().settings.headings);
    return text && JSON.stringify(sectionsNamed(text, 'reply').map(({ channel, markdown }) => [channel, markdown]));
  };
}

/** Keeps, after each sync, the versions that others wrote; a repository's own people commit theirs. */
export function keepFoundVersions({ history }: Pick<Adapters, 'history'>, bank: () => LiveBank, now: () => Date) {
  return async (): Promise<void> => {
    if (history.kind === 'git') return history.settle([], { at: now() });
    const texts = bank().articles.flatMap(({ texts }) => texts.map(({ path, etag }) => ({ path, etag })));
    const settings = ['erfara.yaml', 'facts.yaml'].map((path) => ({ path }));
    await history.settle([...texts, ...settings], { at: now(), complete: true });
  };
}
