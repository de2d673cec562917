import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Mention } from '../article/mention.ts';
import { clientFor } from '../client/client.ts';
import { formStyles } from '../form-styles.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { closeIcon } from '../suggest/views/icons.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { fill, languageOf } from '../words.ts';
import { CaptureController } from './controller.ts';
import { CaptureDrafts } from './drafts.ts';
import { ErfaraCapturedEvent, ErfaraCloseEvent, ErfaraUndoneEvent } from './events.ts';
import { type CaptureView, moreView, replacedView, wordsField } from './form-view.ts';
import { similarView } from './similar-view.ts';
import { type CaptureWords, captureWords } from './strings/strings.ts';
import { captureStyles } from './styles.ts';

/**
 * A solved case becomes knowledge: what the customer asked and what solved it, both filled in, personal data replaced.
 * Ctrl+Enter saves, Esc closes.
 *
 * @element erfara-capture
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} question - what the customer wrote
 * @attr {string} solution - what the customer was sent
 * @attr {string} channel - where the customer wrote
 * @attr {string} market - the customer's market
 * @attr {string} language - the language the case is written in; absent, it is found out
 * @attr {string} case - the host's reference of the conversation; a draft is kept for each
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-captured - saved; `detail` names the article
 * @fires erfara-undone - taken back
 * @fires erfara-open - an article was chosen to be read; cancel it to show it in the host's own way
 * @fires erfara-close - the agent is done: take the element away
 * @csspart frame - the element's frame
 */
export class ErfaraCapture extends WordedElement<CaptureWords> {
  static override styles = [tokens, styles, laterStyles, formStyles, captureStyles];
  static override properties = {
    ...WordedElement.properties,
    question: {},
    solution: {},
    channel: {},
    market: {},
    language: {},
    case: {},
    variables: { attribute: false },
  };

  question = '';
  solution = '';
  channel = '';
  market = '';
  language = '';
  case = '';
  /** What the host knows: `customer.first_name`, `agent.first_name`. Names are replaced, and never kept. */
  variables: Record<string, string> = {};

