import type { ArticleRow, BulkAction, BulkOutput } from '../../../server/http/contract.ts';
import type { Desk } from '../../client/desk.ts';
import { takeBack } from '../room/take-back.ts';

/** As many as one request takes. */
const AT_ONCE = 200;

export type BulkVerb = 'tag' | 'move' | 'archive';

export interface BulkChoice {
  verb: BulkVerb;
  ids: string[];
  /** Tags, with commas; or a folder. */
  words: string;
  /** Tags are taken away. */
  remove: boolean;
}

/** The change asked for, in requests of a size that is taken. */
export function actionsOf({ verb, ids, words, remove }: BulkChoice): BulkAction[] {
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) =>
    ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
  const tags = words.split(',').flatMap((tag) => tag.trim() || []);
  return parts.map((part): BulkAction => {
    if (verb === 'move') return { action: 'move', ids: part, folder: words.trim() };
    if (verb === 'archive') return { action: 'archive', ids: part };
    return { action: 'tag', ids: part, ...(remove ? { remove: tags } : { add: tags }) };
  });
}

/** What the change would do; nothing is written. */
export function preview(desk: Desk, choice: BulkChoice): Promise<BulkOutput[]> {
  return inTurn(actionsOf(choice), (action) => desk.bulk({ ...action, dryRun: true }));
}

/** Makes the change, accepting what the preview said would be lost. */
export function apply(desk: Desk, choice: BulkChoice, previewed: BulkOutput[]): Promise<BulkOutput[]> {
  return inTurn(actionsOf(choice), (action, i) => {
    const { token, lost } = previewed[i] ?? { token: null, lost: [] };
    return desk.bulk({ ...action, ...(token && lost.length > 0 ? { token, accept: lost } : {}) });
  });
}

/** Takes a change back: moved files to where they lay, and everything else to the version before. */
export async function undo(desk: Desk, choice: BulkChoice, before: ArticleRow[], done: BulkOutput[]): Promise<void> {
  if (choice.verb === 'move') {
    for (const folder of new Set(before.map((row) => row.folder))) {
      const ids = before.filter((row) => row.folder === folder).map(({ id }) => id);
      await inTurn(actionsOf({ ...choice, ids, words: folder }), (action) => desk.bulk(action));
    }
    return;
  }
  for (const { id, lang, diff } of done.flatMap(({ files }) => files)) {
    if (diff.length === 0) continue;
    await takeBack(desk, { id, lang });
  }
}

async function inTurn<T, R>(all: T[], one: (each: T, i: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [i, each] of all.entries()) results.push(await one(each, i));
  return results;
}
