import { createHash } from 'node:crypto';
import type { Bank } from '../ports/article-store.ts';
import { fingerprintOf, type SyncDeps, type SyncInput, type SyncOutput, syncIndex } from './sync-index.ts';

/** Remembers between runs what the index was last made of. Losing it costs one comparison. */
export interface SyncMemory {
  recall(): string | null;
  keep(what: string): void;
}

/**
 * `syncIndex`, but when the files, the fingerprint and the published version are those of the last sync nothing is cut,
 * analysed or compared: an unchanged folder is known at once.
 */
export function syncWhenChanged(deps: SyncDeps, memory: SyncMemory) {
  return async (input: SyncInput): Promise<SyncOutput> => {
    const current = (await deps.index.current())?.version ?? null;
    if (current && !input.full && memory.recall() === madeOf(input.bank, deps, current)) {
      const plan = { add: 0, change: 0, move: 0, remove: 0, unchanged: current.passages, rebuild: false };
      return { plan, version: current, published: false };
    }
    const output = await syncIndex(deps)(input);
    if (output.version && !input.dryRun) memory.keep(madeOf(input.bank, deps, output.version));
    return output;
  };
}

function madeOf(bank: Bank, deps: SyncDeps, version: NonNullable<SyncOutput['version']>): string {
  const texts = bank.articles.flatMap((article) => article.texts.map((text) => `${text.path} ${text.etag}`)).sort();
  const made = [
    texts,
    bank.settings,
    fingerprintOf(deps, bank.settings.suggest.rightOfTen),
    deps.audience,
    version.version,
    version.publishedAt,
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}
