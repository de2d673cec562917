import type { BankSettings } from '../domain/bank-settings.ts';
import { ErfaraError } from '../domain/errors.ts';
import { incidentOf } from '../domain/incident.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { ArticleStore, Bank } from '../ports/article-store.ts';
import type { IndexReader, PassageIndex, SyncProgress } from '../ports/passage-index.ts';
import { type LiveBank, liveBank } from './live-bank.ts';
import type { SyncOutput } from './sync-index.ts';

/** What reads a bank's words; made of its settings. */
export interface LanguageTools {
  analyser: Analyser;
  detector: LanguageDetector;
}

/** The bank and the index version made of it, which change together. */
export interface Live extends LanguageTools {
  bank: LiveBank;
  /** null before the first build. */
  reader: IndexReader | null;
}

export interface FollowDeps {
  store: Pick<ArticleStore, 'load'>;
  index: Pick<PassageIndex, 'current'>;
  toolsFor: (settings: BankSettings) => LanguageTools;
  sync: (bank: Bank, tools: LanguageTools, progress?: (progress: SyncProgress) => void) => Promise<SyncOutput>;
  /** True when this process can search what another one published: same embedding. */
  accepts: (reader: IndexReader) => boolean;
  /** Called as soon as other incidents answer, before the index knows their words. */
  incidentsChanged?: () => void;
}

export interface FollowedBank {
  /** What answers now; null before the first refresh. */
  live(): Live | null;
  /** The reader that answers now; takes up what another process published. */
  current(): Promise<IndexReader | null>;
  /**
   * Reads the bank, brings the index to it, and swaps both at once. Never two at a time: calls meanwhile share one more
   * run. While another process writes (`locked`) the last published version answers, and the error is thrown.
   */
  refresh(progress?: (progress: SyncProgress) => void): Promise<SyncOutput>;
}

/** Keeps what answers in step with what the editors wrote; incidents run ahead of the index. */
export function followBank(deps: FollowDeps): FollowedBank {
  let live: Live | null = null;
  let running: Promise<SyncOutput> | null = null;
  let next: Promise<SyncOutput> | null = null;

  const usable = async (): Promise<IndexReader | null> => {
    const reader = await deps.index.current();
    return reader && deps.accepts(reader) ? reader : (live?.reader ?? null);
  };

  let newest: Bank | null = null;
  const takeIncidents = async (): Promise<Bank> => {
    const bank = await deps.store.load();
    newest = bank;
    if (live && incidentsDiffer(bank, live.bank)) {
      live = { ...live, bank: withIncidentsOf(bank, live.bank) };
      deps.incidentsChanged?.();
    }
    return bank;
  };

  const run = async (progress?: (progress: SyncProgress) => void): Promise<SyncOutput> => {
    const bank = await takeIncidents();
    const tools = deps.toolsFor(bank.settings);
    // What was read last, also by somebody who asked while this ran, says which incidents there are.
    const whole = () => (newest === bank ? liveBank(bank) : withIncidentsOf(newest ?? bank, liveBank(bank)));
    try {
      const output = await deps.sync(bank, tools, progress);
      live = { ...tools, bank: whole(), reader: await usable() };
      return output;
    } catch (error) {
      const locked = error instanceof ErfaraError && error.code === 'locked';
      if (locked || !live) live = { ...tools, bank: whole(), reader: await usable() };
      throw error;
    }
  };

  const refresh: FollowedBank['refresh'] = (progress) => {
    if (!running) {
      running = run(progress).finally(() => {
        running = null;
      });
      return running;
    }
    void takeIncidents().catch(() => undefined);
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return refresh(progress);
      });
    return next;
  };

  return {
    live: () => live,
    async current() {
      if (!live || running) return live?.reader ?? null;
      const reader = await usable();
      if (!running && reader !== live.reader) live = { ...live, reader };
      return live.reader;
    },
    refresh,
  };
}

/** What incidents say and withhold holds at once: in an outage nobody waits until their words are embedded. */
function withIncidentsOf(next: Bank, now: LiveBank): LiveBank {
  const others = now.articles.filter((article) => incidentOf(article) === null);
  const known = new Set(others.map(({ id }) => id));
  const incidents = next.articles.filter((article) => incidentOf(article) !== null && !known.has(article.id));
  return liveBank({ ...now, articles: [...others, ...incidents] });
}

function incidentsDiffer(next: Bank, now: Bank): boolean {
  const told = ({ articles }: Bank) =>
    articles
      .filter((article) => incidentOf(article) !== null)
      .flatMap(({ texts }) => texts.map(({ path, etag }) => `${path} ${etag}`))
      .sort()
      .join();
  return told(next) !== told(now);
}
