import type { Composition } from './compose.ts';
import { type Insertion, insertInto, type ReplyField, selectToken } from './reply-field.ts';

export interface ReplyBoxEvents {
  /** The agent went on writing after an insertion. */
  edited(): void;
  /** The insertion is gone again, by the panel's button or the browser's own undo. */
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
  readonly #on: ReplyBoxEvents;

  constructor(on: ReplyBoxEvents) {
    this.#on = on;
  }

  attach(field: ReplyField | null): void {
    if (field === this.field) return;
    this.#listen(false);
    this.field = field;
    this.forget();
    this.#listen(true);
  }

  /** The text on both sides of the caret. */
  around(): { before: string; after: string } {
    const value = this.field?.value ?? '';
    const start = this.field?.selectionStart ?? value.length;
    return { before: value.slice(0, start), after: value.slice(this.field?.selectionEnd ?? start) };
  }

  /** Inserts at the caret; then selects the first blank, or puts the caret where the agent's own words go. */
  insert(composition: Composition): void {
    const { field } = this;
    if (!field) return;
    this.#before = field.value;
    this.#busy = true;
    this.#last = insertInto(field, composition.text);
    this.#busy = false;
    this.#tokens = composition.tokens;
    const { start } = this.#last;
    if (selectToken(field, this.#tokens, start)) return;
    field.setSelectionRange(start + composition.caret, start + composition.caret);
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

  #listen(on: boolean): void {
    const verb = on ? 'addEventListener' : 'removeEventListener';
    this.field?.[verb]('input', this.#input);
    this.field?.[verb]('keydown', this.#keydown as EventListener);
  }

  readonly #input = (): void => {
    this.#on.changed();
    if (this.#busy || !this.#last) return;
    const taken = this.field?.value === this.#before;
    this.#last = null;
    if (taken) this.#on.undone();
    else this.#on.edited();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const { field } = this;
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || !field) return;
    const from = event.shiftKey ? (field.selectionStart ?? 0) : (field.selectionEnd ?? 0);
    if (this.#tokens.length > 0 && selectToken(field, this.#tokens, from, event.shiftKey)) event.preventDefault();
  };
}
