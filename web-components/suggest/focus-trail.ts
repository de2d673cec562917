import type { ReplyField } from '../reply/reply-field.ts';
import type { View } from './controller.ts';
import { holdFocus } from './hold-focus.ts';
import type { PanelElement } from './panel-element.ts';
import { ErfaraLeaveEvent, ErfaraRevealEvent } from './presence-events.ts';

/** A host may take some frames to show what it hides. */
const FRAMES = 30;

/** Where the focus goes, and where it comes back to. */
export class FocusTrail {
  #returnTo: Element[] = [];
  /** What had the focus on the host's page before the panel. */
  #outside: HTMLElement | null = null;
  readonly #element: PanelElement;
  readonly #field: () => ReplyField | null;

  constructor(element: PanelElement, field: () => ReplyField | null) {
    this.#element = element;
    this.#field = field;
  }

  start(): void {
    this.#element.addEventListener('focusin', this.#entered);
  }

  stop(): void {
    this.#element.removeEventListener('focusin', this.#entered);
  }

  /** The agent writes in the reply box. */
  get isInReply(): boolean {
    return this.#field()?.element.matches(':focus, :focus-within') ?? false;
  }

  /** Another conversation: there is no way back into the one before. */
  forget(): void {
    this.#returnTo = [];
    this.#outside = null;
  }

  /** Focuses what matches, once it is drawn and the host shows the panel; of a menu all is brought into view. */
  async on(selector: string): Promise<void> {
    if (!isShown(this.#element)) this.#element.dispatchEvent(new ErfaraRevealEvent());
    await this.#element.updateComplete;
    for (let frame = 0; frame < FRAMES && !isShown(this.#element); frame++) await new Promise(requestAnimationFrame);
    const found = this.#element.renderRoot.querySelector<HTMLElement>(selector);
    if (found?.localName.includes('-')) await customElements.whenDefined(found.localName);
    found?.focus();
    found?.closest('[role=menu]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Lays a view over the list and remembers where the agent came from. */
  slideOver(view: View): void {
    const { activeElement } = this.#element.renderRoot as ShadowRoot;
    if (activeElement) this.#returnTo.push(activeElement);
    if (activeElement) holdFocus(this.#element.renderRoot);
    this.#element.controller.open(view);
    void this.on('.over [data-focus]');
  }

  /** One step back: from a question, else from what lies on top. What the agent came from may be gone by then. */
  async back(): Promise<void> {
    const { controller } = this.#element;
    if (controller.confirming !== null) {
      controller.confirm(null);
      await this.on('.card.open');
      return;
    }
    const left = controller.view;
    controller.back();
    await this.#element.updateComplete;
    const place = this.#returnTo.pop();
    if (place instanceof HTMLElement && place.isConnected && isShown(place)) place.focus();
    else if (left === 'capture' && this.#field()) this.leave();
    else await this.on('.over [data-focus], .list:not([inert]) :is(.card.open, .empty button), .footer');
  }

  /** Back to where the agent was in the host's page. */
  leave(): void {
    this.#depart(this.#outside);
  }

  /** To the reply box, wherever the agent came from. */
  toReply(): void {
    this.#depart(null);
  }

  #depart(place: HTMLElement | null): void {
    this.#element.dispatchEvent(new ErfaraLeaveEvent());
    const field = this.#field();
    if (place?.isConnected && isShown(place) && !field?.element.contains(place)) place.focus();
    else field?.focus();
  }

  readonly #entered = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement) this.#outside = relatedTarget;
  };
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
