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

  get most(): number | undefined {
    const { maxLength } = this.element;
    return maxLength < 0 ? undefined : maxLength;
  }

  /** An `<input>` drops breaks, and would run the lines together. */
  shaped(text: string): string {
    return this.element instanceof HTMLInputElement ? text.replace(/\s*\n\s*/g, ' ') : text;
  }

  selection(): { start: number; end: number } {
    const start = this.element.selectionStart ?? this.element.value.length;
    return { start, end: this.element.selectionEnd ?? start };
  }

  select(start: number, end: number): void {
    this.element.setSelectionRange(start, end);
  }

  insert(given: string): Insertion {
    const { element } = this;
    const text = this.shaped(given);
    const before = element.value;
    const { start, end } = this.selection();
    const wanted = before.slice(0, start) + text + before.slice(end);
    element.focus();
    element.setSelectionRange(start, end);
    const native = this.#whole(() => document.execCommand('insertText', false, text)) && element.value === wanted;
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

  /** The browser would cut what `maxlength` forbids. Whole, the form it is sent with says that it is too long. */
  #whole(edit: () => boolean): boolean {
    const { element } = this;
    const most = element.getAttribute('maxlength');
    if (most === null) return edit();
    element.removeAttribute('maxlength');
    const done = edit();
    element.setAttribute('maxlength', most);
    return done;
  }

  #replaceAll(value: string): void {
    this.element.setRangeText(value, 0, this.element.value.length, 'end');
    this.element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
  }
}
