import type { InboxState } from './state.ts';

/** In a narrow window the panel is a sheet over the thread: the focus goes in with it, and back to where it was. */
export class Sheet {
  #from: HTMLElement | null = null;
  readonly #state: InboxState;

  constructor(state: InboxState) {
    this.#state = state;
  }

  /** Opens it with the focus on the first suggestion. */
  readonly open = (): void => {
    this.reveal();
    panel()?.focusFirst();
  };

  /** Opens it for a focus that is on its way. */
  readonly reveal = (): void => {
    const { activeElement } = document;
    this.#from = activeElement instanceof HTMLElement ? activeElement : null;
    if (this.#state.open) this.#state.showSheet(true);
  };

  /** Closes it. A focus that has gone elsewhere stays there. */
  readonly close = (): void => {
    if (!this.#state.sheet) return;
    const inside = panel()?.closest('.panel')?.contains(document.activeElement);
    this.#state.showSheet(false);
    if (inside) (this.#from?.isConnected ? this.#from : document.querySelector<HTMLElement>('#reply'))?.focus();
  };

  /** What lies behind the sheet cannot be seen: it goes when the focus does. */
  readonly left = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !(currentTarget as Element).contains(relatedTarget))
      this.#state.showSheet(false);
  };
}

function panel(): HTMLElementTagNameMap['erfara-suggest'] | null {
  return document.querySelector('erfara-suggest');
}
