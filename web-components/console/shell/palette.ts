import type { LiveArticles } from '../room/live-articles.ts';
import { editorPath, ROOMS, type RoomName } from './routes.ts';

const MOST = 8;

export interface Place {
  title: string;
  /** What tells two places of one name apart. */
  more: string;
  path: string;
}

/** Rooms and articles whose names hold every word, those that begin with them first. */
export function placesFor(
  words: string,
  bank: Pick<LiveArticles, 'rows'>,
  by: { names: Record<RoomName, string>; lang: string },
): Place[] {
  const asked = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rooms = ROOMS.map((name) => ({ title: by.names[name], more: '', path: `/${name}` }));
  const articles = bank.rows.flatMap(({ id, texts }) => {
    const text = texts.find(({ lang }) => lang === by.lang) ?? texts[0];
    return text ? [{ title: text.title, more: id, path: editorPath(id, text.lang) }] : [];
  });
  const fits = ({ title, more }: Place) => {
    const name = `${title} ${more}`.toLocaleLowerCase();
    return asked.every((word) => name.includes(word));
  };
  const begins = ({ title }: Place) => (title.toLocaleLowerCase().startsWith(asked[0] ?? '') ? 0 : 1);
  const all = asked.length === 0 ? rooms : [...rooms, ...articles].filter(fits);
  return all.sort((a, b) => begins(a) - begins(b)).slice(0, MOST);
}
