/** A page that draws in pieces is looked at once. */
const DRAWN_MS = 80;

/** Watches the page around an element for a reply box that comes, goes, is shut or opened. */
export class PageWatch {
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #near: HTMLElement;
  readonly #look: () => void;
  readonly #page = new MutationObserver(() => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#look();
    }, DRAWN_MS);
  });

  /** @param look is called soon after the page changed in any way that may matter. */
  constructor(near: HTMLElement, look: () => void) {
    this.#near = near;
    this.#look = look;
  }

  start(): void {
    const attributeFilter = ['contenteditable', 'readonly', 'disabled'];
    for (const root of new Set([this.#near.getRootNode(), document]))
      this.#page.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter });
  }

  stop(): void {
    this.#page.disconnect();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
