import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SearchResult } from '../../server/http/contract.ts';
import { PreviewController } from '../article/controller.ts';
import { clientFor } from '../client/client.ts';
import { ErfaraInsertOfferEvent } from '../reply/insert-offer-event.ts';
import type { Offer } from '../reply/offer.ts';
import { isWritable } from '../reply/reply-field.ts';
import { isSpoken } from '../reply/spoken.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { toastStyles } from '../suggest/toast-styles.ts';
import { viewStyles } from '../suggest/view-styles.ts';
import { toastView } from '../suggest/views/toast.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { languageOf } from '../words.ts';
import { bringIntoList } from './bring-into-list.ts';
import { SearchController } from './controller.ts';
import { Found } from './found.ts';
import { PickerBeside } from './picker-beside.ts';
import { pickerStyles } from './picker-styles.ts';
import { Calling } from './popup.ts';
import { frameKey, inputKey } from './search-keys.ts';
import { type SearchWords, searchWords } from './strings/strings.ts';
import { searchStyles } from './styles.ts';
import { Taking } from './taking.ts';
import { filtersView } from './views/filters.ts';
import { lostView, resultsView, statusText } from './views/results.ts';
import { actionsView, inputView } from './views/search-box.ts';
import type { SearchView } from './views/view.ts';

/**
 * The agent's own search: as they type, with filters, recent searches and a list for the keyboard. Enter inserts the reply of
 * the article the arrow keys stand on, the right arrow shows the article whole. Alone on a page the reply goes into the box that
 * `for` names, else the one the agent wrote in last, else on the clipboard.
 *
 * @element erfara-search
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} market - only what holds in this market
 * @attr {string} reads - languages the agent reads, best first, separated by spaces
 * @attr {string} customer - the language the customer writes: the reply inserted is that one
 * @attr {string} channel - replies as they would be inserted there; on `phone` and `store` they are read aloud
 * @attr {string} setting - `public` or `private`; absent, as the channel is. In public no private value is inserted
 * @attr {string} for - CSS selector of the reply box
 * @attr {string} case - the host's reference of the conversation
 * @attr {string} shortcut - keys that lead to the search from anywhere, such as `Ctrl+Shift+K`; absent, none
 * @attr {boolean} popup - hidden until the shortcut, or `open()`, lays it over the page
 * @attr {string} inline-trigger - answers are picked at the cursor of the reply box by this and words after it; without a value `++`
 * @attr {boolean} spoken - replies are read aloud: larger type, and "Copy as case note" is the main action
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-insert-offer - the agent chose to insert; `detail` is the offer with its `reply`; cancel it to insert it in the host's own way
 * @fires erfara-insert - before a reply is inserted; `detail` is `{articleId, lang, text, otherLanguage}`; cancel it to insert in the host's own way
 * @fires erfara-undo - an insertion was taken back; `detail` is `{articleId}`
 * @fires erfara-open - an article was chosen to be read; `detail` is `{articleId, lang}`; cancel it to show it in the host's own way
 * @fires erfara-save-case - nothing fits and the case is to be saved; `detail` is `{question}`; cancel it to save it in the host's own way
 * @slot bar - before the search box, for a way back
 * @csspart frame - the element's frame
 * @csspart picker - the list at the cursor
 */
export class ErfaraSearch extends WordedElement<SearchWords> {
  static override styles = [tokens, styles, laterStyles, viewStyles, searchStyles, toastStyles, pickerStyles];
  static override properties = {
    ...WordedElement.properties,
    market: {},
    reads: { converter: (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean) },
    customer: {},
    channel: {},
    setting: {},
    for: {},
    case: {},
    shortcut: {},
    popup: { type: Boolean },
    inlineTrigger: {
      attribute: 'inline-trigger',
      converter: (value: string | null) => (value === null ? '' : value || '++'),
    },
    spoken: { type: Boolean },
    hosted: { state: true },
    hasField: { state: true },
    variables: { attribute: false },
    controller: { state: true },
  };

  /** Only what holds in this market. */
  market = '';
  /** Languages the agent reads, best first; as an attribute separated by spaces. */
  reads: string[] = [];
  /** The language the customer writes. */
  customer = '';
  /** The channel the reply goes to. */
  channel = '';
  /** Whether others see the reply; absent, as the channel is. */
  setting = '';
  /** CSS selector of the reply box. */
  for = '';
  /** The host's reference of the conversation. */
  case = '';
  /** Keys that lead to the search from anywhere, such as `Ctrl+Shift+K`. */
  shortcut = '';
  /** Hidden until it is called up. */
  popup = false;
  /** What is typed before words to pick an answer at the cursor; '' = nothing is. */
  inlineTrigger = '';
  /** Replies are read aloud. */
  spoken = false;
  /** What is known: `customer.first_name`, `agent.first_name`, `order.number` ... */
  variables: Record<string, string> = {};
  /** @internal What shows it around it has a frame, and inserts. */
  hosted = false;
  /** @internal What shows it has a reply box. */
  hasField = false;
  /** @internal What was typed and found; given one, another drawing goes on where the last ended. */
  controller = new SearchController(clientFor(''));

