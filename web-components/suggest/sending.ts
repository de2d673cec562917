import { SentWatch } from '../reply/sent-watch.ts';
import { CaptureLine } from './capture-line.ts';
import type { PanelElement } from './panel-element.ts';

/** The same reply told of in two ways within this time was sent once. */
const SAME_REPLY_MS = 3_000;

/** Knows when a reply was sent, however the host tells, and offers to save what the bank had nothing for. */
export class Sending {
  readonly watch = new SentWatch((text) => this.sent(text));
  readonly line: CaptureLine;
  readonly #element: PanelElement;
  readonly #inserter: { linked: string[]; sent(text: string): void };
  #last = { text: '', at: 0 };

  constructor(element: PanelElement, inserter: { linked: string[]; sent(text: string): void }) {
    this.#element = element;
    this.#inserter = inserter;
    this.line = new CaptureLine(element.server);
  }

  start(): void {
    document.addEventListener('erfara-sent', this.#onSent);
  }

  stop(): void {
    document.removeEventListener('erfara-sent', this.#onSent);
    this.watch.attach(null);
  }

  /** Another conversation was opened. */
  moved(): void {
    this.watch.refresh();
    this.line.offered = null;
  }

  /** Without its text, the reply that stood in the box was sent. */
  sent(given?: string): void {
    const text = given ?? this.watch.held;
    const repeated = text.trim() === this.#last.text.trim() || text.trim() === '';
    const told = repeated && Date.now() - this.#last.at < SAME_REPLY_MS;
    this.watch.refresh();
    if (told) return;
    this.#last = { text, at: Date.now() };
    const { linked } = this.#inserter;
    const { case: reference, question, controller } = this.#element;
    this.line.sent({ text, inserted: linked.length, case: reference, question });
    controller.markSent(linked);
    this.#inserter.sent(text);
  }

  readonly #onSent = (event: Event): void => {
    const { text, case: reference } = ((event as CustomEvent).detail ?? {}) as { text?: string; case?: string };
    if (reference === undefined || reference === this.#element.case) this.sent(text);
  };
}
