import type { Editor } from './editor.ts';
import { escaped } from './pasting.ts';

interface TinyEditor {
  insertContent(html: string): void;
  execCommand(command: 'Delete'): void;
}

/** TinyMCE, in its frame or inline: its own undo knows nothing of what others write into the page. */
export const tinymce: Editor = {
  gap: '\n\n',
  put: (element, text) => change(element, 'insertText', (editor) => editor.insertContent(paragraphs(text))),
  remove: (element) => change(element, 'deleteContentBackward', (editor) => editor.execCommand('Delete')),
};

function change(element: HTMLElement, inputType: string, edit: (editor: TinyEditor) => void): void {
  const { tinymce: all } = window as { tinymce?: { get(id: string): TinyEditor | null } };
  const editor = all?.get(element.dataset.id ?? element.id);
  if (!editor) throw new Error('Erfara: the TinyMCE that owns the reply box is not in this page.');
  edit(editor);
  element.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
}

function paragraphs(text: string): string {
  const all = text.split(/\n{2,}/).filter((part) => part !== '');
  const lines = all.map((part) => escaped(part).replaceAll('\n', '<br>'));
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `<p>${line}</p>`).join('');
}
