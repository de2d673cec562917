import type { Editor } from './editor.ts';

/** As much of CKEditor 5 as is used here; it hangs on its editable element. */
interface CkEditor {
  model: {
    change(edit: (writer: CkWriter) => void): void;
    insertContent(content: unknown): void;
    deleteContent(selection: unknown): void;
    schema: { isRegistered(name: string): boolean };
    document: { selection: unknown };
  };
}

interface CkWriter {
  createDocumentFragment(): unknown;
  createElement(name: string): unknown;
  append(child: unknown, parent: unknown): void;
  appendText(text: string, parent: unknown): void;
}

/** CKEditor 5 has its model at hand: blank lines begin a paragraph, and single breaks are soft ones where it knows them. */
export const ckeditor: Editor = {
  gap: '\n\n',
  put(element, text) {
    const { model } = instance(element);
    const soft = model.schema.isRegistered('softBreak');
    model.change((writer) => {
      const content = writer.createDocumentFragment();
      for (const part of text.split(soft ? /\n{2,}/ : /\n+/)) {
        const paragraph = writer.createElement('paragraph');
        part.split('\n').forEach((line, place) => {
          if (place > 0) writer.append(writer.createElement('softBreak'), paragraph);
          if (line !== '') writer.appendText(line, paragraph);
        });
        writer.append(paragraph, content);
      }
      model.insertContent(content);
    });
  },
  remove(element) {
    const { model } = instance(element);
    model.deleteContent(model.document.selection);
  },
};

function instance(element: HTMLElement): CkEditor {
  return (element as HTMLElement & { ckeditorInstance: CkEditor }).ckeditorInstance;
}
