import type { LiveArticles } from '../room/live-articles.ts';
import { editorPath, ROOMS, type RoomName } from './routes.ts';

const MOST = 8;

export interface Place {
  title: string;
  /** What tells two places of one name apart. */
  more: string;
  path: string;
}

/** A day as it is kept, or as Europe writes it: 2026-11-23, 23.11.2026, 23/11/2026. */
function dayOf(word: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return word;
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(word) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** Rooms and articles whose names hold every word, those that begin with them first. A day among the words leads to what articles said on it. */
export function placesFor(
  words: string,
  bank: Pick<LiveArticles, 'rows'>,
  by: { names: Record<RoomName, string>; lang: string },
): Place[] {
  const written = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const at = written.map(dayOf).find((day) => day !== null);
  const asked = written.filter((word) => dayOf(word) === null);
  const rooms = ROOMS.map((name) => ({ title: by.names[name], more: '', path: `/${name}` }));
  const articles = bank.rows.flatMap(({ id, texts }) => {
    const text = texts.find(({ lang }) => lang === by.lang) ?? texts[0];
    return text
      ? [{ title: text.title, more: at ? `${id} · ${at}` : id, path: editorPath(id, text.lang, at ? { at } : {}) }]
      : [];
  });
  const fits = ({ title, more }: Place) => {
    const name = `${title} ${more}`.toLocaleLowerCase();
    return asked.every((word) => name.includes(word));
  };
  const begins = ({ title }: Place) => (title.toLocaleLowerCase().startsWith(asked[0] ?? '') ? 0 : 1);
  const all = at ? articles.filter(fits) : asked.length === 0 ? rooms : [...rooms, ...articles].filter(fits);
  return all.sort((a, b) => begins(a) - begins(b)).slice(0, MOST);
}
