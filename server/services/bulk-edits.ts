import type { Article, Text } from '../domain/article.ts';
import type { BulkAction } from '../domain/bulk.ts';
import { ErfaraError } from '../domain/errors.ts';
import { questionKey } from '../domain/passage.ts';
import type { LiveBank } from './live-bank.ts';

/** In the order in which they come. */
const CAUSE_STEPS = ['told', 'accepted', 'fixed'] as const;

/** Sets one field of a file's front matter; every other byte stays. `undefined` removes it. */
export type SetField = (source: string, path: (string | number)[], value: unknown) => string;

/** One file as a bulk change finds and leaves it. */
export interface FileEdit {
  text: Text;
  before: string;
  /** null = removed. */
  after: string | null;
  /** Where it lies afterwards. */
  to: string;
}

/** A text with its file's words. */
export interface SourceText {
  text: Text;
  source: string;
}

export interface BulkSources {
  bank: LiveBank;
  setField: SetField;
  /** The files of an article, as they are on disk. */
  sources: (article: Article) => Promise<SourceText[]>;
}

/** What a change to many articles does to each file. @throws ErfaraError `bad-request` for what cannot be done. */
export async function bulkEdits(action: BulkAction, articles: Article[], from: BulkSources): Promise<FileEdit[]> {
  const all = (await Promise.all(articles.map(from.sources))).flat();
  const stays = ({ text, source }: SourceText): FileEdit => ({ text, before: source, after: source, to: text.path });
  switch (action.action) {
    case 'move':
      return all.map((file) => ({ ...stays(file), to: `${action.folder}/${file.text.path.split('/').at(-1)}` }));
    case 'tag':
      return all.map((file) => ({ ...stays(file), after: withTags(file, action, from.setField) }));
    case 'archive':
      return all.map((file) => ({ ...stays(file), after: from.setField(file.source, ['state'], 'archived') }));
    case 'cause':
      refuseWithoutOwner(action, articles);
      return all.map((file) => ({ ...stays(file), after: withCause(file, action, from.setField) }));
    case 'merge':
      return mergeEdits(action.into, articles, { ...from, all });
  }
}

function withTags(
  { text, source }: SourceText,
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
  setField: SetField,
): string {
  const kept = text.tags.filter((tag) => !remove.includes(tag));
  const tags = [...kept, ...add.filter((tag) => !kept.includes(tag))];
  return tags.join() === text.tags.join() ? source : setField(source, ['tags'], tags);
}

type CauseAction = Extract<BulkAction, { action: 'cause' }>;

function withCause({ text, source }: SourceText, action: CauseAction, setField: SetField): string {
  const { owner = text.causeOwner } = action;
  const named = owner === text.causeOwner ? source : setField(source, ['cause_owner'], owner ?? undefined);
  const dates = CAUSE_STEPS.flatMap((step) => {
    const { [step]: day = text.cause?.[step] ?? null } = action;
    return owner === null || day === null ? [] : [[step, day] as const];
  });
  return setField(named, ['cause'], dates.length === 0 ? undefined : Object.fromEntries(dates));
}

/** Days are told of somebody; a cause that nobody owns would be seen by nobody. */
function refuseWithoutOwner(action: CauseAction, articles: Article[]): void {
  const dated = CAUSE_STEPS.some((step) => typeof action[step] === 'string');
  const nobodys = articles.filter(
    ({ texts: [text] }) => !(action.owner === undefined ? text?.causeOwner : action.owner),
  );
  if (!dated || nobodys.length === 0) return;
  throw refused('owner', `Say who could end the cause of ${nobodys.map(({ id }) => `"${id}"`).join(', ')}.`);
}

/**
 * The merged articles' files go; their ids and questions move to the article they become. Nothing of their words is lost:
 * the history has the files.
 */
async function mergeEdits(
  into: string,
  articles: Article[],
  { bank, setField, sources, all }: BulkSources & { all: SourceText[] },
): Promise<FileEdit[]> {
  const target = bank.byId.get(into);
  if (!target || target.id !== into)
    throw new ErfaraError('not-found', { details: [place('into', 'There is no such article.')] });
  if (articles.some(({ id }) => id === into)) throw refused('ids', 'An article cannot be merged into itself.');
  refuseWiderReaders(articles, target);
  const ids = [...new Set(articles.flatMap(({ id, texts }) => [id, ...texts.flatMap((text) => text.redirects)]))];
  const merged = (await sources(target)).map(({ text, source }): FileEdit => {
    const redirects = [...text.redirects, ...ids.filter((id) => !text.redirects.includes(id))];
    const known = new Set(text.questions.map(questionKey));
    const own = all.filter((each) => each.text.lang === text.lang).flatMap((each) => each.text.questions);
    const questions = own.filter((question) => {
      const news = !known.has(questionKey(question));
      known.add(questionKey(question));
      return news;
    });
    const withIds = setField(source, ['redirects'], redirects);
    const after =
      questions.length === 0 ? withIds : setField(withIds, ['questions'], [...text.questions, ...questions]);
    return { text, before: source, after, to: text.path };
  });
  const removed = all.map(({ text, source }): FileEdit => ({ text, before: source, after: null, to: text.path }));
  return [...merged, ...(await supersedingEdits(ids, into, { bank, setField, sources })), ...removed];
}

/** Incidents that withhold a merged article withhold what it became. */
async function supersedingEdits(
  ids: string[],
  into: string,
  { bank, setField, sources }: BulkSources,
): Promise<FileEdit[]> {
  const concerned = bank.articles.filter(({ texts }) =>
    texts.some(({ incident }) => incident?.supersedes.some((id) => ids.includes(id))),
  );
  const files = (await Promise.all(concerned.map(sources))).flat();
  return files.flatMap(({ text, source }) => {
    const was = text.incident?.supersedes ?? [];
    if (!was.some((id) => ids.includes(id))) return [];
    const is = [...new Set(was.map((id) => (ids.includes(id) ? into : id)))];
    return [{ text, before: source, after: setField(source, ['supersedes'], is), to: text.path }];
  });
}

/** A language that only the merged article has would be lost; the words of fewer readers would be shown to more. */
function refuseWiderReaders(articles: Article[], target: Article): void {
  for (const { id, texts } of articles) {
    const missing = texts.filter(({ lang }) => !target.texts.some((text) => text.lang === lang));
    if (missing.length > 0) {
      const langs = missing.map(({ lang }) => lang).join(', ');
      throw refused(
        'ids',
        `"${id}" has a text in ${langs} that "${target.id}" lacks. Translate that one first, or archive "${id}".`,
      );
    }
    if (texts[0]?.audience !== target.texts[0]?.audience) {
      const message = `"${id}" is for ${texts[0]?.audience} and "${target.id}" for ${target.texts[0]?.audience}. Give both the same audience first.`;
      throw refused('ids', message);
    }
  }
}

function place(path: string, message: string) {
  return { path, rule: 'merge', message };
}

function refused(path: string, message: string): ErfaraError {
  return new ErfaraError('bad-request', { details: [place(path, message)] });
}
