import type { Article } from '../domain/article.ts';
import { incidentOf } from '../domain/incident.ts';
import type { IndexablePassage } from '../domain/passage.ts';
import { type Corpus, type PassageChange, stateOf } from '../evaluation/passage-change.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { indexable, type SyncDeps } from './sync-index.ts';

export interface OverlayDeps extends Pick<SyncDeps, 'splitter' | 'audience' | 'analyser' | 'embedder'> {
  reader: IndexReader;
  /** What the reader holds. */
  corpus: Corpus;
}

/**
 * What publishing `articles` would change in the index, where only those named `changed` may differ from it. Embeds what
 * is new; null when more than `most` passages differ.
 */
export function overlayChange(deps: OverlayDeps) {
  async function change(articles: Article[], changed: Set<string>): Promise<PassageChange>;
  async function change(articles: Article[], changed: Set<string>, most: number): Promise<PassageChange | null>;
  async function change(articles: Article[], changed: Set<string>, most = Number.POSITIVE_INFINITY) {
    const byId = new Map(articles.map((article) => [article.id, article]));
    const parts = articles.filter((article) => changed.has(incidentOf(article)?.partOf ?? ''));
    const ids = new Set([...changed, ...parts.map(({ id }) => id)]);
    const before = new Map<string, IndexablePassage>();
    for (const passage of deps.corpus.passages.values())
      if (ids.has(passage.articleId)) before.set(passage.id, passage);
    const own = articles.filter(({ id }) => ids.has(id));
    const removed = new Set(before.keys());
    const added = indexable(own, byId, deps).filter((passage) => {
      const known = before.get(passage.id);
      const same = known !== undefined && stateOf(known) === stateOf(passage);
      if (same) removed.delete(passage.id);
      return !same;
    });
    if (added.length + removed.size > most) return null;
    const vectors = await vectorsOf(added, [...before.values()], deps);
    return { removed, added: added.map((passage, i) => ({ passage, vector: vectors[i] ?? null })) };
  }
  return change;
}

/** Words that moved keep their vector. */
async function vectorsOf(
  added: IndexablePassage[],
  before: IndexablePassage[],
  { embedder, reader }: OverlayDeps,
): Promise<(Float32Array | null)[]> {
  if (!embedder || reader.version.model === null) return added.map(() => null);
  const wanted = new Set(added.map(({ embedText }) => embedText));
  const values = before.filter(({ embedText }) => wanted.has(embedText)).map(({ id }) => id);
  const rows = values.length > 0 ? await reader.scan({ op: 'in', field: 'passageId', values }) : [];
  const vectors = new Map(rows.map(({ passage, vector }) => [passage.embedText, vector]));
  const missing = [...wanted].filter((text) => !vectors.get(text));
  const made = missing.length > 0 ? await embedder.embed(missing, 'passage') : [];
  missing.forEach((text, i) => {
    vectors.set(text, made[i] ?? null);
  });
  return added.map(({ embedText }) => vectors.get(embedText) ?? null);
}

/** The state after a change. */
export function corpusAfter(corpus: Corpus, change: PassageChange): Corpus {
  const passages = new Map(corpus.passages);
  const gone = [...change.removed].flatMap((id) => corpus.passages.get(id) ?? []);
  for (const id of change.removed) passages.delete(id);
  for (const { passage } of change.added) passages.set(passage.id, passage);
  const added = change.added.map(({ passage }) => passage);
  return { passages, counts: corpus.counts.changed(added, gone) };
}
