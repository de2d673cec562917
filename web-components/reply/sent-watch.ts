import { TAKEN_BACK } from './reply-box.ts';
import type { ReplyField } from './reply-field.ts';

/** An emptied box is looked at this long after a click or a key, so that a host that moves on says so first. */
const AFTER = 400;
/** An editor has drawn what a key erased by then. */
const ERASING_MS = 300;
const ERASING = ['keydown', 'cut', 'beforeinput', 'input', TAKEN_BACK];

/**
 * Notices that a reply was sent where the host does not say so: its form is submitted, or its box is emptied by something
 * other than the agent's own erasing.
 */
export class SentWatch {
  #held = '';
  #erasedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #stop: (() => void) | null = null;
  #field: ReplyField | null = null;
  readonly #sent: (text: string) => void;

  constructor(sent: (text: string) => void) {
    this.#sent = sent;
  }

  attach(field: ReplyField | null): void {
    if (field === this.#field) return;
    this.#stop?.();
    this.#stop = null;
    this.#field = field;
    this.refresh();
    if (!field) return;
    const { element } = field;
    const stopInput = field.onInput(this.#look);
    const erasing = (event: Event): void => {
      if (isErasing(event)) this.#erasedAt = performance.now();
    };
    const later = (): void => {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#look();
      }, AFTER);
    };
    for (const name of ERASING) element.addEventListener(name, erasing, true);
    for (const name of ['click', 'keyup']) document.addEventListener(name, later, true);
    document.addEventListener('submit', this.#submitted, true);
    this.#stop = () => {
      stopInput();
      if (this.#timer) clearTimeout(this.#timer);
      this.#timer = null;
      for (const name of ERASING) element.removeEventListener(name, erasing, true);
      for (const name of ['click', 'keyup']) document.removeEventListener(name, later, true);
      document.removeEventListener('submit', this.#submitted, true);
    };
  }

  /** What the box held last; the reply, where the host says only that it was sent. */
  get held(): string {
    return this.#held;
  }

  /** Another conversation, or a reply that was told of: what stands in the box now is where watching begins. */
  refresh(): void {
    this.#held = this.#field?.text() ?? '';
  }

  readonly #look = (): void => {
    const text = this.#field?.text() ?? '';
    const emptied = text.trim() === '' && this.#held.trim() !== '' && this.#field?.element.isConnected;
    if (emptied && performance.now() - this.#erasedAt > ERASING_MS) this.#tell();
    this.#held = text;
  };

  readonly #submitted = (event: Event): void => {
    const { element } = this.#field ?? {};
    if (!element || !(event.target instanceof HTMLFormElement) || !event.target.contains(element)) return;
    this.#look();
    if (this.#held.trim() !== '') this.#tell();
  };

  #tell(): void {
    const text = this.#held;
    this.#held = '';
    this.#sent(text);
  }
}

function isErasing(event: Event): boolean {
  if (event instanceof KeyboardEvent)
    return /^(Backspace|Delete)$/.test(event.key) || ((event.ctrlKey || event.metaKey) && /^[xzy]$/i.test(event.key));
  if (event instanceof InputEvent) return /^(delete|history)/.test(event.inputType);
  return event.type === 'cut' || event.type === TAKEN_BACK;
}
