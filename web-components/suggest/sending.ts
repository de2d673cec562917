import { BlankGuard } from '../reply/blank-guard.ts';
import { blanksIn } from '../reply/blank-tokens.ts';
import { ErfaraBlanksEvent } from '../reply/events.ts';
import type { Inserter } from '../reply/inserter.ts';
import type { ReplyField } from '../reply/reply-field.ts';
import { SentWatch } from '../reply/sent-watch.ts';
import { CaptureLine, type SentCase } from './capture-line.ts';
import type { PanelElement } from './panel-element.ts';
import { ErfaraSaveOfferedEvent } from './presence-events.ts';

/** The same reply told of in two ways within this time was sent once. */
const SAME_REPLY_MS = 3_000;

/** Knows when a reply is sent, however the host tells, and has what the bank had nothing for saved. */
export class Sending {
  readonly line: CaptureLine;
  readonly #watch = new SentWatch((text) => this.sent(text));
  readonly #guard = new BlankGuard((blanks) => this.#holds(blanks));
  readonly #element: PanelElement;
  readonly #inserter: Inserter;
  readonly #save: (sent: SentCase) => void;
  #last = { text: '', at: 0 };

  /** @param save called once a reply was sent that the agent wanted to save. */
  constructor(element: PanelElement, inserter: Inserter, save: (sent: SentCase) => void) {
    this.#element = element;
    this.#inserter = inserter;
    this.#save = save;
    this.line = new CaptureLine(element.server);
  }

  start(): void {
    document.addEventListener('erfara-sent', this.#onSent);
  }

  stop(): void {
    document.removeEventListener('erfara-sent', this.#onSent);
    this.attach(null);
  }

  attach(field: ReplyField | null): void {
    this.#watch.attach(field);
    this.#guard.attach(field);
  }

  /** Another conversation was opened. */
  moved(): void {
    this.#watch.refresh();
    this.line.moved();
  }

  /** Without its text, the reply that stood in the box was sent. */
  sent(given?: string): void {
    const text = given ?? this.#watch.held;
    const repeated = text.trim() === this.#last.text.trim() || text.trim() === '';
    const told = repeated && Date.now() - this.#last.at < SAME_REPLY_MS;
    this.#watch.refresh();
    if (told) return;
    this.#last = { text, at: Date.now() };
    const { inReply } = this.#inserter;
    const { case: reference, question, channel, market, variables, controller, strings } = this.#element;
    const known = { case: reference, question, channel, market, variables };
    const kept = controller.input.keep !== false;
    const promised = kept ? this.line.sent({ text, inserted: inReply.length, ...known }) : null;
    controller.markSent(inReply);
    this.#inserter.sent(text);
    const blanks = blanksIn(text);
    if (blanks.length > 0) this.#inserter.show({ kind: 'blanksSent', names: blanks });
    if (promised) this.#save(promised);
    else if (this.line.offered) {
      this.#element.say(strings.offerCapture);
      this.#element.dispatchEvent(new ErfaraSaveOfferedEvent(reference));
    }
  }

  #holds(blanks: string[]): boolean {
    if (!this.#element.dispatchEvent(new ErfaraBlanksEvent(blanks))) return false;
    this.#inserter.show({ kind: 'blanksHeld', names: blanks });
    return true;
  }

  readonly #onSent = (event: Event): void => {
    const { text, case: reference } = ((event as CustomEvent).detail ?? {}) as { text?: string; case?: string };
    if (reference === undefined || reference === this.#element.case) this.sent(text);
  };
}
