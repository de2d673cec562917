import { ckeditor } from './ckeditor.ts';
import { pasting } from './pasting.ts';

/** How one kind of editor takes text. Each goes the editor's own way, so that its model, events and history follow. */
export interface Editor {
  /** What stands between two blocks when they are read as text. */
  gap: '\n' | '\n\n';
  /** Replaces what is selected. */
  put(element: HTMLElement, text: string): void;
  /** Takes away what is selected. */
  remove(element: HTMLElement): void;
}

/** The browser's own editing. */
const editable: Editor = {
  gap: '\n',
  put: (_, text) => void document.execCommand('insertText', false, text),
  remove: () => void document.execCommand('delete'),
};

/** The editor that owns an element, told by the marks it leaves there; the browser where there are none. */
export function editorOf(element: HTMLElement): Editor {
  if ('ckeditorInstance' in element) return ckeditor;
  if (element.matches('.ProseMirror')) return pasting({ gap: '\n\n', html: true });
  if (element.matches('.ql-editor, [data-lexical-editor]') || '__lexicalEditor' in element)
    return pasting({ gap: '\n', html: false });
  return editable;
}
