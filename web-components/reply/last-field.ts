/** Where the agent wrote last, for an element that was told of no reply box. Our own fields do not count, nor do single lines. */
export class LastField {
  element: HTMLElement | null = null;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  start(): void {
    document.addEventListener('focusin', this.#focused, true);
    this.#see(deepest(document.activeElement));
  }

  stop(): void {
    document.removeEventListener('focusin', this.#focused, true);
  }

  #see(target: EventTarget | null | undefined): void {
    if (!(target instanceof HTMLElement) || target === this.element) return;
    if (!(target instanceof HTMLTextAreaElement) && !target.isContentEditable) return;
    this.element = target;
    this.#changed();
  }

  readonly #focused = (event: Event): void => {
    const path = event.composedPath();
    if (!path.some((node) => node instanceof Element && node.localName.startsWith('erfara-'))) this.#see(path[0]);
  };
}

function deepest(active: Element | null): Element | null {
  if (active?.localName.startsWith('erfara-')) return null;
  const inner = active?.shadowRoot?.activeElement;
  return inner ? deepest(inner) : active;
}
