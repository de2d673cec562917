import { html, render } from 'lit';
import { tokens } from '../tokens.ts';
import { INTERFACE_LANGUAGES, interfaceLang } from '../words.ts';
import { Going } from './inbox/going.ts';
import { listView } from './inbox/list-view.ts';
import { panelView } from './inbox/panel-view.ts';
import { prefetchNext } from './inbox/prefetch-next.ts';
import { Sheet } from './inbox/sheet.ts';
import { AGENT, InboxState } from './inbox/state.ts';
import { inboxStrings } from './inbox/strings.ts';
import { threadView } from './inbox/thread-view.ts';

const WIDE = matchMedia('(min-width: 600px)');

const state = new InboxState(draw);
const sheet = new Sheet(state);
const going = new Going(state);
state.lang = interfaceLang(state.lang);
if (tokens.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens.styleSheet];

function draw(): void {
  const root = document.getElementById('inbox');
  if (!root) return;
  const words = inboxStrings(state.lang);
  document.documentElement.lang = state.lang;
  document.title = `${state.unread > 0 ? `(${state.unread}) ` : ''}${words.inbox} · Nordbris`;
  root.className = state.open ? 'has-open' : '';
  render(
    html`
      <header class="top">
        <svg class="logo" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true"><rect width="32" height="32" rx="8" /><path d="M7 21c4-9 8-9 11-4s5 3 7-3" /></svg>
        <h1 class="sr">${words.inbox}</h1>
        <strong>Nordbris</strong>
        <span class="muted service">${words.service}</span>
        <span class="spacer"></span>
        <label class="language"><span class="sr">${words.language}</span>
          <select @change=${(event: Event) => state.speak((event.target as HTMLSelectElement).value)}>
            ${INTERFACE_LANGUAGES.map((code) => html`<option value=${code} lang=${code} ?selected=${code === state.lang}>${ownName(code)}</option>`)}
          </select>
        </label>
        <span class="avatar" title=${AGENT.name} aria-hidden="true">${AGENT.initials}</span><span class="agent">${AGENT.name}</span>
      </header>
      <div class="columns">${listView(state)}${threadView(state, { send, openSheet: sheet.open })}${panelView(state, sheet)}</div>
    `,
    root,
  );
}

function send(): void {
  const { open } = state;
  const box = document.querySelector<HTMLTextAreaElement>('#reply');
  if (!open || !box || box.value.trim() === '') return;
  document.querySelector('erfara-suggest')?.markSent(box.value);
  state.send(open.id, box.value);
  box.value = '';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  toLatest();
}

function toLatest(): void {
  const turns = document.querySelector('.turns');
  if (turns) turns.scrollTop = turns.scrollHeight;
}

function follow(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === '' && WIDE.matches) state.selectFirst();
  else state.select(id === '' ? null : id);
  toLatest();
  document.querySelector('.row[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

/** A language's name in itself, with a capital where the language writes none. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

document.addEventListener('erfara-suggestions', () => prefetchNext(state));
addEventListener('hashchange', () => {
  const before = state.openId;
  follow();
  going.arrived(before);
});
addEventListener('keydown', going.key);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') sheet.close();
});
follow();
