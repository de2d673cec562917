import { matchesChord, parseChord } from '../suggest/chord.ts';

/** What can be called up by keys, over the page where it is a popup. */
export interface Callable extends HTMLElement {
  readonly shortcut: string;
  readonly popup: boolean;
  open(): Promise<void>;
  close(): void;
}

/** Listens for the keys that lead to an element, and leads back to where the agent was. */
export class Calling {
  readonly #element: Callable;
  #cameFrom: HTMLElement | null = null;

  constructor(element: Callable) {
    this.#element = element;
  }

  start(): void {
    document.addEventListener('keydown', this.#onKey, true);
    document.addEventListener('pointerdown', this.#onPointer, true);
  }

  stop(): void {
    document.removeEventListener('keydown', this.#onKey, true);
    document.removeEventListener('pointerdown', this.#onPointer, true);
  }

  /** Call before the focus is taken. */
  remember(): void {
    const { activeElement } = document;
    if (this.#element.matches(':focus-within')) return;
    this.#cameFrom = activeElement instanceof HTMLElement ? activeElement : null;
  }

  /** The focus has somewhere better to be. */
  forget(): void {
    this.#cameFrom = null;
  }

  goBack(): void {
    this.#cameFrom?.focus();
  }

  /** Captured: a rich editor must not have taken the keys for its own first. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const element = this.#element;
    if (element.shortcut === '' || !matchesChord(event, parseChord(element.shortcut))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!element.matches(':focus-within')) void element.open();
    else if (element.popup) element.close();
    else this.goBack();
  };

  readonly #onPointer = (event: Event): void => {
    const outside = this.#element.popup && !event.composedPath().includes(this.#element);
    const frame = this.#element.shadowRoot?.querySelector<HTMLElement>('.panel');
    if (outside && frame?.matches(':popover-open')) frame.hidePopover();
  };
}
