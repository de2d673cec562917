import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { NewsItem } from '../../server/http/contract.ts';
import { Mention } from '../article/mention.ts';
import { clientFor } from '../client/client.ts';
import { formStyles } from '../form-styles.ts';
import { moment } from '../incident/incident-lines.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { chevronIcon } from '../suggest/views/icons.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { fill, languageOf } from '../words.ts';
import { NewsController } from './controller.ts';
import { type NewsWords, newsWords } from './strings/strings.ts';

/**
 * What is new since the agent last worked: new, changed and checked articles, answered remarks, ended incidents, in one short
 * list. "Mark as seen" is remembered in the browser. It takes no room while it is closed and nothing is new.
 *
 * @element erfara-whats-new
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} market - only what holds in this market
 * @attr {string} reads - languages the agent reads, best first, separated by spaces
 * @attr {boolean} open - the list is open
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-open - an article was chosen to be read; cancel it to show it in the host's own way
 * @csspart frame - the element's frame
 */
export class ErfaraWhatsNew extends WordedElement<NewsWords> {
  static override styles = [
    tokens,
    styles,
    laterStyles,
    formStyles,
    css`
      .top {
        justify-content: flex-start;
        width: 100%;
        min-height: 40px;
        padding: 0 var(--erfara-space-3) 0 var(--erfara-space-4);
        border: 0;
        border-radius: 0;
        background: none;
      }
      .top:focus-visible {
        outline-offset: -2px;
      }
      .top .title {
        flex: 1;
        font-weight: 600;
      }
      .top[aria-expanded='true'] .icon {
        rotate: 180deg;
      }
      .count {
        padding: 0 7px;
        border-radius: 999px;
        background: var(--erfara-accent);
        color: var(--erfara-accent-text);
        font-size: var(--erfara-text-xs);
        font-weight: 600;
      }
      .list {
        padding: 0 var(--erfara-space-4) var(--erfara-space-3);
        font-size: var(--erfara-text-s);
      }
      li {
        padding: var(--erfara-space-2) 0;
        border-top: 1px solid var(--erfara-line);
      }
      .what {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--erfara-space-2);
        align-items: center;
        color: var(--erfara-muted);
        font-size: var(--erfara-text-xs);
      }
      .badge.incident {
        background: var(--erfara-incident-soft);
        color: var(--erfara-incident);
      }
      .badge.validated {
        color: var(--erfara-positive);
      }
      button.link {
        color: var(--erfara-text);
        font-size: var(--erfara-text-s);
      }
      .note {
        padding: var(--erfara-space-2) 0;
        color: var(--erfara-muted);
      }
    `,
  ];
  static override properties = {
    ...WordedElement.properties,
    market: {},
    reads: { converter: (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean) },
    open: { type: Boolean, reflect: true },
  };

  market = '';
  reads: string[] = [];
  open = false;

  protected override readonly words = newsWords;
  #controller: NewsController | null = null;
  #followed = '';
  readonly #reading = new Mention(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server')) this.#stop();
    if (this.isConnected) this.#follow();
  }

  /** Called again with the same it does nothing: a framework may set the same list at every drawing. */
  #follow(): void {
    const reads = this.reads.length > 0 ? this.reads : [languageOf(this)];
    const where = { reads, ...(this.market ? { market: this.market } : {}) };
    if (this.#controller && JSON.stringify(where) === this.#followed) return;
    this.#followed = JSON.stringify(where);
    this.#controller ??= new NewsController(clientFor(this.server), () => this.requestUpdate());
    this.#controller.follow(where);
  }

  #stop(): void {
    this.#controller?.stop();
    this.#controller = null;
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const { total = 0, lost = false } = this.#controller ?? {};
    if (total === 0 && !this.open && !this.matches(':focus-within')) return html`<div class="sr" role="status"></div>`;
    return html`<section class="panel" part="frame" aria-labelledby="heading" @focusout=${() => this.requestUpdate()}>
      <h2><button type="button" class="top" aria-expanded=${this.open} aria-controls="news" @click=${() => {
        this.open = !this.open;
      }}>
        <span class="title" id="heading">${strings.title}</span>
        ${total > 0 ? html`<span class="count">${fill(strings.count, { n: total })}</span>` : nothing}${chevronIcon}
      </button></h2>
      <div class="list" id="news" ?hidden=${!this.open}>
        ${lost ? html`<div class="row note"><span>${strings.lost}</span><button type="button" @click=${() => this.#controller?.load()}>${strings.tryNow}</button></div>` : nothing}
        ${this.open ? this.#listView() : nothing}
      </div>
      <div class="sr" role="status">${total > 0 ? `${strings.title}: ${fill(strings.count, { n: total })}` : ''}</div>
    </section>`;
  }

  #listView(): TemplateResult | typeof nothing {
    const { strings } = this;
    const { items = [], total = 0, since = null, lost = false } = this.#controller ?? {};
    if (items.length === 0) {
      if (since === null || lost) return nothing;
      return html`<p class="note">${fill(strings.nothing, { when: moment(since, languageOf(this)) })}</p>`;
    }
    return html`<ul role="list">${items.map((item) => this.#itemView(item))}</ul>
      ${total > items.length ? html`<p class="note">${fill(strings.more, { n: total - items.length })}</p>` : nothing}
      <button type="button" @click=${() => this.#seen()}>${strings.seen}</button>`;
  }

  #itemView(item: NewsItem): TemplateResult {
    const { strings } = this;
    const { kind, at, article, flag } = item;
    const key = `${kind} ${flag?.id ?? article.id}`;
    const names: Record<string, string> = {
      new: strings.new,
      changed: strings.changed,
      validated: strings.validated,
      'flag-answered': strings.answered,
      'incident-ended': strings.ended,
    };
    const unchecked = article.state === 'not-validated';
    const readable = kind !== 'incident-ended' && article.title !== null;
    return html`<li>
      <p class="what">
        <span class="badge ${kind === 'incident-ended' ? 'incident' : kind}">${names[kind] ?? strings.changed}</span>
        ${unchecked ? html`<span class="badge warning">${strings.notChecked}</span>` : nothing}
        <time datetime=${at}>${moment(at, languageOf(this))}</time>
      </p>
      ${flag ? html`<p>${flag.answer}</p>` : nothing}
      ${
        readable
          ? html`<button type="button" class="link" lang=${article.lang} aria-expanded=${this.#reading.open === key} @click=${() =>
              this.#reading.toggle(key, article, {
                host: this,
                client: clientFor(this.server),
              })}>${article.title}</button>`
          : html`<p lang=${article.lang}>${article.title ?? strings.gone}</p>`
      }
      ${this.#reading.view(key, languageOf(this))}
    </li>`;
  }

  #seen(): void {
    this.#controller?.seen();
    void this.focusOn('.top');
  }
}
