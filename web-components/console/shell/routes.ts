/** The rooms of the console, in the order of its menu. */
export const ROOMS = ['today', 'articles', 'gaps', 'facts', 'incidents', 'insights'] as const;
export type RoomName = (typeof ROOMS)[number];

/** What lies behind Today, without a line in the menu. */
const INNER = ['decisions', 'coaching'] as const;
type Inner = (typeof INNER)[number];

export interface Route {
  /** What the menu marks. */
  room: RoomName | null;
  /** The element that shows it. */
  view: RoomName | 'editor' | Inner | null;
  /** What follows in the address. */
  path: string[];
  /** What follows a question mark. */
  query: Record<string, string>;
}

/** `#/articles/refund/sv?from=en` -> the editor, at that text. An address of no room has neither room nor view. */
export function routeOf(hash: string): Route {
  const [address = '', asked = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [first = '', ...path] = address.split('/').map(decoded).filter(Boolean);
  const query = Object.fromEntries(new URLSearchParams(asked));
  const room = first === '' ? 'today' : (ROOMS.find((name) => name === first) ?? null);
  const inner = room === 'today' ? INNER.find((name) => name === path[0]) : undefined;
  const view = inner ?? (room === 'articles' && path.length > 0 ? 'editor' : room);
  return { room, view, path, query };
}

/** The address of a text in the editor. */
export function editorPath(id: string, lang: string, query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `/articles/${encodeURIComponent(id)}/${encodeURIComponent(lang)}${asked && `?${asked}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
