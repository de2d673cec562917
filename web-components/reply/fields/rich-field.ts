import { readDom } from './dom-text.ts';
import type { Editor } from './editor.ts';
import { editorOf } from './editors.ts';
import type { Insertion, ReplyField } from './field.ts';

/** An editable element and the editor that owns it. Text and selection are read from the page; every change is the editor's. */
export class RichField implements ReplyField {
  readonly element: HTMLElement;
  readonly #editor: Editor;
  /** Where the caret was when the agent left for the panel. */
  #last: { start: number; end: number } | null = null;

  constructor(element: HTMLElement, editor: Editor) {
    this.element = element;
    this.#editor = editor;
    const page = element.ownerDocument;
    const own = new WeakRef(this);
    // A page of one view makes one editor after another: what it threw away is not to be held here.
    const moved = (): void => {
      const field = own.deref();
      if (field) field.#last = field.#selected() ?? field.#last;
      else page.removeEventListener('selectionchange', moved);
    };
    page.addEventListener('selectionchange', moved);
  }

  text(): string {
    return readDom(this.element, this.#editor.gap).text;
  }

  selection(): { start: number; end: number } {
    const { length } = this.text();
    const { start, end } = this.#selected() ?? this.#last ?? { start: length, end: length };
    return { start: Math.min(start, length), end: Math.min(end, length) };
  }

  /** Told to the editor at once: its own listeners would hear of it only after the next command. */
  select(start: number, end: number): void {
    const { at, text } = readDom(this.element, this.#editor.gap);
    if (this.#editor.select?.(this.element, [start, end], text)) return;
    this.#selection()?.setBaseAndExtent(...at(start), ...at(end));
    this.element.ownerDocument.dispatchEvent(new Event('selectionchange'));
  }

  insert(text: string): Insertion {
    const before = this.text();
    const { start, end } = this.selection();
    this.focus();
    this.select(start, end);
    this.#editor.put(this.element, text);
    return { start, undo: () => this.#takeBack(before, start, end) };
  }

  settled(): Promise<void> {
    return new Promise((done) => setTimeout(done, this.#editor.drawnAfter));
  }

  focus(): void {
    this.element.focus({ preventScroll: false });
  }

  onInput(changed: () => void): () => void {
    let known = this.text();
    const observer = new MutationObserver(() => {
      const text = this.text();
      if (text === known) return;
      known = text;
      changed();
    });
    observer.observe(this.element, { characterData: true, childList: true, subtree: true });
    return () => observer.disconnect();
  }

  /** Only what was inserted goes: the editor's own undo may hold words of the agent in the same step. */
  #takeBack(before: string, start: number, end: number): void {
    const added = this.text().length - (before.length - (end - start));
    this.focus();
    this.select(start, start + added);
    this.#editor.remove(this.element);
    if (end > start) this.#editor.put(this.element, before.slice(start, end));
  }

  #selection(): Selection | null {
    const root = this.element.getRootNode() as { getSelection?: () => Selection | null };
    return root.getSelection?.() ?? document.getSelection();
  }

  #selected(): { start: number; end: number } | null {
    const selection = this.#selection();
    if (!selection?.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.element.contains(range.commonAncestorContainer)) return null;
    const { offsetOf } = readDom(this.element, this.#editor.gap);
    return {
      start: offsetOf(range.startContainer, range.startOffset),
      end: offsetOf(range.endContainer, range.endOffset),
    };
  }
}

/** The field of an editable element, whichever editor it belongs to. */
export function richFieldFor(element: HTMLElement): ReplyField {
  return new RichField(element, editorOf(element));
}
