import type { Insertion, ReplyField } from './field.ts';

/** A `<textarea>` or `<input>` as a reply box. */
export class PlainField implements ReplyField {
  readonly element: HTMLTextAreaElement | HTMLInputElement;

  constructor(element: HTMLTextAreaElement | HTMLInputElement) {
    this.element = element;
  }

  text(): string {
    return this.element.value;
  }

  selection(): { start: number; end: number } {
    const start = this.element.selectionStart ?? this.element.value.length;
    return { start, end: this.element.selectionEnd ?? start };
  }

  select(start: number, end: number): void {
    this.element.setSelectionRange(start, end);
  }

  insert(text: string): Insertion {
    const { element } = this;
    const before = element.value;
    const { start, end } = this.selection();
    const wanted = before.slice(0, start) + text + before.slice(end);
    element.focus();
    element.setSelectionRange(start, end);
    const native = document.execCommand('insertText', false, text) && element.value === wanted;
    if (!native) this.#replaceAll(wanted);
    return {
      start,
      undo: () => {
        element.focus();
        if (native && element.value === wanted) document.execCommand('undo');
        if (element.value !== before) this.#replaceAll(before);
        element.setSelectionRange(start, end);
      },
    };
  }

  focus(): void {
    this.element.focus();
  }

  onInput(changed: () => void): () => void {
    this.element.addEventListener('input', changed);
    return () => this.element.removeEventListener('input', changed);
  }

  #replaceAll(value: string): void {
    this.element.setRangeText(value, 0, this.element.value.length, 'end');
    this.element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
  }
}
