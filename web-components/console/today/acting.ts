import type { ArticleName, BulkOutput, WorkItem } from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import type { LiveArticles } from '../room/live-articles.ts';
import { takeBack } from '../room/take-back.ts';
import { editorPath } from '../shell/routes.ts';

/** Where an item's action is done, when that is another room; null when it is done in the queue. */
export function placeOf(item: WorkItem, bank: Pick<LiveArticles, 'row'>): string | null {
  const [first, second] = item.articles;
  if (item.action === 'write') return `/gaps?item=${encodeURIComponent(item.id)}`;
  if (item.action === 'extend') return '/incidents';
  if (!first) return null;
  if (item.action === 'edit' || item.action === 'publish') return editorPath(first.id, first.lang);
  if (item.action !== 'translate') return null;
  const to = item.languages[0] ?? first.lang;
  const there = bank.row(first.id)?.texts.some(({ lang }) => lang === to);
  return there ? editorPath(first.id, to, second ? { beside: second.lang } : {}) : null;
}

/** "Still correct": checked today, as the file says from now on. Answers how it is taken back. */
export async function confirmText(desk: Desk, name: TextName): Promise<() => Promise<unknown>> {
  // With it comes a YAML parser, which nobody needs before.
  const { setField } = await import('../editor/front-matter.ts');
  const source = await desk.source(name);
  const today = new Date().toISOString().slice(0, 10);
  const markdown = [
    ['state', 'validated'],
    ['verified_at', today],
  ].reduce((text, [key = '', value]) => {
    const splice = setField(text, key, value);
    return splice ? text.slice(0, splice.from) + splice.insert + text.slice(splice.to) : text;
  }, source.markdown);
  await desk.save(name, { markdown }, source.etag);
  return () => takeBack(desk, name);
}

/** Archives an article; answers how it is taken back. */
export async function archive(desk: Desk, id: string): Promise<() => Promise<unknown>> {
  const previewed = await desk.bulk({ action: 'archive', ids: [id], dryRun: true });
  const { files } = await desk.bulk({ action: 'archive', ids: [id], ...accepting(previewed) });
  return async () => {
    for (const { lang } of files) await takeBack(desk, { id, lang });
  };
}

export interface MergeChoice {
  item: WorkItem;
  /** Goes away, and leads to the other one. */
  from: ArticleName;
  into: ArticleName;
  previewed: BulkOutput | null;
  busy: boolean;
  failure: unknown;
}

/** Of two articles, the one that the queue names first goes into the other. */
export function mergeOf(item: WorkItem): MergeChoice | null {
  const [from, into] = item.articles;
  return from && into ? { item, from, into, previewed: null, busy: false, failure: null } : null;
}

export function previewMerge(desk: Desk, { from, into }: MergeChoice): Promise<BulkOutput> {
  return desk.bulk({ action: 'merge', ids: [from.id], into: into.id, dryRun: true });
}

export function merge(desk: Desk, { from, into, previewed }: MergeChoice): Promise<BulkOutput> {
  return desk.bulk({ action: 'merge', ids: [from.id], into: into.id, ...(previewed ? accepting(previewed) : {}) });
}

function accepting({ token, lost }: BulkOutput): { token?: string; accept?: string[] } {
  return token && lost.length > 0 ? { token, accept: lost } : {};
}
