import { join } from 'node:path';
import type { Fingerprint } from '../../server/domain/fingerprint.ts';
import type { IndexablePassage } from '../../server/domain/passage.ts';
import { LancePassageIndex } from '../../server/index/lance-passage-index.ts';
import { SqliteWriterLock } from '../../server/index/sqlite-writer-lock.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';
import { passage } from '../doubles/passages.ts';

const PASSAGES = 600;

/** What the index should hold in generation `n`: some passages stay, some change, move, come or go, or all are rebuilt. */
export function wantedIn(n: number): IndexablePassage[] {
  return Array.from({ length: PASSAGES }, (_, i) => {
    const kind = i % 6;
    if (kind === 0) return passage(`p${i}`, `ord${i} ändras generation${n}`);
    if (kind === 1) return passage(`p${i}-${n}`, `ord${i} flyttar`, { tags: [`g${n}`] });
    if (kind === 2 && i % 4 === n % 4) return null;
    return passage(`p${i}`, `ord${i} stannar`);
  }).filter((entry) => entry !== null);
}

/** Every fifth generation has another analysis, every seventh another model. */
export function fingerprintIn(n: number): Fingerprint {
  return { embedding: `model${Math.floor(n / 7)}.1`, analysis: `words${Math.floor(n / 5)}` };
}

/** Brings the index in `folder` to generation `n` under the writer lock. */
export async function syncTo(folder: string, n: number, pauseMs: number): Promise<void> {
  const index = new LancePassageIndex(join(folder, 'index'));
  const embedder = new HashingEmbedder({ pauseMs });
  await new SqliteWriterLock(join(folder, 'writer.lock')).hold(`generation ${n}`, 0, async () => {
    const plan = await index.plan(wantedIn(n), fingerprintIn(n), n % 9 === 8);
    await index.apply(plan, {
      fingerprint: fingerprintIn(n),
      model: { name: embedder.model, dimensions: embedder.dimensions },
      embed: (texts, progress) => embedder.embed(texts, 'passage', progress),
      calibrate: async () => null,
      // Says which generation a published version is.
      articles: n,
      progress: () => undefined,
    });
  });
}
