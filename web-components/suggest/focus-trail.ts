import type { View } from './controller.ts';
import type { PanelElement } from './panel-element.ts';

/** Where the focus goes, and where it comes back to. */
export class FocusTrail {
  #returnTo: Element[] = [];
  readonly #element: PanelElement;

  constructor(element: PanelElement) {
    this.#element = element;
  }

  /** Focuses what matches, once it is drawn; of a menu all is brought into view. */
  async on(selector: string): Promise<void> {
    await this.#element.updateComplete;
    const found = this.#element.renderRoot.querySelector<HTMLElement>(selector);
    if (found?.localName.includes('-')) await customElements.whenDefined(found.localName);
    found?.focus();
    found?.closest('[role=menu]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Lays a view over the list and remembers where the agent came from. */
  slideOver(view: View): void {
    const { activeElement } = this.#element.renderRoot as ShadowRoot;
    if (activeElement) this.#returnTo.push(activeElement);
    this.#element.controller.open(view);
    void this.on('.over [data-focus]');
  }

  async back(): Promise<void> {
    const { controller } = this.#element;
    if (controller.confirming !== null) {
      controller.confirm(null);
      await this.on('.card.open');
      return;
    }
    controller.back();
    await this.#element.updateComplete;
    const place = this.#returnTo.pop();
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else await this.on(controller.view === 'list' ? '.card.open, .footer' : '.over [data-focus]');
  }
}
