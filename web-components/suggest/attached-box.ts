import type { Inserter } from '../reply/inserter.ts';
import { setLimits } from '../reply/lengths.ts';
import { PageWatch } from '../reply/page-watch.ts';
import { findReplyElement, isWritable, type ReplyField, replyFieldOf } from '../reply/reply-field.ts';
import type { PanelElement } from './panel-element.ts';

/** The reply box that the panel serves: the page may put another in its place at any time. */
export class AttachedBox {
  #box: HTMLElement | null = null;
  #attaching: Promise<void> = Promise.resolve();
  #wasWritable = false;
  readonly #page: PageWatch;
  readonly #element: PanelElement;
  readonly #inserter: Inserter;
  readonly #sending: { attach(field: ReplyField | null): void };

  readonly #pressed: (event: KeyboardEvent) => void;

  /** @param pressed is told of keys in a box that stands in a frame: the page does not hear them. */
  constructor(
    element: PanelElement,
    inserter: Inserter,
    sending: { attach(field: ReplyField | null): void },
    pressed: (event: KeyboardEvent) => void,
  ) {
    this.#pressed = pressed;
    this.#element = element;
    this.#inserter = inserter;
    this.#sending = sending;
    this.#page = new PageWatch(element, () => this.#look());
  }

  /** From now on the page is watched for another box, and for one that is shut or opened. */
  start(): void {
    this.#page.start();
    void this.attach();
  }

  /** Resolves when text can be inserted. */
  attach(): Promise<void> {
    const found = this.#find();
    this.#wasWritable = isWritable(found);
    if (found === this.#box) {
      if (found) setLimits(found, this.#element.controller.limits);
      return this.#attaching;
    }
    this.#box = found;
    this.#inserter.box.attach(null);
    this.#attaching = this.#attachTo(found);
    return this.#attaching;
  }

  async #attachTo(found: HTMLElement | null): Promise<void> {
    const field = found && (await replyFieldOf(found));
    if (found !== this.#box) return;
    this.#inserter.box.attach(field);
    this.#sending.attach(field);
    if (found && found.ownerDocument !== document) found.addEventListener('keydown', this.#pressed, true);
    if (found) setLimits(found, this.#element.controller.limits);
    this.#element.changed();
  }

  stop(): void {
    this.#page.stop();
    if (this.#box) setLimits(this.#box, null);
    this.#box = null;
    this.#inserter.box.attach(null);
  }

  /** At once where the page's reply box is the one known, so that a click still counts as the agent's own. */
  with(then: () => void): void {
    if (this.#find() === this.#box && (this.#box === null || this.#inserter.box.field)) then();
    else void this.attach().then(then);
  }

  #look(): void {
    const found = this.#find();
    if (found !== this.#box || isWritable(found) !== this.#wasWritable) this.#element.changed();
  }

  #find(): HTMLElement | null {
    return findReplyElement(this.#element.for, this.#element);
  }
}
