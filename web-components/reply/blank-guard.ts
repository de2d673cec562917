import { blanksIn } from './blank-tokens.ts';
import { selectToken } from './blanks.ts';
import type { ReplyField } from './reply-field.ts';

/**
 * Holds back a reply that still has blanks to fill, by its form's submit or by Ctrl+Enter in its box, and goes to the first
 * of them. The same words sent again are let go: the agent has the last word.
 */
export class BlankGuard {
  #field: ReplyField | null = null;
  #held = '';
  #stop: (() => void) | null = null;
  readonly #hold: (blanks: string[]) => boolean;

  /** @param hold told before it is held; false lets it go. */
  constructor(hold: (blanks: string[]) => boolean) {
    this.#hold = hold;
  }

  attach(field: ReplyField | null): void {
    if (field === this.#field) return;
    this.#stop?.();
    this.#stop = null;
    this.#field = field;
    this.#held = '';
    if (!field) return;
    const { element } = field;
    const submitted = (event: Event): void => {
      if (event.target instanceof HTMLFormElement && event.target.contains(element)) this.#check(event);
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) this.#check(event);
    };
    // Before anybody who sends, or who notices that it was sent.
    addEventListener('submit', submitted, true);
    element.addEventListener('keydown', pressed, true);
    this.#stop = () => {
      removeEventListener('submit', submitted, true);
      element.removeEventListener('keydown', pressed, true);
    };
  }

  #check(event: Event): void {
    const field = this.#field;
    const text = field?.text() ?? '';
    const blanks = blanksIn(text);
    if (!field || blanks.length === 0 || text === this.#held || !this.#hold(blanks)) return;
    this.#held = text;
    event.preventDefault();
    event.stopImmediatePropagation();
    selectToken(field, blanks, 0);
  }
}
