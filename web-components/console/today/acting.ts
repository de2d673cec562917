import type { ArticleName, BulkOutput, ConfirmOutput, DiffPart, WorkItem } from '../../../server/http/contract.ts';
import type { ErfaraClient } from '../../client/client.ts';
import { curationOf } from '../../client/curation.ts';
import { type Desk, deskOf, type TextName } from '../../client/desk.ts';
import { type BulkChoice, type Made, make, preview } from '../room/bulk.ts';
import type { LiveArticles } from '../room/live-articles.ts';
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

/** "Still correct", with what that stands on. */
export async function confirmText(client: ErfaraClient, name: TextName): Promise<ConfirmOutput> {
  const { etag } = await deskOf(client).source(name);
  return curationOf(client).confirm({ ...name, etag });
}

/** The article's text with the change that agents keep making; null where it no longer says what they change. */
export function withChange(source: string, diff: DiffPart[]): string | null {
  const lines = (kind: DiffPart['kind']) => diff.flatMap((part) => (part.kind === kind ? part.lines : []));
  const before = lines('removed').join('\n');
  const at = before === '' ? -1 : source.indexOf(before);
  if (at === -1 || source.includes(before, at + 1)) return null;
  return source.slice(0, at) + lines('added').join('\n') + source.slice(at + before.length);
}

/** What agents keep changing becomes a draft of the article, for the editor to look at. */
export async function draftChange(desk: Desk, item: WorkItem): Promise<void> {
  const [name] = item.articles;
  const change = item.evidence.find((each) => each.kind === 'diff');
  if (!name || !change) return;
  const { id, lang } = name;
  const { drafts } = await desk.drafts();
  if (drafts.some((draft) => draft.id === id && draft.lang === lang)) return;
  const { markdown, etag } = await desk.source({ id, lang });
  const changed = withChange(markdown, change.diff);
  if (changed !== null) await desk.keepDraft({ id, lang }, { markdown: changed, base: etag });
}

/** Archives an article, accepting what that loses: nobody asked for it. */
export async function archive(desk: Desk, id: string): Promise<Made> {
  const choice: BulkChoice = { verb: 'archive', ids: [id], words: '', remove: false };
  return make(desk, choice, await preview(desk, choice), []);
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

export async function previewMerge(desk: Desk, choice: MergeChoice): Promise<BulkOutput | null> {
  const [previewed] = await preview(desk, asBulk(choice));
  return previewed ?? null;
}

/** Accepts what the preview said would be lost. */
export function merge(desk: Desk, choice: MergeChoice): Promise<Made> {
  return make(desk, asBulk(choice), choice.previewed ? [choice.previewed] : [], []);
}

function asBulk({ from, into }: MergeChoice): BulkChoice {
  return { verb: 'merge', ids: [from.id, into.id], words: into.id, remove: false };
}
