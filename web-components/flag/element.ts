import { css, html, nothing, type TemplateResult } from 'lit';
import { ErfaraCloseEvent } from '../capture/events.ts';
import { clientFor } from '../client/client.ts';
import { formStyles } from '../form-styles.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { closeIcon } from '../suggest/views/icons.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { FlagController, type FlaggedArticle, PROBLEMS } from './controller.ts';
import { ErfaraFlaggedEvent } from './events.ts';
import { type FlagWords, flagWords } from './strings/strings.ts';

/**
 * A remark that an article is wrong, to its editors. Ctrl+Enter sends, Esc closes.
 *
 * @element erfara-flag
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} phrasing - the words that led to the article; the agent may leave them out
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-flagged - sent; `detail` is the remark as it is kept
 * @fires erfara-close - the agent is done: take the element away
 * @csspart frame - the element's frame
 */
export class ErfaraFlag extends WordedElement<FlagWords> {
  static override styles = [
    tokens,
    styles,
    laterStyles,
    formStyles,
    css`
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding-top: var(--erfara-space-1);
      }
      .kinds label {
        position: relative;
        display: inline-flex;
        align-items: center;
        min-height: 28px;
        padding: 2px 10px;
        border: 1px solid var(--erfara-edge);
        border-radius: 999px;
        background: var(--erfara-raised);
        font-weight: 400;
        cursor: pointer;
      }
      .kinds label:has(:checked) {
        border-color: var(--erfara-accent);
        box-shadow: inset 0 0 0 1px var(--erfara-accent);
        background: var(--erfara-accent-soft);
        font-weight: 600;
      }
      .kinds label:has(:focus-visible) {
        outline: 2px solid var(--erfara-accent);
        outline-offset: 1px;
      }
      .kinds input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .phrasing {
        display: grid;
        justify-items: start;
        gap: var(--erfara-space-2);
        padding: var(--erfara-space-2) var(--erfara-space-3);
        border-left: 2px solid var(--erfara-line);
        background: var(--erfara-sunken);
        font-size: var(--erfara-text-s);
      }
      .phrasing p {
        min-width: 0;
        /* Whole lines: a longer message is scrolled. */
        max-height: calc(5em * var(--erfara-line-height));
        overflow: auto;
        overflow-wrap: anywhere;
      }
      @media (forced-colors: active) {
        .kinds label:has(:checked) {
          border: 2px solid Highlight;
        }
      }
    `,
  ];
  static override properties = {
    ...WordedElement.properties,
    article: { attribute: false },
    phrasing: {},
    channel: {},
    case: {},
  };

  /** The article the remark is about: `{id, lang, etag, title}`. */
  article: FlaggedArticle | null = null;
  phrasing = '';
  /** Where the customer wrote. */
  channel = '';
  /** The host's reference of the conversation. */
  case = '';

