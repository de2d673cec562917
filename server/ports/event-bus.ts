import type { Article } from '../domain/article.ts';
import type { NewServerEvent, ServerEvent } from '../domain/server-event.ts';

/**
 * Who is told: everybody, whoever wrote something (a keyed name), whoever may read an article, or leads: the one of this
 * name, or all.
 */
export type Addressee =
  | { to: 'all' }
  | { to: 'author'; author: string }
  | { to: 'readers'; article: Article }
  | { to: 'leads'; name: string | null };

export interface Announcement {
  event: ServerEvent;
  addressee: Addressee;
}

/** Tells followers what happens, in order. Remembers a bounded number for those who were cut off. */
export interface EventBus {
  publish(event: NewServerEvent, addressee: Addressee): void;
  /** The id to follow from in order to hear everything from now on. */
  last(): string;
  /**
   * What was announced after the event `after`, and then whatever comes, until `signal` is aborted or the bus is closed.
   * Where events between are no longer known, `missed` stands in their place. A follower that does not ask for the next
   * costs nothing.
   */
  follow(after: string, signal: AbortSignal): AsyncIterable<Announcement>;
  /** Ends every follower. */
  close(): void;
}
