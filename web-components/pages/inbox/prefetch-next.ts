import { readsOf, turnsOf } from './panel-view.ts';
import type { InboxState } from './state.ts';

/** Fetches the suggestions of the conversation below, which is opened next more often than any other. */
export function prefetchNext(state: InboxState): void {
  const { next } = state;
  if (!next) return;
  document.querySelector('erfara-suggest')?.prefetch({
    case: next.id,
    turns: turnsOf(next),
    channel: next.channel,
    setting: next.setting,
    market: next.market,
    reads: readsOf(state),
    writes: [next.lang],
  });
}
