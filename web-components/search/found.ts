import type { PreviewController } from '../article/controller.ts';
import { ErfaraOpenEvent } from '../article/events.ts';
import { holdFocus } from '../suggest/hold-focus.ts';
import type { SearchController } from './controller.ts';
import { ErfaraSaveCaseEvent } from './events.ts';
import { Over, type Overlay } from './over.ts';
import type { KeyedSearch } from './search-keys.ts';
import type { Taking } from './taking.ts';
import type { OverHost } from './views/over.ts';

/** What dealing with what was found needs of its element. */
export interface FoundHost extends OverHost {
  readonly controller: SearchController;
  readonly hosted: boolean;
  readonly popup: boolean;
  readonly preview: PreviewController;
  readonly renderRoot: HTMLElement | DocumentFragment;
  close(): void;
  requestUpdate(): void;
  dispatchEvent(event: Event): boolean;
}

/** What the agent does with what was found: reads it, inserts it, goes back, or saves the case where nothing fits. */
export class Found implements KeyedSearch {
  readonly over: Over;
  readonly #host: FoundHost;
  readonly #taking: Taking;
  readonly #focusOn: (selector: string) => Promise<boolean>;

  constructor(host: FoundHost, taking: Taking, focusOn: (selector: string) => Promise<boolean>) {
    this.#host = host;
    this.#taking = taking;
    this.#focusOn = focusOn;
    this.over = new Over(host, () => {
      taking.known?.confirm(null);
      this.goBack();
    });
  }

  get controller(): SearchController {
    return this.#host.controller;
  }

  get isSpoken(): boolean {
    return this.#host.isSpoken;
  }

  get hosted(): boolean {
    return this.#host.hosted;
  }

  open(place: number): void {
    const { controller } = this;
    const result = controller.results[place];
    if (!result) return;
    controller.activate(place);
    controller.keep();
    if (!this.#host.dispatchEvent(new ErfaraOpenEvent(result.id, result.lang))) return;
    void this.#host.preview.open(result);
    void this.#show('preview');
  }

  /** Inserts the reply of a result; one that waits for the agent's yes is shown first. */
  async insert(place: number): Promise<void> {
    const { controller } = this;
    const result = controller.results[place];
    if (!result) return;
    controller.activate(place);
    controller.keep();
    const first = await this.#taking.take(result, this.#host.preview, controller.words);
    if (first === 'article') this.open(place);
    else if (first !== 'taken') {
      await this.#show('preview');
      await this.#host.renderRoot.querySelector('erfara-article')?.put(first);
    }
  }

  /** From what lies over the list to the list, then out of it. */
  goBack(): void {
    const own = this.#taking.known;
    if (own?.confirming) own.confirm(null);
    else if (this.over.kind !== null) {
      this.over.hide();
      void this.#focusOn('input');
    } else if (this.#host.popup) this.#host.close();
    else if (this.controller.words !== '') this.search('');
    else own?.inserter.box.field?.focus();
  }

  search(words: string): void {
    this.controller.words = words;
    void this.controller.search();
    void this.#focusOn('input');
  }

  async saveCase(): Promise<void> {
    if (this.#host.dispatchEvent(new ErfaraSaveCaseEvent(this.controller.words.trim()))) await this.#show('capture');
  }

  async #show(kind: Overlay): Promise<void> {
    const selector = await this.over.show(kind);
    holdFocus(this.#host.renderRoot);
    await this.#focusOn(selector);
  }
}
