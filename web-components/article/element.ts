import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Why } from '../../server/http/contract.ts';
import { clientFor } from '../client/client.ts';
import { ErfaraInsertOfferEvent } from '../reply/insert-offer-event.ts';
import type { Offer } from '../reply/offer.ts';
import { offerOfArticle } from '../reply/offer-of-article.ts';
import { OwnInserter } from '../reply/own-inserter.ts';
import { isSpoken } from '../reply/spoken.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { toastStyles } from '../suggest/toast-styles.ts';
import { viewStyles } from '../suggest/view-styles.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { languageOf } from '../words.ts';
import { Arriving } from './arriving.ts';
import { PreviewController } from './controller.ts';
import { bringMatchIntoView } from './match-in-view.ts';
import { ReadingState } from './reading-state.ts';
import { textIn } from './shown-text.ts';
import { type ArticleWords, articleWords } from './strings/strings.ts';
import { articleStyles } from './styles.ts';
import { footView } from './views/foot.ts';
import { failureView, languagesView, readerView } from './views/reader.ts';
import type { ArticleView } from './views/view.ts';

/**
 * One article whole: the passage that matched marked and in view, the replies by channel, two translations side by side, who
 * answers for it and who changed it when. Alone on a page it inserts into the box that `for` names, else it copies.
 *
 * @element erfara-article
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} article - id of the article shown
 * @attr {string} read - the language it is first shown in; absent, the first of `reads` it has
 * @attr {string} reads - languages the agent reads, best first, separated by spaces
 * @attr {string} customer - the language the customer writes: the reply inserted is that one
 * @attr {string} channel - replies as they would be inserted there
 * @attr {string} setting - `public` or `private`: on public channels no private value is inserted
 * @attr {string} market - facts are filled with this market's values
 * @attr {string} for - CSS selector of the reply box
 * @attr {string} case - the host's reference of the conversation
 * @attr {boolean} spoken - replies are read aloud: larger type, and "Copy as case note" is the main action
 * @attr {string} question - what the customer asked, for the case note
 * @attr {boolean} compact - only what is needed to answer, as high as it is, without actions
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-insert-offer - the agent chose Insert; cancel it to insert `detail` in the host's own way
 * @fires erfara-insert - before a reply is inserted; `detail` is `{articleId, lang, text, otherLanguage}`; cancel it to insert in the host's own way
 * @fires erfara-undo - an insertion was taken back; `detail` is `{articleId}`
 * @slot bar - at the top left, for a way back
 * @slot foot - in place of the element's own actions
 * @csspart frame - the element's frame
 */
export class ErfaraArticle extends WordedElement<ArticleWords> {
  static override styles = [tokens, styles, laterStyles, viewStyles, articleStyles, toastStyles];
  static override properties = {
    ...WordedElement.properties,
    article: {},
    read: {},
    reads: { converter: list },
    customer: {},
    channel: {},
    setting: {},
    market: {},
    for: {},
    case: {},
    question: {},
    spoken: { type: Boolean },
    hosted: { state: true },
    compact: { type: Boolean },
    why: { attribute: false },
    variables: { attribute: false },
    controller: { state: true },
    inserting: { state: true },
  };

  /** Id of the article shown. */
  article = '';
  /** The language it is first shown in. */
  read = '';
  /** Languages the agent reads, best first; as an attribute separated by spaces. */
  reads: string[] = [];
  /** The language the customer writes. */
  customer = '';
  /** The channel the reply goes to. */
  channel = '';
  /** Whether others see the reply; absent, as the channel is. */
  setting = '';
  /** The customer's market: facts are filled with its values. */
  market = '';
  /** CSS selector of the reply box. */
  for = '';
  /** The host's reference of the conversation. */
  case = '';
  /** What the customer asked, for the case note. */
  question = '';
  /** Replies are read aloud. */
  spoken = false;
  /** @internal What shows it around it has a frame, and inserts. */
  hosted = false;
  /** Only what an agent needs to answer, as high as it is, without actions: for reading where the article is mentioned. */
  compact = false;
  /** What in it matched, as a search told. */
  why: Why[] = [];
  /** What is known: `customer.first_name`, `agent.first_name`, `order.number` ... */
  variables: Record<string, string> = {};
  /** @internal What is shown; given one, the element asks for nothing itself. */
  controller = new PreviewController(clientFor(''), () => this.requestUpdate());
  /** @internal What inserts for the element; given none, it has its own. */
  inserting: OwnInserter | null = null;