  protected override readonly words = searchWords;
  #made = this.controller;
  /** @internal */
  preview = this.#newPreview();
  #followed: SearchController | null = null;
  #chosen: SearchResult | null = null;
  #said = '';
  readonly #calling = new Calling(this);
  readonly #taking = new Taking(this, () => this.#inserted());
  readonly #found = new Found(this, this.#taking, (selector) => this.focusOn(selector));
  readonly #beside = new PickerBeside(this, () => this.#taking.own);

  /** Puts the focus in the search, and lays it over the page where it is a popup. */
  async open(): Promise<void> {
    this.#calling.remember();
    await this.updateComplete;
    if (this.popup) this.#frame?.showPopover();
    this.#begin();
    if (this.#found.over.kind !== null) return void this.focusOn('erfara-article, erfara-capture');
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.select();
  }

  /** Takes the popup away and the focus back to where it was. */
  close(): void {
    if (this.popup) this.#frame?.hidePopover();
    this.#found.over.hide();
    this.#calling.goBack();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#calling.start();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#calling.stop();
    this.#followed?.removeEventListener('change', this.#changed);
    this.#followed?.stop();
    this.#followed = null;
    this.#beside.stop();
    this.#taking.stop();
  }

  /** @internal */
  get interfaceLanguage(): string {
    return languageOf(this);
  }

  /** @internal Read aloud, as the element or its channel says. */
  get isSpoken(): boolean {
    return this.spoken || isSpoken(this.channel);
  }

  /** @internal */
  say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  /** @internal False where the host inserts an offer in its own way. */
  offers(offer: Offer): boolean {
    return this.dispatchEvent(new ErfaraInsertOfferEvent(offer));
  }

  protected override get beginning(): string {
    return 'input';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') && this.server !== '') {
      if (this.controller === this.#made) {
        this.#made = new SearchController(clientFor(this.server));
        this.controller = this.#made;
      }
      this.preview = this.#newPreview();
    }
    if (this.#followed !== this.controller) {
      this.#followed?.removeEventListener('change', this.#changed);
      this.controller.addEventListener('change', this.#changed);
      this.#followed = this.controller;
    }
    const { market, reads, channel } = this;
    this.controller.where = { ...(market ? { market } : {}), ...(reads.length > 0 ? { reads } : {}) };
    this.controller.variables = this.variables;
    this.preview.where = { ...(channel ? { channel } : {}), ...(market ? { market } : {}) };
  }

  protected override firstUpdated(): void {
    if (!this.popup) this.#begin();
  }

  protected override updated(): void {
    const { chosen } = this.controller;
    if (chosen !== this.#chosen) bringIntoList(this.renderRoot.querySelector('.finding .scroll'), '.active');
    if (chosen && chosen !== this.#chosen) void this.preview.prepare(chosen.id);
    this.#chosen = chosen;
    if (this.hosted) return;
    void this.#taking.own.ready();
    void this.#beside.follow(this.inlineTrigger);
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const view = this.#view();
    const own = this.#taking.known;
    return html`<section class="panel ${this.hosted ? '' : 'alone'}" part="frame" popover=${this.popup ? 'manual' : nothing} role=${this.popup ? 'dialog' : 'search'}
        lang=${view.lang} aria-label=${strings.search} @keydown=${(event: KeyboardEvent) => frameKey(event, this.#found)}>
        <div class="stage">
          <div class="finding" ?inert=${this.#found.over.kind !== null}>
            <div class="search-row"><slot name="bar"></slot>${inputView(view, (event) => inputKey(event, this.#found))}</div>
            ${filtersView(view)} ${lostView(view)}
            <p class="status" role="status">${statusText(view)}</p>
            <div class="scroll" tabindex="0" role="group" aria-label=${strings.search}>${resultsView(view)}</div>
            ${actionsView(view)}
          </div>
          ${this.#found.over.view(this.preview, own)}
        </div>
        ${own?.inserter.toast && this.#found.over.kind !== 'preview' ? toastView(own.inserter, own.strings) : nothing}
      </section>
      <div class="said" role="status">${this.#said || own?.said || ''}</div>
      ${this.#beside.picker?.view() ?? nothing}`;
  }

  #newPreview(): PreviewController {
    return new PreviewController(clientFor(this.server ?? ''), () => this.requestUpdate());
  }

  #view(): SearchView {
    const { controller, customer } = this;
    return {
      ...{ controller, strings: this.strings, lang: languageOf(this), customer, spoken: this.isSpoken },
      hosted: this.hosted,
      hasField: this.hosted ? this.hasField : isWritable(this.#taking.known?.inserter.box.field?.element),
      offerOf: (result) => this.#taking.offerOf(result, this.preview),
      variables: this.variables,
      open: (place) => this.#found.open(place),
      insert: (place) => void this.#found.insert(place),
      focusOn: (selector) => void this.focusOn(selector),
      search: (words) => this.#found.search(words),
      saveCase: () => void this.#found.saveCase(),
      say: (text) => this.say(text),
    };
  }

  get #frame(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.panel');
  }

  /** The most used articles stand there before the agent types. */
  #begin(): void {
    if (this.controller.answered === null) void this.controller.search();
  }

  /** What was inserted is in the box: a popup has nothing left to show. */
  #inserted(): void {
    if (!this.popup) return;
    this.#calling.forget();
    this.close();
  }

  readonly #changed = (): void => this.requestUpdate();
}
