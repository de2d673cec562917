import '../suggest/define.ts';
import type { ErfaraInsertEvent } from '../reply/events.ts';
import { tokens } from '../tokens.ts';
import { browser } from './chrome.ts';

const DEFAULTS = { server: 'http://127.0.0.1:8787', market: '', channel: '', name: '' };

if (tokens.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens.styleSheet];
document.documentElement.lang = browser.i18n.getUILanguage();
for (const each of document.querySelectorAll<HTMLElement>('[data-message]'))
  each.textContent = browser.i18n.getMessage(each.dataset.message ?? '');

const form = document.querySelector('form') as HTMLFormElement;
const panel = document.createElement('erfara-suggest');
const said = document.querySelector('#said') as HTMLElement;
const input = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
/** Where a reply goes: the frame of a tab whose field had the focus last. */
let place: { tabId: number; frameId: number } | null = null;

panel.lang = browser.i18n.getUILanguage().slice(0, 2).replace('no', 'nb');
panel.reads = [...new Set([panel.lang, ...navigator.languages.map((lang) => lang.slice(0, 2).replace('no', 'nb'))])];

async function set(): Promise<void> {
  const known = { ...DEFAULTS, ...(await browser.storage.local.get(DEFAULTS)) };
  for (const [name, value] of Object.entries(known)) input(name).value = value;
  const { server, market, channel, name } = known;
  Object.assign(panel, { server, market, channel, variables: name ? { 'agent.first_name': name } : {} });
  if (!panel.isConnected) document.querySelector('details')?.before(panel);
}

/** The address is asked for at the moment that it is given: nothing else is ever reached. */
async function save(event: Event): Promise<void> {
  event.preventDefault();
  const server = input('server').value.trim();
  if (!URL.canParse(server)) return;
  const { origin } = new URL(server);
  if (!(await browser.permissions.request({ origins: [`${origin}/*`] }))) return;
  const others = Object.fromEntries(['market', 'channel', 'name'].map((name) => [name, input(name).value.trim()]));
  await browser.storage.local.set({ ...others, server: origin });
  (document.querySelector('details') as HTMLDetailsElement).open = false;
  await set();
}

/** What the page's own script tells; a page itself has no way to say any of it. */
browser.runtime.onMessage.addListener((message, { tab, frameId }) => {
  const { type, text } = message as { type?: string; text?: string };
  if (tab?.id === undefined) return;
  if (type === 'field') {
    place = { tabId: tab.id, frameId: frameId ?? 0 };
    panel.hostInserts = true;
  }
  if (type === 'selected' && text !== undefined) {
    said.hidden = true;
    Object.assign(panel, { message: text, case: '' });
  }
});

panel.addEventListener('erfara-insert', (event: ErfaraInsertEvent) => {
  if (place === null) return;
  event.preventDefault();
  const { tabId, frameId } = place;
  void browser.tabs.sendMessage(tabId, { type: 'insert', text: event.detail.text }, { frameId });
});

// Another tab has another field, and needs a click of its own to be read.
browser.tabs.onActivated.addListener(() => {
  place = null;
  panel.hostInserts = false;
});

form.addEventListener('submit', (event) => void save(event));
document.querySelector('#origin')?.append(`ERFARA_ORIGINS=chrome-extension://${browser.runtime.id}`);
void set().then(async () => {
  // The page was read when the icon was clicked, which was before there was a panel to tell.
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, { type: 'read' }).catch(() => null);
});
