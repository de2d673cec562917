import type { Editor } from './editor.ts';

/**
 * Editors with a model of their own (ProseMirror, Quill, Lexical) let nobody write into their element, and all read what is
 * pasted. With `html` blank lines begin a paragraph and single breaks stay breaks; without, each line is what Enter makes.
 */
export function pasting({ gap, html }: { gap: Editor['gap']; html: boolean }): Editor {
  return {
    gap,
    put(element, text) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      if (html) clipboardData.setData('text/html', paragraphs(text));
      const taken = !element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
      );
      if (!taken) element.ownerDocument.execCommand('insertText', false, text);
      else tellHost(element, 'insertFromPaste');
    },
    remove(element) {
      const key = { key: 'Backspace', code: 'Backspace', keyCode: 8, which: 8 };
      const taken = !element.dispatchEvent(
        new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true, composed: true }),
      );
      if (!taken) element.ownerDocument.execCommand('delete');
      else tellHost(element, 'deleteContentBackward');
    },
  };
}

/** A page that listens for `input` hears of typing; an editor that takes the event over leaves it without. */
function tellHost(element: HTMLElement, inputType: string): void {
  // Both would read their element again, before they have drawn it.
  if ('__lexicalEditor' in element || element.matches('.public-DraftEditor-content')) return;
  element.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
}

/** The mark of a ProseMirror slice, open at both ends, keeps spaces as they are and joins the ends to what stands around. */
function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => escaped(part).replaceAll('\n', '<br>'))
    .map((part, place) => `<p${place === 0 ? ' data-pm-slice="1 1 []"' : ''}>${part}</p>`)
    .join('');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
