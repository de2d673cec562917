import { selectToken } from './blanks.ts';
import type { Composition } from './compose.ts';
import { OthersLinks } from './others-links.ts';
import type { Insertion, ReplyField } from './reply-field.ts';

export interface ReplyBoxEvents {
  /** The agent wrote. */
  edited(): void;
  /** The insertion is gone again, by the panel's button or the host's own undo. */
  undone(): void;
  /** The host's own redo has brought the insertion back. */
  redone(): void;
  /** Anything changed in the box. */
  changed(): void;
}

const FOCUSED_MS = 80;

/** Told on the reply box: what it loses now is no reply that was sent. */
export const TAKEN_BACK = 'erfara-taken-back';

/** The host's reply box with what was last inserted into it. Tab goes from blank to blank while there are any ahead. */
export class ReplyBox {
  field: ReplyField | null = null;
  readonly others = new OthersLinks();
  #before = '';
  #after: string | null = null;
  #last: Insertion | null = null;
  /** What the host's own undo took away, and its redo may bring back. */
  #gone: { insertion: Insertion; after: string } | null = null;
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
    this.others.attach(field?.element ?? null);
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

  get isSelecting(): boolean {
    const { start, end } = this.field?.selection() ?? { start: 0, end: 0 };
    return end > start;
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
    const insertion = field.insert(composition.text);
    this.#last = insertion;
    this.#gone = null;
    this.#tokens = composition.tokens;
    const ahead = composition.text.slice(0, composition.caret);
    const caret = insertion.start + (field.shaped?.(ahead) ?? ahead).length;
    const aim = (): void => {
      if (selectToken(field, this.#tokens, insertion.start)) return;
      field.focus();
      field.select(caret, caret);
    };
    const place = (): void => {
      this.#busy = false;
      if (this.#last !== insertion) return;
      this.#after = field.text();
      aim();
      if (field.settled) this.#hold(aim);
    };
    if (field.settled) void field.settled().then(place);
    else place();
  }

  /** An editor that has just been focused may put its own selection back; nobody has typed by then. */
  #hold(aim: () => void): void {
    const { field } = this;
    const text = field?.text();
    const { start, end } = field?.selection() ?? {};
    setTimeout(() => {
      if (!field || field !== this.field || field.text() !== text) return;
      const now = field.selection();
      if (now.start !== start || now.end !== end) aim();
    }, FOCUSED_MS);
  }

  undo(): boolean {
    if (!this.#last) return false;
    const last = this.#last;
    this.forget();
    this.#busy = true;
    this.field?.element.dispatchEvent(new Event(TAKEN_BACK));
    last.undo();
    const place = (): void => {
      this.#busy = false;
      this.#after = this.field?.text() ?? '';
    };
    if (this.field?.settled) void this.field.settled().then(place);
    else place();
    this.#on.undone();
    return true;
  }

  /** The last insertion cannot be taken back any more. */
  forget(): void {
    this.#last = null;
    this.#gone = null;
    this.#tokens = [];
  }

  readonly #input = (): void => {
    this.#on.changed();
    const text = this.field?.text() ?? '';
    if (this.#busy || same(text, this.#after)) return;
    const last = this.#last;
    const gone = this.#gone;
    const taken = last !== null && same(text, this.#before);
    const redone = gone !== null && same(text, gone.after);
    this.#gone = last && taken ? { insertion: last, after: this.#after ?? '' } : null;
    this.#last = redone ? gone.insertion : null;
    this.#after = redone ? gone.after : null;
    if (redone) this.#on.redone();
    else if (taken) this.#on.undone();
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

/** An editor may add an empty line or a filler of its own. */
function same(text: string, other: string | null): boolean {
  const bare = (value: string) => value.replace(/\s+/g, ' ').trim();
  return other !== null && bare(text) === bare(other);
}