  controller = new FlagController(clientFor(this.server), () => this.requestUpdate());
  protected override readonly words = flagWords;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('server') && this.server !== '')
      this.controller = new FlagController(clientFor(this.server), () => this.requestUpdate());
    if (this.article && (changed.has('article') || changed.has('phrasing') || changed.has('server')))
      this.controller.start(this.article, this.phrasing);
  }

  protected override get beginning(): string {
    return '.kinds input';
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  protected override render(): TemplateResult {
    const { controller, strings } = this;
    return html`<section class="panel" part="frame" aria-labelledby="heading" @keydown=${this.#onKey}>
      <header>
        <h2 id="heading">${strings.title}</h2>
        <button type="button" class="quiet" aria-label=${strings.close} title="${strings.close} (Esc)" @click=${() => this.#close()}>${closeIcon}</button>
      </header>
      <div class="body">
        ${controller.article ? html`<p lang=${controller.article.lang}><strong>${controller.article.title}</strong></p>` : nothing}
        ${controller.phase === 'sent' ? this.#sentView() : this.#formView()}
      </div>
      <div class="sr" role="status">${controller.phase === 'sent' ? strings.sent : controller.withdrawn ? strings.withdrawn : ''}</div>
    </section>`;
  }

  #formView(): TemplateResult {
    const { controller, strings } = this;
    const busy = controller.phase === 'sending';
    return html`
      ${controller.withdrawn ? html`<div class="message"><p>${strings.withdrawn}</p></div>` : nothing}
      <fieldset class="field">
        <legend>${strings.what}</legend>
        <div class="kinds">${PROBLEMS.map(
          (problem) =>
            html`<label><input type="radio" name="problem" value=${problem} .checked=${controller.problem === problem}
              @change=${() => controller.edit({ problem })} />${strings[problem as keyof FlagWords]}</label>`,
        )}</div>
      </fieldset>
      <div class="field">
        <label for="comment">${strings.comment}</label>
        <textarea id="comment" rows="3" maxlength="2000" placeholder=${strings.commentHint} aria-invalid=${controller.empty}
          aria-describedby="privacy ${controller.empty ? 'empty' : ''}" .value=${controller.comment}
          @input=${(event: Event) => controller.edit({ comment: (event.target as HTMLTextAreaElement).value })}></textarea>
        ${controller.empty ? html`<p class="wrong" id="empty">${strings.needWords}</p>` : nothing}
      </div>
      ${
        controller.phrasing === ''
          ? nothing
          : html`<div class="field"><span class="label" id="led">${strings.phrasing}</span>
            <div class="phrasing"><p aria-labelledby="led" role="note">${controller.phrasing}</p>
            <button type="button" @click=${() => this.#leaveOut()}>${strings.removePhrasing}</button></div></div>`
      }
      ${this.#failureView()}
      <div class="row">
        <button type="button" class="main" aria-disabled=${busy} @click=${() => this.#send()}>${busy ? strings.sending : strings.send} <kbd>Ctrl Enter</kbd></button>
        <button type="button" class="quiet" @click=${() => this.#close()}>${strings.close} <kbd>Esc</kbd></button>
      </div>
      <p class="hint" id="privacy">${strings.privacy}</p>`;
  }

  #sentView(): TemplateResult {
    const { strings } = this;
    return html`<div class="message good"><p><strong>${strings.sent}</strong></p></div>
      ${this.#failureView()}
      <div class="row">
        <button type="button" class="main" data-done @click=${() => this.#close()}>${strings.close} <kbd>Esc</kbd></button>
        <button type="button" @click=${() => this.#withdraw()}>${strings.undo} <kbd>Ctrl Z</kbd></button>
      </div>`;
  }

  #failureView(): TemplateResult | typeof nothing {
    const { failure } = this.controller;
    if (!failure) return nothing;
    const { strings } = this;
    const late = failure.code === 'too-late';
    const text = late ? strings.tooLate : failure.passes ? strings.lost : strings.refused;
    return html`<div class="message bad" role="alert"><p>${text}
      ${failure.passes || late ? nothing : html`<span lang="en">${failure.details[0]?.message ?? failure.message}</span>`}</p></div>`;
  }

  async #send(): Promise<void> {
    await this.controller.send();
    const { flag, empty } = this.controller;
    if (empty) await this.focusOn('#comment');
    if (!flag) return;
    this.dispatchEvent(new ErfaraFlaggedEvent(flag));
    await this.focusOn('[data-done]');
  }

  async #withdraw(): Promise<void> {
    if (await this.controller.withdraw()) await this.focusOn('#comment');
  }

  #leaveOut(): void {
    this.controller.edit({ phrasing: '' });
    void this.focusOn('#comment');
  }

  #close(): void {
    this.dispatchEvent(new ErfaraCloseEvent());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const { phase } = this.controller;
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && command && phase === 'editing') void this.#send();
    else if (event.code === 'KeyZ' && command && phase === 'sent') void this.#withdraw();
    else {
      if (!command && !event.altKey) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
