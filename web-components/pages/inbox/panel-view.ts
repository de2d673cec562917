import { html, type TemplateResult } from 'lit';
import type { ErfaraSuggestionsEvent } from '../../suggest/events.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { Sheet } from './sheet.ts';
import { AGENT, type InboxState } from './state.ts';
import { inboxStrings } from './strings.ts';

/** The experience bank's panel, fed from the open conversation. */
export function panelView(state: InboxState, sheet: Sheet): TemplateResult {
  const words = inboxStrings(state.lang);
  const { open } = state;
  return html`<aside class="panel ${state.sheet ? 'shown' : ''}" aria-label=${words.suggestions} @focusout=${sheet.left}>
    <button type="button" class="close-sheet" @click=${sheet.close}>${words.close} <kbd aria-hidden="true">Esc</kbd></button>
    <erfara-whats-new lang=${state.lang} .reads=${readsOf(state)}></erfara-whats-new>
    <erfara-suggest
      for="#reply"
      lang=${state.lang}
      .case=${open?.id ?? ''}
      .turns=${open ? turnsOf(open) : []}
      .channel=${open?.channel ?? ''}
      .setting=${open?.setting ?? ''}
      .receivedAt=${open ? receivedAt(open) : ''}
      .market=${open?.market ?? ''}
      .reads=${readsOf(state)}
      .writes=${open ? [open.lang] : []}
      .variables=${open ? variablesOf(open) : {}}
      @erfara-suggestions=${(event: ErfaraSuggestionsEvent) => state.setFound(event.detail.suggestions.length)}
      @erfara-insert=${() => state.showSheet(false)}
      @erfara-reveal=${sheet.reveal}
      @erfara-save-offered=${() => state.offerSave()}
      @erfara-leave=${() => state.showSheet(false)}
      @erfara-reads=${(event: CustomEvent<{ reads: string[] }>) => chosen.set(state, event.detail.reads)}
    ></erfara-suggest>
  </aside>`;
}

/** What the agent chose to read; until then the interface's language, then those a Nordic agent reads. */
const chosen = new WeakMap<InboxState, string[]>();

export function readsOf(state: InboxState): string[] {
  return chosen.get(state) ?? [...new Set([state.lang, 'sv', 'nb', 'da', 'en'])];
}

const OPENED = Date.now();

/** When the customer last wrote; ages count from the moment the page was opened. */
function receivedAt({ turns }: Conversation): string {
  const last = turns.findLast(({ from }) => from === 'customer');
  return last ? new Date(OPENED - last.minutesAgo * 60_000).toISOString() : '';
}

/** A phone note is what the agent wrote down of the customer's words. */
export function turnsOf({ turns, channel }: Conversation) {
  return turns.map(({ from, text }) => ({
    from: channel === 'phone' && from === 'note' ? ('customer' as const) : from,
    text,
  }));
}

function variablesOf({ customer, booking }: Conversation): Record<string, string> {
  return {
    'agent.first_name': AGENT.firstName,
    ...(customer.firstName ? { 'customer.first_name': customer.firstName } : {}),
    ...(booking ? { 'order.number': booking.number } : {}),
    ...(booking?.destination ? { 'trip.destination': booking.destination } : {}),
    ...(booking?.date ? { 'trip.date': booking.date } : {}),
  };
}
