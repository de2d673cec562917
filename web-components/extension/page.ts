import { fieldFor } from '../reply/fields/field-for.ts';
import { browser } from './chrome.ts';

/** A pause in selecting, in milliseconds. */
const PAUSE = 250;

const page = globalThis as unknown as { erfaraReads?: boolean };

/** In the page that the agent clicked the extension on: tells what is selected, and inserts into the field last focused. */
function start(): void {
  let field: HTMLElement | null = editable(document.activeElement);
  let selected = '';
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Read at once: the agent may be in the reply field before the pause is over.
  const read = (): void => {
    if (!editable(document.activeElement)) selected = (document.getSelection()?.toString() ?? '').trim() || selected;
  };
  const tell = (): void => {
    if (selected === '' || selected === told) return;
    told = selected;
    void browser.runtime.sendMessage({ type: 'selected', text: selected }).catch(() => null);
  };
  const tellField = (): void => {
    if (field) void browser.runtime.sendMessage({ type: 'field' }).catch(() => null);
  };
  document.addEventListener('selectionchange', () => {
    read();
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  });
  document.addEventListener(
    'focusin',
    ({ target }) => {
      field = editable(target) ?? field;
      if (editable(target)) tellField();
    },
    true,
  );
  browser.runtime.onMessage.addListener((message) => {
    const { type, text } = message as { type?: string; text?: string };
    if (type === 'read') {
      told = '';
      tell();
      tellField();
    }
    if (type === 'insert' && text !== undefined && field?.isConnected) void insert(field, text);
  });
  read();
  tell();
  tellField();
}

async function insert(element: HTMLElement, text: string): Promise<void> {
  const field = await fieldFor(element);
  field.focus();
  field.insert(text);
}

/** The whole of what the agent writes in, where that is what has the focus. */
function editable(target: EventTarget | null): HTMLElement | null {
  if (target instanceof HTMLTextAreaElement) return target;
  if (target instanceof HTMLInputElement) return /^(text|search|)$/.test(target.type) ? target : null;
  return target instanceof HTMLElement && target.isContentEditable
    ? target.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])')
    : null;
}

if (!page.erfaraReads) {
  page.erfaraReads = true;
  start();
}
