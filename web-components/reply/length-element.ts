import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { panelWords } from '../suggest/strings/strings.ts';
import { tokens } from '../tokens.ts';
import { fill, languageOf } from '../words.ts';
import { blanksIn } from './blank-tokens.ts';
import { lengthMeter } from './length-meter.ts';
import { limitsIn, limitsOf, watchLimits } from './lengths.ts';
import { meterStyles } from './meter-styles.ts';
import { PageWatch } from './page-watch.ts';
import { findReplyElement, type ReplyField, replyFieldOf } from './reply-field.ts';
import { cautionWords } from './strings/strings.ts';

/**
 * `<erfara-length for="#reply">`: the length of a reply against what its channel allows, to stand under the reply box. It
 * learns the channel from the `<erfara-suggest>` that serves the same box; without one it shows nothing. Blanks that are still
 * to be filled in are named below it.
 *
 * @element erfara-length
 */
export class ErfaraLength extends LitElement {
  static override styles = [tokens, meterStyles, css`:host { display: block; min-height: 20px; }`];

  static override properties = { for: {}, lang: {} };

  /** CSS selector of the reply box. */
  for = '';
  /** Interface language. */
  override lang = '';

  #box: HTMLElement | null = null;
  #field: ReplyField | null = null;
  #stop: (() => void) | null = null;
  readonly #changed = () => this.requestUpdate();
  readonly #page = new PageWatch(this, this.#changed);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page.start();
    this.requestUpdate('for', null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page.stop();
    this.#attach(null);
  }

  protected override async scheduleUpdate(): Promise<void> {
    const lang = languageOf(this);
    await Promise.all([panelWords.load(lang), cautionWords.load(lang)]);
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const box = findReplyElement(this.for, this);
    if (box === this.#box) return;
    this.#attach(null);
    this.#box = box;
    if (box) void replyFieldOf(box).then((field) => box === this.#box && this.#attach(field));
  }

  protected override render(): TemplateResult {
    const text = this.#field?.text() ?? '';
    const limits = this.#field && limitsIn(this.#field, limitsOf(this.#field.element));
    const blanks = limits ? blanksIn(text) : [];
    return html`${lengthMeter(text, limits, panelWords.in(languageOf(this)))}
      ${blanks.length > 0 ? html`<p class="blanks">${fill(cautionWords.in(languageOf(this)).blanks, { names: blanks.join(' ') })}</p>` : nothing}`;
  }

  #attach(field: ReplyField | null): void {
    this.#stop?.();
    this.#stop = null;
    this.#field = field;
    this.#box = field?.element ?? null;
    if (!field) return;
    const stops = [watchLimits(field.element, this.#changed), field.onInput(this.#changed)];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    this.requestUpdate();
  }
}
