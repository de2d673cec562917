import type { ArticleRow } from '../../../server/http/contract.ts';

/** What narrows the list; '' = everything. */
export interface Filters {
  words: string;
  lang: string;
  state: string;
  kind: string;
  owner: string;
}

export const NO_FILTERS: Filters = { words: '', lang: '', state: '', kind: '', owner: '' };

/** The text that stands for an article in a list: the language asked for, else the reader's, else its first. */
export function textShown(row: ArticleRow, langs: string[]): ArticleRow['texts'][number] | undefined {
  for (const lang of langs) {
    const found = row.texts.find((text) => text.lang === lang);
    if (found) return found;
  }
  return row.texts[0];
}

/**
 * Articles that fit. Words are looked for in ids, titles and tags; `found` are ids that a search by meaning gave, best first:
 * they come after the articles that hold the words themselves. Without words: the most used first. Archived ones only when asked for.
 */
export function filtered(rows: ArticleRow[], filters: Filters, found: string[]): ArticleRow[] {
  const { lang, state, kind, owner } = filters;
  const fits = (row: ArticleRow) =>
    (kind === '' || row.kind === kind) &&
    (owner === '' || row.owner === owner) &&
    row.texts.some(
      (text) =>
        (lang === '' || text.lang === lang) && (state === '' ? text.state !== 'archived' : text.state === state),
    );
  const narrowed = rows.filter(fits);
  const words = filters.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return narrowed.sort((a, b) => b.uses - a.uses || a.id.localeCompare(b.id));
  const holds = ({ id, texts, tags }: ArticleRow) => {
    const said = `${id} ${texts.map(({ title }) => title).join(' ')} ${tags.join(' ')}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  };
  const named = narrowed.filter(holds);
  const known = new Set(named.map(({ id }) => id));
  const byId = new Map(narrowed.map((row) => [row.id, row]));
  return [...named, ...found.flatMap((id) => (known.has(id) ? [] : (byId.get(id) ?? [])))];
}
