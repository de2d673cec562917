import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { ClassicEditor, Essentials, Paragraph, Undo } from 'ckeditor5';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import Quill from 'quill';

/** A rich editor as a helpdesk sets it up: what it holds, by its own account. */
export interface HostEditor {
  text(): string;
  html(): string;
}

const place = () => document.getElementById('editor') as HTMLElement;

const EDITORS: Record<string, (text: string) => HostEditor | Promise<HostEditor>> = {
  tiptap(text) {
    const editor = new Editor({ element: place(), extensions: [StarterKit], content: text && `<p>${text}</p>` });
    return { text: () => editor.getText(), html: () => editor.getHTML() };
  },
  quill(text) {
    const quill = new Quill(place());
    if (text) quill.setText(text);
    quill.history.clear();
    return { text: () => quill.getText().replace(/\n$/, ''), html: () => quill.root.innerHTML };
  },
  lexical(text) {
    const element = document.createElement('div');
    element.contentEditable = 'true';
    place().append(element);
    const editor = createEditor({
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(element);
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 300);
    editor.update(() => {
      const paragraph = $createParagraphNode();
      if (text) paragraph.append($createTextNode(text));
      $getRoot().clear().append(paragraph);
    });
    return { text: () => editor.read(() => $getRoot().getTextContent()), html: () => element.innerHTML };
  },
  async ckeditor(text) {
    const editor = await ClassicEditor.create(place(), {
      licenseKey: 'GPL',
      plugins: [Essentials, Paragraph, Undo],
      initialData: text && `<p>${text}</p>`,
    });
    return { text: () => editor.editing.view.getDomRoot()?.innerText ?? '', html: () => editor.getData() };
  },
  async trix(text) {
    // It defines itself, and begins at once: not before it is asked for.
    // @ts-expect-error Trix comes without types; it is only loaded.
    await import('trix');
    const value = Object.assign(document.createElement('input'), { type: 'hidden', id: 'value', value: text });
    const element = document.createElement('trix-editor');
    element.setAttribute('input', value.id);
    place().append(value, element);
    return { text: () => element.innerText, html: () => value.value };
  },
  'plaintext-only'(text) {
    const element = document.createElement('div');
    element.contentEditable = 'plaintext-only';
    element.textContent = text;
    place().append(element);
    return { text: () => element.textContent ?? '', html: () => element.innerHTML };
  },
  framed(text) {
    // As CKEditor 4 and TinyMCE stand: the text area that they took the place of stays before them, hidden.
    const area = Object.assign(document.createElement('textarea'), { id: 'editor', hidden: true });
    const frame = document.createElement('iframe');
    const around = document.createElement('div');
    around.className = 'cke';
    around.append(frame);
    place().replaceWith(area, around);
    const body = frame.contentDocument?.body as HTMLElement;
    body.contentEditable = 'true';
    body.textContent = text;
    return { text: () => body.innerText, html: () => body.innerHTML };
  },
  contenteditable(text) {
    const element = document.createElement('div');
    element.contentEditable = 'true';
    element.textContent = text;
    place().append(element);
    return { text: () => element.innerText, html: () => element.innerHTML };
  },
};

Object.assign(window, {
  async startEditor(kind: string, text = '') {
    const editor = await EDITORS[kind]?.(text);
    Object.assign(window, { editor });
  },
});