  protected override readonly words = articleWords;
  #made = this.controller;
  #reading = new ReadingState(this.controller, () => this.requestUpdate());
  #followed: PreviewController | null = null;
  #own: OwnInserter | null = null;
  readonly #arriving = new Arriving(
    () => this.requestUpdate(),
    () => void this.#again(),
  );
  #stopWatching: (() => void) | null = null;
  #opened = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.#followed = null;
    this.#arriving.stop();
    this.#stopWatching?.();
    if (this.#own !== this.inserting) this.#own?.stop();
    this.#own = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  /** Inserts the reply of what is shown; `sure` after the agent's yes. */
  async insert(sure = false): Promise<void> {
    const { offer } = this;
    if (!offer?.reply || (!sure && !this.dispatchEvent(new ErfaraInsertOfferEvent(offer)))) return;
    await this.put(offer, sure);
  }

  /** @internal Inserts what the host left to the element. */
  async put(offer: Offer, sure = false): Promise<void> {
    const own = this.#inserter();
    await own.ready();
    if (this.isSpoken) own.copyNote(offer, this.question);
    else if (!own.inserter.insert(offer, sure)) await this.focusOn('[data-confirm]');
  }

  /** @internal Puts off what waits for the agent's yes. */
  cancel(): void {
    this.#own?.confirm(null);
    void this.focusOn('.foot button.main');
  }

  /** @internal */
  get interfaceLanguage(): string {
    return languageOf(this);
  }

  /** @internal Read aloud, as the element or its channel says. */
  get isSpoken(): boolean {
    return this.spoken || isSpoken(this.channel);
  }

  /** What inserting gives; null before the article is there. */
  get offer(): Offer | null {
    const { article, lang } = this.controller;
    return article && offerOfArticle(article, lang, this.customer || null);
  }

  /** @internal Its reply only tells the customer that somebody else will answer. */
  get holding(): boolean {
    return this.controller.article?.handling === 'hand-over';
  }

  protected override get beginning(): string {
    return this.compact ? '' : '.scroll';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') && this.server !== '' && this.controller === this.#made) {
      this.#made = new PreviewController(clientFor(this.server), () => this.requestUpdate());
      this.controller = this.#made;
    }
    if (this.#followed !== this.controller) {
      this.#leave();
      this.controller.drawn = this.#changed;
      this.#followed = this.controller;
      this.#reading = new ReadingState(this.controller, () => this.requestUpdate());
      this.#opened = '';
    }
    this.#open();
    this.#arriving.look(this.controller);
  }

  /** Opens what the attributes name, once for the same. */
  #open(): void {
    if (this.article === '') return;
    const { article: id, channel, market, read } = this;
    const asked = JSON.stringify([id, channel, market, read, this.why]);
    if (asked === this.#opened) return;
    this.#opened = asked;
    const { controller } = this;
    controller.where = { ...(channel ? { channel } : {}), ...(market ? { market } : {}) };
    const reads = this.reads.length > 0 ? this.reads : [languageOf(this)];
    void controller.open({ id, title: '', lang: read || (reads[0] ?? ''), why: this.why }).then(() => {
      const { article } = controller;
      if (read || !article || article.id !== id) return;
      const best = reads.find((lang) => article.texts.some((text) => text.lang === lang));
      if (best && best !== controller.lang) controller.showLanguage(best);
    });
  }

  protected override updated(): void {
    bringMatchIntoView(this.renderRoot, this.controller);
    if (!this.hosted && !this.compact) void this.#inserter().ready();
  }

  protected override render(): TemplateResult {
    const { controller, strings, compact, hosted } = this;
    const { article, target, lang } = controller;
    const text = article && textIn(article, lang);
    const title = text?.title ?? target?.title ?? '';
    const view = this.#view();
    const kind = compact ? 'compact' : hosted ? '' : 'alone';
    return html`<section class="panel ${kind}" part="frame" lang=${view.lang} aria-label=${strings.article} @keydown=${this.#onKey}>
      <div class="top"><slot name="bar"></slot>${article && text ? languagesView(article, text, view) : nothing}</div>
      <div class="scroll" tabindex=${compact ? nothing : 0} role="group" aria-label=${title || strings.article}>
        ${failureView(view, { left: this.#arriving.left, again: () => this.#arriving.tryNow() })}
        ${this.#arriving.isShown ? html`<div class="skeleton" role="img" aria-label=${strings.loading}><i class="w-60"></i><i class="block"></i><i class="w-80 thin"></i></div>` : nothing}
        ${article && text ? readerView(article, text, view) : title === '' || compact ? nothing : html`<h2 lang=${target?.lang ?? nothing}>${title}</h2>`}
      </div>
      ${article && !compact ? html`<slot name="foot">${hosted ? nothing : footView(this, this.#own)}</slot>` : nothing}
      <div class="sr" role="status">${this.#own?.said ?? ''}</div>
    </section>`;
  }

  #view(): ArticleView {
    return {
      ...{ controller: this.controller, reading: this.#reading, strings: this.strings, lang: languageOf(this) },
      ...{ needed: [this.customer, ...this.reads.slice(0, 1)], spoken: this.isSpoken, compact: this.compact },
    };
  }

  /** Another element may draw it by now. */
  #leave(): void {
    if (this.#followed?.drawn === this.#changed) this.#followed.drawn = null;
  }

  /** Asks again for what could not be had. */
  async #again(): Promise<void> {
    const { controller } = this;
    const hadFocus = this.matches(':focus-within');
    if (controller.target) await controller.open({ ...controller.target, lang: controller.lang });
    if (hadFocus && controller.article) await this.focusOn('.scroll');
  }

  #inserter(): OwnInserter {
    if (this.#own) return this.#own;
    const own = this.inserting ?? new OwnInserter(this);
    this.#own = own;
    this.#stopWatching = own.watch(() => this.requestUpdate());
    void own.ready().then(() => this.requestUpdate());
    return own;
  }

  readonly #changed = (): void => {
    this.#arriving.heard(this.controller);
    this.requestUpdate();
  };

  /** Alone, Enter inserts wherever no control has its own use for it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.hosted || this.compact || event.isComposing) return;
    if (event.key === 'Escape' && this.#own?.confirming) this.cancel();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !isControl(event.composedPath()[0]))
      void this.insert();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function isControl(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.matches('button, summary, a, select');
}

function list(value: string | null): string[] {
  return (value ?? '').split(/[\s,]+/).filter(Boolean);
}
