import type { Lang } from './language.ts';

/** What clients are told as it happens. `id` is where a client that was cut off goes on. */
export type ServerEvent = { id: string } & NewServerEvent;

export type NewServerEvent =
  | { type: 'index-changed'; version: number }
  | { type: 'incident'; incident: string; state: 'raised' | 'extended' | 'ended' }
  /** To whoever raised it: so many minutes are left. */
  | { type: 'incident-ending'; incident: string; until: string; minutes: 30 | 10 }
  /** To leads: many similar queries in a short time. */
  | { type: 'surge'; surge: string }
  | { type: 'flag-answered'; flag: string; article: { id: string; lang: Lang } }
  | { type: 'case-captured'; article: { id: string; lang: Lang }; title: string }
  /** More happened since the client was here than is remembered: what it shows may be old. */
  | { type: 'missed' };
