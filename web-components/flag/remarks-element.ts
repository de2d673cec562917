import { css, html, nothing, type TemplateResult } from 'lit';
import { Mention } from '../article/mention.ts';
import { clientFor } from '../client/client.ts';
import { formStyles } from '../form-styles.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { languageOf } from '../words.ts';
import { RemarksController } from './remarks-controller.ts';
import { type FlagWords, flagWords } from './strings/strings.ts';

/**
 * "Your remark was answered", to whoever made it, with the article to read. It takes no room while there is none.
 *
 * @element erfara-remarks
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-open - the article was chosen to be read; cancel it to show it in the host's own way
 * @csspart frame - the notice
 */
export class ErfaraRemarks extends WordedElement<FlagWords> {
  static override styles = [
    tokens,
    styles,
    laterStyles,
    formStyles,
    css`
      :host {
        flex: none;
        max-width: none;
      }
      .panel {
        max-height: 50vh;
        border-width: 0 0 1px;
        border-radius: 0;
        padding: var(--erfara-space-2) var(--erfara-space-4);
        background: var(--erfara-accent-soft);
        font-size: var(--erfara-text-s);
      }
      .top {
        display: flex;
        align-items: center;
        gap: var(--erfara-space-2);
      }
      .top strong {
        flex: 1;
        color: var(--erfara-accent);
      }
      li + li {
        margin-top: var(--erfara-space-2);
      }
      .mine {
        color: var(--erfara-muted);
        font-size: var(--erfara-text-xs);
      }
    `,
  ];

  protected override readonly words = flagWords;
  #controller: RemarksController | null = null;
  readonly #reading = new Mention(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.stop();
    this.#controller = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('server') && this.#controller) return;
    this.#controller?.stop();
    this.#controller = null;
    if (this.isConnected) this.#follow();
  }

  #follow(): void {
    this.#controller ??= new RemarksController(clientFor(this.server), () => this.requestUpdate());
    this.#controller.follow();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const flags = this.#controller?.answered ?? [];
    return html`${
      flags.length === 0
        ? nothing
        : html`<section class="panel" part="frame" aria-labelledby="told" @keydown=${this.#onKey}>
            <div class="top"><strong id="told">${strings.answered}</strong>
              <button type="button" class="quiet" @click=${() => this.#controller?.seen()}>${strings.seen}</button></div>
            <ul role="list">${flags.map((flag) => {
              const { article, answer, comment, id, problem } = flag;
              return html`<li>
                <p>${answer}</p>
                <p class="mine">${strings.yourRemark}: ${comment || strings[(problem ?? 'other') as keyof FlagWords]}</p>
                <button type="button" class="link" aria-expanded=${this.#reading.open === id} @click=${() =>
                  this.#reading.toggle(id, article, {
                    host: this,
                    client: clientFor(this.server),
                  })}>${strings.readArticle}</button>
                ${this.#reading.view(id, languageOf(this))}
              </li>`;
            })}</ul>
          </section>`
    }
    <div class="sr" role="status">${flags.length === 0 ? '' : strings.answered}</div>`;
  }

  /** Keys here are no keys of the panel around it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && this.#reading.open === null) return;
    event.stopPropagation();
    if (event.key === 'Escape') this.#reading.close();
  };
}
