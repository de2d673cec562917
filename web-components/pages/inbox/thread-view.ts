import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { Conversation, Turn } from '../conversations/conversation.ts';
import { channelMark } from './channel-icons.ts';
import { AGENT, type InboxState } from './state.ts';
import { inboxStrings, shortAge } from './strings.ts';

export interface ThreadVerbs {
  send(): void;
  /** Shows the suggestions where they are not beside the thread. */
  openSheet(): void;
}

/** The open conversation and its reply box. */
export function threadView(state: InboxState, doing: ThreadVerbs): TemplateResult {
  const words = inboxStrings(state.lang);
  const { open } = state;
  if (!open) return html`<main class="thread"><p class="muted choose">${words.choose}</p></main>`;
  return html`<main class="thread" aria-label=${open.customer.name}>
    <div class="thread-head">
      <a class="back" href="#" aria-label=${words.back}>←</a>
      <div class="head-text">
        <h2>${open.customer.name}</h2>
        <p class="muted">
          <span class="channel-name">${channelMark(open.channel)}${words.channels[open.channel]}</span>
          <span class="tag">${words[open.setting]}</span>
          <span class="tag">${open.market.toUpperCase()}</span>
          ${open.booking ? html`<span class="tag">${words.booking} ${open.booking.number}</span>` : nothing}
        </p>
      </div>
    </div>
    <div class="turns" tabindex="0" role="log" aria-label=${open.customer.name}>
      ${open.subject ? html`<h3 class="subject" lang=${open.lang}>${open.subject}</h3>` : nothing}
      ${open.turns.map((turn) => bubble(turn, open, state))}
    </div>
    ${composer(open, state, doing)}
  </main>`;
}

function bubble(turn: Turn, open: Conversation, state: InboxState): TemplateResult {
  const words = inboxStrings(state.lang);
  const who = turn.from === 'customer' ? open.customer.name : (turn.by ?? AGENT.firstName);
  return html`<div class="turn ${turn.from}">
    <p class="meta">${who} <span class="muted">${turn.from === 'note' ? html`${words.note}, ` : nothing}${shortAge(turn.minutesAgo, state.lang)}</span></p>
    <div class="bubble" lang=${turn.from === 'other' ? nothing : open.lang}>${turn.text}</div>
  </div>`;
}

function composer(open: Conversation, state: InboxState, { send, openSheet }: ThreadVerbs): TemplateResult {
  const words = inboxStrings(state.lang);
  const phone = open.channel === 'phone';
  const label = phone ? words.note : words.write;
  return html`<form class="composer" @submit=${(event: Event) => {
    event.preventDefault();
    send();
  }}>
    <label for="reply" class="sr">${words.reply}</label>
    ${keyed(
      open.id,
      html`<textarea id="reply" lang=${open.lang} rows="6" placeholder=${label} .value=${live(state.draft(open.id))}
        @input=${(event: Event) => state.keepDraft(open.id, (event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}></textarea>`,
    )}
    <div class="under">
      ${keyed(open.id, html`<erfara-length for="#reply" lang=${state.lang}></erfara-length>`)}
      <button type="button" class="open-sheet" aria-expanded=${state.sheet} @click=${openSheet}>
        ${state.saveOffered ? words.saveCase : words.suggestions}${state.found > 0 && !state.saveOffered ? html` <span class="count">${state.found}</span>` : nothing}
      </button>
      <button type="submit" class="send">${phone ? words.save : words.send} <kbd>Ctrl ↵</kbd></button>
    </div>
  </form>`;
}