  controller = this.#newController();
  protected override readonly words = captureWords;
  readonly #reading = new Mention(() => this.requestUpdate());
  #started = false;
  #interacted = false;
  #asking = false;
  #said = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') && (this.hasUpdated || this.server !== '')) {
      this.controller.stop();
      this.controller = this.#newController();
      this.#started = false;
    }
    const given = (['question', 'solution', 'case'] as const).some((name) => changed.has(name));
    if (this.#started && !given) return;
    this.#started = true;
    this.#interacted = false;
    this.#asking = false;
    this.#reading.close();
    void this.controller.start({
      ...{ question: this.question, solution: this.solution, channel: this.channel, market: this.market },
      ...{ language: this.language, fallbackLanguage: languageOf(this), case: this.case, variables: this.variables },
    });
  }

  protected override get beginning(): string {
    return this.question === '' ? '#question' : '#solution';
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  /** The easy way gets the focus, unless the agent has begun to do something else. */
  protected override updated(): void {
    const { controller } = this;
    const found = controller.similar.length > 0 && controller.phase === 'editing';
    if (!found || this.#interacted) return;
    this.#interacted = true;
    this.renderRoot.querySelector<HTMLElement>('[data-add]')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.controller.stop();
  }

  /** Closes, and asks first when words would be lost. */
  close(): void {
    if (this.controller.wouldLose && !this.#asking) {
      this.#asking = true;
      this.requestUpdate();
      void this.focusOn('[data-keep]');
      return;
    }
    this.#asking = false;
    this.dispatchEvent(new ErfaraCloseEvent());
  }

  protected override render(): TemplateResult {
    const { controller, strings } = this;
    const busy = controller.phase === 'saving';
    return html`<section class="panel" part="frame" aria-labelledby="heading" aria-busy=${busy} @keydown=${this.#onKey} @pointerdown=${() => {
      this.#interacted = true;
    }}>
      <header>
        <h2 id="heading">${strings.title}</h2>
        <button type="button" class="quiet" aria-label=${strings.close} title="${strings.close} (Esc)" @click=${() => this.close()}>${closeIcon}</button>
      </header>
      ${controller.phase === 'saved' ? this.#savedView() : this.#formView()}
      <div class="sr" role="status">${this.#status()}</div>
    </section>`;
  }

  #formView(): TemplateResult {
    const { controller, strings } = this;
    const view: CaptureView = { controller, strings, lang: languageOf(this) };
    const busy = controller.phase === 'saving';
    return html`<div class="body">
        ${
          controller.restored
            ? html`<div class="message"><p>${strings.restored}</p><button type="button" @click=${() => this.#startOver()}>${strings.startOver}</button></div>`
            : nothing
        }
        ${controller.undone ? html`<div class="message"><p>${strings.undone}</p></div>` : nothing}
        ${similarView(view, { reading: this.#reading, host: this, client: clientFor(this.server) })}
        ${wordsField('question', view)} ${wordsField('solution', view)} ${replacedView(view)}
        <label class="check"><input type="checkbox" .checked=${controller.asReply} @change=${(event: Event) => {
          controller.asReply = (event.target as HTMLInputElement).checked;
        }} />${strings.asReply}</label>
        ${moreView(view)}
      </div>
      <div class="foot">
        ${this.#failureView()}
        ${
          this.#asking
            ? html`<div class="message bad" role="alertdialog" aria-labelledby="lose"><p id="lose">${strings.loseWords}</p>
                <button type="button" data-keep @click=${() => this.#keepWriting()}>${strings.keepWriting}</button>
                <button type="button" @click=${() => this.close()}>${strings.closeAnyway}</button></div>`
            : html`<p class="hint">${strings.promise}</p>`
        }
        <div class="row">
          <button type="button" class="main" aria-disabled=${busy} @click=${() => this.#save()}>
            ${busy ? strings.saving : controller.similar.length > 0 ? strings.saveNew : strings.save} <kbd>Ctrl Enter</kbd>
          </button>
          <button type="button" class="quiet" @click=${() => this.close()}>${strings.close} <kbd>Esc</kbd></button>
        </div>
      </div>`;
  }

  #savedView(): TemplateResult {
    const { controller, strings } = this;
    const phrasing = controller.saved?.what === 'phrasing';
    return html`<div class="body">
      <div class="message good"><p><strong>${this.#savedText()}</strong></p></div>
      ${phrasing ? nothing : html`<p class="row"><span class="badge warning">${strings.notChecked}</span><span class="badge internal">${strings.internal}</span></p>`}
      ${this.#failureView()}
      <div class="row">
        <button type="button" class="main" data-done @click=${() => this.close()}>${strings.close} <kbd>Esc</kbd></button>
        ${controller.saved?.undo ? html`<button type="button" @click=${() => this.#undo()}>${strings.undo} <kbd>Ctrl Z</kbd></button>` : nothing}
      </div>
    </div>`;
  }

  #savedText(): string {
    const { controller, strings } = this;
    if (controller.saved?.what !== 'phrasing') return strings.saved;
    return fill(controller.saved.undo ? strings.added : strings.known, { title: controller.addedTo });
  }

  #failureView(): TemplateResult | typeof nothing {
    const { failure, missing } = this.controller;
    if (!failure || missing) return nothing;
    const { strings } = this;
    const text =
      failure.code === 'too-late'
        ? strings.tooLate
        : failure.kind === 'unreachable'
          ? strings.lost
          : failure.retryAfter !== null
            ? fill(strings.busy, { n: failure.retryAfter })
            : strings.refused;
    const why = failure.kind === 'refused' && failure.code !== 'too-late';
    return html`<div class="message bad" role="alert"><p>${text}
      ${why ? html`<span lang="en">${failure.details[0]?.message ?? failure.message}</span>` : nothing}</p></div>`;
  }

  /** Said once: what was found, saved or taken back. */
  #status(): string {
    const { controller, strings } = this;
    const count = controller.similar.length;
    if (controller.phase === 'saved') this.#said = this.#savedText();
    else if (controller.undone) this.#said = strings.undone;
    else if (count > 0) this.#said = count === 1 ? strings.announceOne : fill(strings.announceSimilar, { n: count });
    else if (controller.restored) this.#said = strings.restored;
    return this.#said;
  }

  #newController(): CaptureController {
    const drafts = new CaptureDrafts(this.server ?? '');
    return new CaptureController(clientFor(this.server ?? ''), drafts, () => this.#changed());
  }

  /** What was saved, by whichever way, is told once. */
  #changed(): void {
    this.requestUpdate();
    const { saved } = this.controller;
    if (!saved || saved === this.#told) return;
    this.#told = saved;
    this.dispatchEvent(new ErfaraCapturedEvent(saved));
    void this.focusOn('[data-done]');
  }
  #told: object | null = null;

  async #save(): Promise<void> {
    this.#interacted = true;
    const shown = this.controller.similar.length;
    await this.controller.save();
    if (this.controller.missing) await this.focusOn(`#${this.controller.missing}`);
    else if (shown === 0 && this.controller.similar.length > 0) await this.focusOn('[data-add], .similar button');
  }

  async #undo(): Promise<void> {
    const articleId = this.controller.saved?.id ?? '';
    if (!(await this.controller.undo())) return;
    this.dispatchEvent(new ErfaraUndoneEvent(articleId));
    await this.focusOn('#solution');
  }

  #startOver(): void {
    this.controller.startOver();
    void this.focusOn('#question');
  }

  #keepWriting(): void {
    this.#asking = false;
    this.requestUpdate();
    void this.focusOn('#solution');
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.key !== 'Tab' && event.key !== 'Shift') this.#interacted = true;
    if (event.key === 'Escape') {
      if (this.#asking) this.#keepWriting();
      else this.close();
    } else if (event.key === 'Enter' && command && this.controller.phase === 'editing') void this.#save();
    else if (event.code === 'KeyZ' && command && this.controller.phase === 'saved') void this.#undo();
    else {
      // A host with single-key shortcuts sees the element, not the field in it.
      if (!command && !event.altKey) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
