import type { ServerEvent } from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';
import { eventsOf } from './shared-events.ts';

/** What changed at once is asked for once. */
const TOGETHER = 200;
/** A browser whose stream is refused, or whose clock alone knows that a time is over, still hears within this. */
const AT_LATEST = 60_000;

/** Calls `again` soon after an event of one of the types, when the connection comes back, and once a minute. */
export function followChanges(
  client: Pick<ErfaraClient, 'base' | 'agent'>,
  types: ServerEvent['type'][],
  again: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      again();
    }, TOGETHER);
  };
  const stopListening = eventsOf(client).listen(({ type }) => {
    if (type === 'missed' || types.includes(type)) soon();
  });
  const interval = setInterval(() => {
    if (!document.hidden) soon();
  }, AT_LATEST);
  addEventListener('online', soon);
  document.addEventListener('visibilitychange', soon);
  return () => {
    stopListening();
    clearInterval(interval);
    removeEventListener('online', soon);
    document.removeEventListener('visibilitychange', soon);
    if (timer) clearTimeout(timer);
  };
}
