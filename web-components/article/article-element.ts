import { css, html, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FeedbackEvent } from '../../server/http/contract.ts';
import { clientFor } from '../client/client.ts';
import type { Destination } from '../reply/compose-offer.ts';
import { Inserter, type InserterHost } from '../reply/inserter.ts';
import type { Offer } from '../reply/offer.ts';
import { findReplyElement, replyFieldOf } from '../reply/reply-field.ts';
import { ErfaraInsertOfferEvent } from '../search/events.ts';
import { SuggestController } from '../suggest/controller.ts';
import { overlayStyles } from '../suggest/overlay-styles.ts';
import { panelWords, type Strings } from '../suggest/strings/strings.ts';
import { styles } from '../suggest/styles.ts';
import { viewStyles } from '../suggest/view-styles.ts';
import { toastView } from '../suggest/views/toast.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { languageOf } from '../words.ts';
import { type ArticlePanel, bringMatchIntoView } from './article-view.ts';

/** An element that shows articles and puts their replies into the host's reply box, without a conversation of its own. */
export abstract class ArticleElement extends WordedElement<Strings> implements InserterHost {
  static override styles = [
    tokens,
    styles,
    viewStyles,
    overlayStyles,
    css`
      .panel {
        border: 1px solid var(--erfara-line);
        border-radius: var(--erfara-radius-panel);
      }
      .over {
        flex: 1;
        min-height: 0;
      }
      .search:not(:has(.bar-row)) .search-box {
        margin-top: var(--erfara-space-3);
      }
    `,
  ];
  static override properties = {
    ...WordedElement.properties,
    for: {},
    market: {},
    channel: {},
    customer: {},
    variables: { attribute: false },
  };

  /** CSS selector of the reply box. */
  for = '';
  /** The customer's market. */
  market = '';
  /** The channel the reply goes to. */
  channel = '';
  /** The customer's language. */
  customer = '';
  /** What is known: `customer.first_name`, `agent.first_name`, `order.number` ... */
  variables: Record<string, string> = {};

  protected override readonly words = panelWords;
  /** @internal */
  readonly inserter = new Inserter(this);
  #controller: SuggestController | null = null;
  #said = '';

  /** @internal */
  get controller(): SuggestController {
    this.#controller ??= new SuggestController(clientFor(this.server ?? ''), { changed: () => this.requestUpdate() });
    return this.#controller;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') && this.hasUpdated) this.#controller = null;
    const { market, channel } = this;
    this.controller.preview.where = { ...(market ? { market } : {}), ...(channel ? { channel } : {}) };
    this.controller.input = { ...this.controller.input, ...this.controller.preview.where };
  }

  protected override updated(): void {
    bringMatchIntoView(this.renderRoot, this.controller);
  }

  protected panel(back: () => void, alone = false): ArticlePanel {
    const { strings, controller } = this;
    const hasField = findReplyElement(this.for, this) !== null;
    const insert = (offer: Offer, sure = false): void => void this.insert(offer, sure);
    return { strings, controller, lang: languageOf(this), hasField, insert, back, alone };
  }

  /** Into the reply box named by `for`; without one the host is offered it. */
  async insert(given: Offer, sure = false): Promise<void> {
    const otherLanguage = this.customer !== '' && given.reply !== null && given.reply.lang !== this.customer;
    const offer = { ...given, otherLanguage };
    const found = findReplyElement(this.for, this);
    if (!found) {
      this.dispatchEvent(new ErfaraInsertOfferEvent(offer));
      return;
    }
    this.inserter.box.attach(await replyFieldOf(found));
    if (!this.inserter.insert(offer, sure)) void this.focusOn('[data-confirm]');
  }

  protected below(): TemplateResult | typeof nothing {
    return html`${toastView(this.inserter, this.strings)}<div class="sr" role="status">${this.#said}</div>`;
  }

  destination(): Destination {
    return { channel: this.channel, variables: this.variables, strings: this.strings, said: [] };
  }

  wordingOf(offer: Offer): string {
    return this.controller.wordings.of(offer).markdown;
  }

  confirm(articleId: string | null): void {
    this.controller.confirm(articleId);
  }

  record(type: FeedbackEvent['type'], offer: Offer | null, more?: Pick<FeedbackEvent, 'text' | 'shown'>): void {
    const article = offer ? { id: offer.articleId, lang: offer.lang, etag: offer.etag } : null;
    this.controller.record(type, { ...(article ? { article } : {}) }, more);
  }

  changed(): void {
    this.requestUpdate();
  }

  say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }
}
