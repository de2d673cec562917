import { ckeditor } from './ckeditor.ts';
import { draft } from './draft.ts';
import type { Editor } from './editor.ts';
import { pasting } from './pasting.ts';
import { slate } from './slate.ts';
import { tinymce } from './tinymce.ts';
import { trix } from './trix.ts';

/** The browser's own editing. */
const editable: Editor = {
  gap: '\n',
  put: ({ ownerDocument }, text) => void ownerDocument.execCommand('insertText', false, text),
  remove: ({ ownerDocument }) => void ownerDocument.execCommand('delete'),
};

const LINES = { gap: '\n', html: false } as const;

/** `plaintext-only`: blocks would be read as one line by a page that looks at its text. */
const plain: Editor = {
  ...editable,
  put: ({ ownerDocument }, text) => {
    for (const [place, line] of text.split('\n').entries()) {
      if (place > 0) ownerDocument.execCommand('insertLineBreak');
      if (line !== '') ownerDocument.execCommand('insertText', false, line);
    }
  },
};

/** The editor that owns an element, told by the marks it leaves there; the browser where there are none. */
export function editorOf(element: HTMLElement): Editor {
  if ('ckeditorInstance' in element) return ckeditor;
  if (element.matches('.ProseMirror')) return pasting({ gap: '\n\n', html: true });
  if (element.matches('trix-editor')) return trix;
  if (element.matches('.mce-content-body')) return tinymce;
  // Quill 1 takes what was pasted out of a box of its own, a little later.
  if (element.matches('.ql-editor:has(~ .ql-clipboard)')) return { ...pasting(LINES), drawnAfter: 30 };
  if (element.matches('.public-DraftEditor-content')) return draft;
  if (element.matches('.ql-editor, [data-lexical-editor]') || '__lexicalEditor' in element) return pasting(LINES);
  if (element.matches('[data-slate-editor]')) return slate;
  return element.contentEditable === 'plaintext-only' ? plain : editable;
}
