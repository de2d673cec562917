import type { InboxState } from './state.ts';

/** Goes from one conversation to another with the focus: to the reply box by key, and never to nowhere. */
export class Going {
  #toReply = false;
  readonly #state: InboxState;

  constructor(state: InboxState) {
    this.#state = state;
  }

  /** Alt+Down and Alt+Up open the conversation below or above, ready to be answered. */
  readonly key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = event.composedPath()[0];
    if (!step || !event.altKey || event.ctrlKey || event.metaKey || target instanceof HTMLSelectElement) return;
    const neighbour = this.#state.neighbour(step);
    if (!neighbour) return;
    event.preventDefault();
    this.#toReply = true;
    location.hash = neighbour.id;
  };

  /** Call when another conversation is drawn; `before`: the one that was open. */
  arrived(before: string | null): void {
    const { activeElement } = document;
    const lost = !activeElement || activeElement === document.body || !activeElement.checkVisibility();
    const aim = this.#toReply
      ? '#reply'
      : lost && before !== this.#state.openId
        ? this.#state.openId === null
          ? `.row[href="#${before}"]`
          : '.back'
        : null;
    this.#toReply = false;
    if (aim) document.querySelector<HTMLElement>(aim)?.focus();
  }
}
