import { ckeditor } from './ckeditor.ts';
import type { Editor } from './editor.ts';
import { pasting } from './pasting.ts';
import { slate } from './slate.ts';

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
  if (element.matches('[data-slate-editor]')) return slate;
  return editable;
}
