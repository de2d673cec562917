import type { Article, Text } from '../domain/article.ts';
import { type Audience, maySee } from '../domain/audience.ts';
import type { Calibration, Fingerprint, IndexVersion } from '../domain/fingerprint.ts';
import { incidentOf, validityOf } from '../domain/incident.ts';
import type { IndexablePassage, Passage } from '../domain/passage.ts';
import { calibrate, type NearMiss } from '../evaluation/calibrate.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Bank } from '../ports/article-store.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader, PassageIndex, SyncPlan, SyncProgress } from '../ports/passage-index.ts';
import type { WriterLock } from '../ports/writer-lock.ts';
import { learnedHash } from '../retrieval/default-relevance.ts';
import { FEATURES, RELEVANCE_VERSION } from '../retrieval/relevance.ts';

/** How long a sync waits for another writer. */
const WAIT_MS = 30_000;
/** A change of more than this share of the passages fits relevance again; less keeps the fit, and the save quick. */
const REFIT_SHARE = 0.1;

export interface SyncDeps {
  index: PassageIndex;
  /** null = keyword mode. */
  embedder: Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
  lock: WriterLock;
  splitter: PassageSplitter;
  /** The most restricted level that enters the index. */
  audience: Audience;
}

/** Milliseconds; null = no bound. */
interface Validity {
  from: number | null;
  until: number | null;
}

/** How texts become passages, and a version that names the way. */
export interface PassageSplitter {
  version: string;
  passagesOf(text: Text, validity: Validity): Passage[];
}

export interface SyncInput {
  bank: Bank;
  full?: boolean;
  dryRun?: boolean;
  progress?: (progress: SyncProgress) => void;
  /** Ends the work between two batches; the next sync goes on from there. */
  signal?: AbortSignal;
}

export interface SyncOutput {
  plan: { add: number; change: number; move: number; remove: number; unchanged: number; rebuild: boolean };
  /** The version readers now follow; null after a dry run before the first build. */
  version: IndexVersion | null;
  published: boolean;
}

/** What the index is made of, with this embedder, splitter and analyser, and how sure suggestions must be. */
export function fingerprintOf(
  deps: Pick<SyncDeps, 'embedder' | 'analyser' | 'splitter'>,
  rightOfTen: number,
): Fingerprint {
  const model = deps.embedder?.hash ?? 'keyword';
  return {
    embedding: `${model}.${deps.splitter.version}`,
    analysis: `${deps.analyser.hash}.${RELEVANCE_VERSION}.${learnedHash()}.${rightOfTen}`,
  };
}

/** Brings the index to what the bank says: plans, and unless it is a dry run applies and publishes under the writer lock. */
export function syncIndex(deps: SyncDeps) {
  return async (input: SyncInput): Promise<SyncOutput> => {
    const { articles } = input.bank;
    const wanted = indexable(articles, new Map(articles.map((article) => [article.id, article])), deps);
    const fingerprint = fingerprintOf(deps, input.bank.settings.suggest.rightOfTen);
    const full = input.full ?? false;
    const planned = await deps.index.plan(wanted, fingerprint, full);
    if (input.dryRun || isEmpty(planned)) {
      const reader = await deps.index.current();
      return { plan: counts(planned), version: reader?.version ?? null, published: false };
    }
    return deps.lock.hold('sync', WAIT_MS, async () => {
      // Planned again under the lock: another writer may have finished meanwhile.
      const plan = await deps.index.plan(wanted, fingerprint, full);
      const before = (await deps.index.current())?.version ?? null;
      if (isEmpty(plan)) return { plan: counts(plan), version: before, published: false };
      const { embedder } = deps;
      const version = await deps.index.apply(plan, {
        fingerprint,
        model: embedder ? { name: embedder.model, dimensions: embedder.dimensions } : null,
        embed: embedder ? (texts, progress) => embedder.embed(texts, 'passage', progress) : null,
        calibrate: (reader) => fitRelevance(deps, input, { plan, reader, before: before?.calibration ?? null }),
        articles: input.bank.articles.length,
        progress: input.progress ?? (() => undefined),
        ...(input.signal ? { signal: input.signal } : {}),
      });
      return { plan: counts(plan), version, published: true };
    });
  };
}

async function fitRelevance(
  deps: SyncDeps,
  input: SyncInput,
  state: { plan: SyncPlan; reader: IndexReader; before: Calibration | null },
): Promise<Calibration | null> {
  const { plan, reader, before } = state;
  if (!deps.embedder) return null;
  const touched = plan.add.length + plan.change.length + plan.remove.length;
  const sameFeatures = before !== null && before.features.join() === FEATURES.join();
  if (sameFeatures && !plan.rebuild && touched < REFIT_SHARE * reader.version.passages) return before;
  return calibrate({
    reader,
    embedder: deps.embedder,
    analyser: deps.analyser,
    detector: deps.detector,
    rightOfTen: input.bank.settings.suggest.rightOfTen,
    nearMisses: nearMissesOf(input.bank),
    progress: (done, total) => input.progress?.({ phase: 'calibrate', done, total }),
  });
}

function nearMissesOf({ articles }: Bank): NearMiss[] {
  return articles
    .filter((article) => incidentOf(article) === null)
    .flatMap(({ id, texts }) =>
      texts.flatMap(({ notFor, markets }) =>
        notFor.map((text) => ({ articleId: id, text, market: markets?.[0] ?? null })),
      ),
    );
}

/** The passages of articles as they are indexed. `byId` holds the whole bank: an incident's answers hold as long as it does. */
export function indexable(
  articles: Article[],
  byId: Map<string, Article>,
  deps: Pick<SyncDeps, 'splitter' | 'audience' | 'analyser'>,
): IndexablePassage[] {
  return articles
    .filter((article) => !incidentOf(article)?.template)
    .flatMap((article) => {
      const validity = validityOf(article, byId);
      return article.texts.flatMap((text) => passagesOf(text, validity, deps));
    })
    .filter((passage) => maySee(deps.audience, passage.audience));
}

/** What a text was cut into. A store gives the same object for a file that did not change, so a save costs its own text. */
const cut = new WeakMap<Text, { madeOf: string; passages: IndexablePassage[] }>();

function passagesOf(
  text: Text,
  validity: ReturnType<typeof validityOf>,
  { splitter, analyser }: Pick<SyncDeps, 'splitter' | 'analyser'>,
): IndexablePassage[] {
  const madeOf = `${splitter.version} ${analyser.hash} ${validity.from} ${validity.until}`;
  const known = cut.get(text);
  if (known?.madeOf === madeOf) return known.passages;
  const passages = splitter.passagesOf(text, validity).map((passage) => ({
    ...passage,
    terms: analyser.terms(passage.embedText, passage.lang),
    grams: analyser.grams(passage.embedText),
  }));
  cut.set(text, { madeOf, passages });
  return passages;
}

function isEmpty(plan: SyncPlan): boolean {
  return !plan.rebuild && plan.add.length + plan.change.length + plan.move.length + plan.remove.length === 0;
}

function counts(plan: SyncPlan): SyncOutput['plan'] {
  return {
    add: plan.add.length,
    change: plan.change.length,
    move: plan.move.length,
    remove: plan.remove.length,
    unchanged: plan.unchanged,
    rebuild: plan.rebuild,
  };
}
