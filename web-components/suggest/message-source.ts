import { readDom } from '../reply/fields/dom-text.ts';
import { findAll } from '../reply/reply-field.ts';

/** A page that draws a message in pieces is asked about once; a note being typed, when the agent pauses. */
const DRAWN_MS = 80;
const TYPED_MS = 300;

/** The customer's message where the host shows it, followed while it changes. */
export class MessageSource {
  text = '';
  #selector = '';
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #near: HTMLElement;
  readonly #changed: () => void;
  readonly #observer = new MutationObserver(() => this.#later(DRAWN_MS));
  readonly #typed = () => this.#later(TYPED_MS);

  constructor(near: HTMLElement, changed: () => void) {
    this.#near = near;
    this.#changed = changed;
  }

  /** Follows what a selector names, the last of several; without one, the words inside the element itself. */
  follow(selector: string): void {
    if (selector === this.#selector && this.#selector !== '') return;
    this.stop();
    this.#selector = selector;
    const root = selector === '' ? this.#near : (this.#near.getRootNode() as Document | ShadowRoot);
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    if (selector !== '') root.addEventListener('input', this.#typed);
    this.text = this.#read();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#near.getRootNode().removeEventListener('input', this.#typed);
    document.removeEventListener('input', this.#typed);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#selector = '';
  }

  #later(pause: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const text = this.#read();
      if (text === this.text) return;
      this.text = text;
      this.#changed();
    }, pause);
  }

  #read(): string {
    if (this.#selector === '') return (this.#near.textContent ?? '').trim();
    const last = findAll(this.#selector, this.#near).at(-1);
    if (last instanceof HTMLTextAreaElement || last instanceof HTMLInputElement) return last.value.trim();
    return last instanceof HTMLElement ? readDom(last, '\n').text.trim() : '';
  }
}
