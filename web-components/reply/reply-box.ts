import { selectToken } from './blanks.ts';
import type { Composition } from './compose.ts';
import type { Insertion, ReplyField } from './reply-field.ts';

export interface ReplyBoxEvents {
  /** The agent went on writing after an insertion. */
  edited(): void;
  /** The insertion is gone again, by the panel's button or the host's own undo. */
  undone(): void;
  /** Anything changed in the box. */
  changed(): void;
}

/** The host's reply box with what was last inserted into it. Tab goes from blank to blank while there are any ahead. */
export class ReplyBox {
  field: ReplyField | null = null;
  #before = '';
  #last: Insertion | null = null;
  #tokens: string[] = [];
  #busy = false;
  #stop: (() => void) | null = null;
  readonly #on: ReplyBoxEvents;

  constructor(on: ReplyBoxEvents) {
    this.#on = on;
  }

  attach(field: ReplyField | null): void {
    if (field === this.field) return;
    this.#stop?.();
    this.field = field;
    this.forget();
    if (!field) return;
    const stopInput = field.onInput(this.#input);
    // Captured: an editor with a Tab of its own must not have used it first.
    field.element.addEventListener('keydown', this.#keydown, true);
    this.#stop = () => {
      stopInput();
      field.element.removeEventListener('keydown', this.#keydown, true);
    };
  }

  /** The text on both sides of the selection. */
  around(): { before: string; after: string } {
    if (!this.field) return { before: '', after: '' };
    const text = this.field.text();
    const { start, end } = this.field.selection();
    return { before: text.slice(0, start), after: text.slice(end) };
  }

  /** Inserts in place of the selection; then selects the first blank, or puts the caret where the agent's own words go. */
  insert(composition: Composition): void {
    const { field } = this;
    if (!field) return;
    this.#before = field.text();
    this.#busy = true;
    this.#last = field.insert(composition.text);
    this.#busy = false;
    this.#tokens = composition.tokens;
    const { start } = this.#last;
    if (selectToken(field, this.#tokens, start)) return;
    field.focus();
    field.select(start + composition.caret, start + composition.caret);
  }

  undo(): boolean {
    if (!this.#last) return false;
    this.#busy = true;
    this.#last.undo();
    this.#busy = false;
    this.forget();
    this.#on.undone();
    return true;
  }

  /** The last insertion cannot be taken back any more. */
  forget(): void {
    this.#last = null;
    this.#tokens = [];
  }

  readonly #input = (): void => {
    this.#on.changed();
    if (this.#busy || !this.#last) return;
    const taken = this.field?.text() === this.#before;
    this.#last = null;
    if (taken) this.#on.undone();
    else this.#on.edited();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const { field } = this;
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || !field) return;
    if (this.#tokens.length === 0) return;
    const { start, end } = field.selection();
    if (!selectToken(field, this.#tokens, event.shiftKey ? start : end, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
