import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ArticleElement } from '../article/article-element.ts';
import { previewView } from '../article/article-view.ts';
import { matchesChord, parseChord } from '../suggest/chord.ts';
import { languageOf } from '../words.ts';
import { SearchController } from './controller.ts';
import { searchView } from './search-view.ts';
import { searchWords } from './strings/strings.ts';

/**
 * The agent's own search: as they type, narrowed by quiet filters, each article read in place.
 *
 * @element erfara-search
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} for - CSS selector of the reply box
 * @attr {string} market - only what holds in this market
 * @attr {string} reads - languages the agent reads, best first, separated by spaces
 * @attr {string} channel - the channel the reply goes to
 * @attr {string} customer - the customer's language
 * @attr {string} shortcut - keys that move the focus here, such as `Ctrl+Shift+K`; absent, none
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-insert-offer - a reply was chosen and no reply box is known; detail: Offer
 * @fires erfara-insert - before a reply is inserted; cancel it to insert it in the host's own way
 * @csspart frame - the element's frame
 */
export class ErfaraSearch extends ArticleElement {
  static override properties = {
    ...ArticleElement.properties,
    reads: { converter: (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean) },
    shortcut: {},
  };

  /** Languages the agent reads, best first; as an attribute separated by spaces. */
  reads: string[] = [];
  /** Keys that move the focus here, such as `Ctrl+Shift+K`. */
  shortcut = '';
  #reading = false;

  protected override get beginning(): string {
    return '[data-focus]';
  }

  get #search(): SearchController {
    return this.controller.searchWith(SearchController);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onShortcut, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onShortcut, true);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await searchWords.load(languageOf(this));
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { market, reads } = this;
    this.#search.where = { ...(market ? { market } : {}), ...(reads.length > 0 ? { reads } : {}) };
  }

  protected override render(): TemplateResult {
    const lang = languageOf(this);
    const { strings } = this;
    return html`<div class="panel" part="frame" @keydown=${(event: KeyboardEvent) => this.#key(event)}>${
      this.#reading
        ? previewView(this.panel(() => this.#back()))
        : searchView({
            strings,
            lang,
            words: searchWords.in(lang),
            search: this.#search,
            openResult: (place) => this.#read(place),
            back: null,
          })
    }${this.below()}</div>`;
  }

  #read(place: number): void {
    const result = this.#search.results[place];
    if (!result) return;
    this.#reading = true;
    void this.controller.preview.open(result);
    void this.focusOn('[data-focus]');
  }

  #back(): void {
    this.#reading = false;
    this.controller.confirm(null);
    void this.focusOn('[data-focus]');
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || !this.#reading) return;
    if (this.controller.confirming === null) this.#back();
    else this.controller.confirm(null);
    event.preventDefault();
    event.stopPropagation();
  }

  readonly #onShortcut = (event: KeyboardEvent): void => {
    if (this.shortcut === '' || !matchesChord(event, parseChord(this.shortcut))) return;
    event.preventDefault();
    event.stopPropagation();
    void this.focusOn('[data-focus]');
  };
}
