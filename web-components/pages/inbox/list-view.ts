import { html, type TemplateResult } from 'lit';
import type { Conversation } from '../conversations/conversation.ts';
import { channelMark } from './channel-icons.ts';
import type { InboxState } from './state.ts';
import { inboxStrings, shortAge } from './strings.ts';

/** The conversations: channel, name, first line, age, language. */
export function listView(state: InboxState): TemplateResult {
  const words = inboxStrings(state.lang);
  return html`<nav class="conversations" aria-label=${words.inbox}>
    <div class="list-head">
      <h2>${words.inbox}</h2>
      <span class="muted">${words.unread.replace('{n}', String(state.unread))}</span>
      <span class="muted keys" title=${words.neighbour}><span class="sr">${words.neighbour}: </span><kbd>Alt ↓</kbd> <kbd>↑</kbd></span>
    </div>
    <input class="filter" type="search" aria-label=${words.filter} placeholder=${words.filter} .value=${state.filter}
      @input=${(event: Event) => state.setFilter((event.target as HTMLInputElement).value)} />
    <ul>
      ${state.shown.map((one) => row(one, state))}
    </ul>
    ${state.shown.length === 0 ? html`<p class="muted none">${words.nothingMatches}</p>` : ''}
  </nav>`;
}

function row(one: Conversation, state: InboxState): TemplateResult {
  const words = inboxStrings(state.lang);
  const last = one.turns.at(-1);
  const unread = one.unread
    ? html`<span class="dot"><span class="sr">${words.unread.replace('{n}', '1')}</span></span>`
    : '';
  return html`<li>
    <a href="#${one.id}" class="row ${one.unread ? 'unread' : ''}" aria-current=${one.id === state.openId ? 'true' : 'false'}>
      <span class="channel">${channelMark(one.channel)}<span class="sr">${words.channels[one.channel]}</span></span>
      <span class="who">${one.customer.name}</span>
      <span class="when">${shortAge(state.ageOf(one), state.lang)}</span>
      <span class="first" lang=${one.lang}>${one.subject ? html`<strong>${one.subject}</strong> ` : ''}${last?.text}</span>
      <span class="tail">${unread}<span class="code">${one.lang}</span></span>
    </a>
  </li>`;
}
