import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { ServerEvent } from '../domain/server-event.ts';
import type { Announcement, EventBus } from '../ports/event-bus.ts';
import { authorOf } from './may-change.ts';
import { readableTexts } from './may-read.ts';
import { isLead, requireScope } from './scope.ts';

export interface FollowEventsDeps {
  events: Pick<EventBus, 'follow' | 'last'>;
  author: (principalId: string) => string;
  /** Streams at once; each costs a connection. */
  most: number;
}

export interface FollowedEvents {
  /** Where the stream begins: to be remembered as if it were an event's id. */
  from: string;
  /** Ends when `end` is called, the request is over or the server stops. */
  events: AsyncIterable<ServerEvent>;
  /** Must be called once, whatever happened. */
  end(): void;
}

/**
 * What happens, as it happens, as far as it concerns the principal: after the event `after`, or from now on.
 * @throws ErfaraError `busy` when there are as many followers as there may be.
 */
export function followEvents(deps: FollowEventsDeps) {
  let open = 0;
  return (input: { after?: string }, ctx: Ctx): FollowedEvents => {
    requireScope(ctx, 'suggest');
    if (open >= deps.most) {
      const message = `${deps.most} streams are open. Share one between the tabs of a browser.`;
      throw new ErfaraError('busy', { details: [{ path: 'events', rule: 'streams', message }], retryAfter: 15 });
    }
    open += 1;
    const ending = new AbortController();
    const signal = ctx.signal ? AbortSignal.any([ctx.signal, ending.signal]) : ending.signal;
    const from = input.after ?? deps.events.last();
    const author = deps.author(ctx.principal.id);
    return {
      from,
      events: heard(deps.events.follow(from, signal), { author, ctx }),
      end() {
        if (ending.signal.aborted) return;
        open -= 1;
        ending.abort();
      },
    };
  };
}

async function* heard(
  announcements: AsyncIterable<Announcement>,
  by: { author: string; ctx: Ctx },
): AsyncGenerator<ServerEvent, void> {
  for await (const { event, addressee } of announcements) {
    if (concerns(addressee, by)) yield event;
  }
}

function concerns(addressee: Announcement['addressee'], by: { author: string; ctx: Ctx }): boolean {
  if (addressee.to === 'all') return true;
  if (addressee.to === 'author') return addressee.author === by.author;
  if (addressee.to === 'leads')
    return isLead(by.ctx) && (addressee.name ?? authorOf(by.ctx).name) === authorOf(by.ctx).name;
  return readableTexts(addressee.article, by.ctx).length > 0;
}
