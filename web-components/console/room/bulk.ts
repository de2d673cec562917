import type { ArticleRow, BulkAction, BulkOutput } from '../../../server/http/contract.ts';
import type { Desk } from '../../client/desk.ts';
import { takeBack, undecided } from './take-back.ts';

/** As many as one request takes. */
const AT_ONCE = 200;

export type BulkVerb = 'tag' | 'move' | 'archive' | 'merge';

export interface BulkChoice {
  verb: BulkVerb;
  ids: string[];
  /** Tags, with commas; a folder; or the id of the article that the others become. */
  words: string;
  /** Tags are taken away. */
  remove: boolean;
}

/** The change asked for, in requests of a size that is taken. */
export function actionsOf({ verb, ids, words, remove }: BulkChoice): BulkAction[] {
  if (verb === 'merge') return [{ action: 'merge', ids: ids.filter((id) => id !== words), into: words }];
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

export interface Made {
  /** Files changed. */
  files: number;
  /** Takes the change back: what was moved to where it lay, what was removed as it was, everything else to the version before. */
  undo(): Promise<void>;
}

/** Makes the change, accepting what the preview said would be lost. `before` are the articles' rows. */
export async function make(
  desk: Desk,
  choice: BulkChoice,
  previewed: BulkOutput[],
  before: ArticleRow[],
): Promise<Made> {
  const leaving = previewed.flatMap(({ files }) => files).filter(({ to }) => to === null);
  const removed = await inTurn(leaving, (name) => desk.source(name));
  const done = await inTurn(actionsOf(choice), (action, i) => {
    const { token, lost } = previewed[i] ?? { token: null, lost: [] };
    return desk.bulk({ ...action, ...(token && lost.length > 0 ? { token, accept: lost } : {}) });
  });
  const files = done.flatMap((output) => output.files);
  return {
    files: files.length,
    async undo() {
      if (choice.verb === 'move') return moveBack(desk, choice, before);
      const changed = files.filter(({ to, diff }) => to !== null && diff.length > 0);
      await inTurn(changed, ({ id, lang }) => takeBack(desk, { id, lang }));
      await inTurn(removed, ({ markdown, path }) => {
        const folder = path.slice(0, path.lastIndexOf('/'));
        return undecided((accepted) => desk.create({ markdown, folder, ...accepted }));
      });
    },
  };
}

async function moveBack(desk: Desk, choice: BulkChoice, before: ArticleRow[]): Promise<void> {
  for (const folder of new Set(before.map((row) => row.folder))) {
    const ids = before.filter((row) => row.folder === folder).map(({ id }) => id);
    await inTurn(actionsOf({ ...choice, ids, words: folder }), (action) => desk.bulk(action));
  }
}

async function inTurn<T, R>(all: T[], one: (each: T, i: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [i, each] of all.entries()) results.push(await one(each, i));
  return results;
}
