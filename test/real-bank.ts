import { join } from 'node:path';
import { FileArticleStore } from '../server/content/file-article-store.ts';
import { passagesOf, SPLITTER_VERSION } from '../server/content/passages.ts';
import { embeddedModel } from '../server/embedding/model-folder.ts';
import { TransformersEmbedder } from '../server/embedding/transformers-embedder.ts';
import { LancePassageIndex } from '../server/index/lance-passage-index.ts';
import { SqliteWriterLock } from '../server/index/sqlite-writer-lock.ts';
import { StemmingAnalyser } from '../server/language/analyse.ts';
import { EldLanguageDetector } from '../server/language/detect.ts';
import { projectRoot } from '../server/project-root.ts';
import { liveBank } from '../server/services/live-bank.ts';
import { syncIndex } from '../server/services/sync-index.ts';

/** Kept between runs: a second run embeds only what changed. */
export const REAL_DATA = join(projectRoot(), '.erfara', 'test');

export const REAL_LOCK = join(REAL_DATA, 'writer.lock');

const lock = new SqliteWriterLock(REAL_LOCK);

/** Waits for whoever is indexing the real bank, the process that the tests began with above all. */
export async function indexed(): Promise<void> {
  await lock.hold('tests', 580_000, async () => undefined);
}

/** The project's own content under its own model, indexed by the real sync. */
export async function openRealBank() {
  await indexed();
  const bank = liveBank(await new FileArticleStore(join(projectRoot(), 'content')).load());
  const embedder = await TransformersEmbedder.open(embeddedModel(join(projectRoot(), 'models')));
  const analyser = new StemmingAnalyser(bank.settings.synonyms);
  const detector = new EldLanguageDetector(Object.keys(bank.settings.languages));
  const index = new LancePassageIndex(join(REAL_DATA, 'index'));
  const sync = syncIndex({
    index,
    embedder,
    analyser,
    detector,
    lock,
    splitter: { version: String(SPLITTER_VERSION), passagesOf },
    audience: 'internal',
  });
  await sync({ bank });
  const reader = await index.current();
  if (!reader) throw new Error('The sync published nothing.');
  return { bank, embedder, analyser, detector, index, reader };
}
