import type { Editor } from './editor.ts';

/** What of Trix's own editor is used (github.com/basecamp/trix, "Editing Text Programmatically"). */
interface TrixElement extends HTMLElement {
  editor: {
    recordUndoEntry(description: string): void;
    getDocument(): { toString(): string };
    insertString(text: string): void;
    setSelectedRange(range: [number, number]): void;
    deleteInDirection(direction: 'backward'): void;
  };
}

/** Trix keeps a document of its own: lines put into its element alone are joined, and cannot be undone. */
export const trix: Editor = {
  gap: '\n',
  /** It puts its own selection back whenever it draws, and counts as we do unless there is more than text. */
  select(element, range, text) {
    const { editor } = element as TrixElement;
    const same = editor.getDocument().toString().replace(/\n$/, '') === text;
    if (same) editor.setSelectedRange(range);
    return same;
  },
  put: (element, text) => change(element, 'insertText', ({ editor }) => editor.insertString(text)),
  remove: (element) => change(element, 'deleteContentBackward', ({ editor }) => editor.deleteInDirection('backward')),
};

function change(element: HTMLElement, inputType: string, edit: (trix: TrixElement) => void): void {
  const own = element as TrixElement;
  own.editor.recordUndoEntry('Erfara');
  edit(own);
  // It tells of itself by `trix-change` alone.
  element.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
}
