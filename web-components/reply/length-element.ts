import { css, LitElement } from 'lit';
import { languageOf } from '../language-of.ts';
import { panelWords } from '../suggest/strings/strings.ts';
import { tokens } from '../tokens.ts';
import { lengthMeter } from './length-meter.ts';
import { limitsOf, watchLimits } from './lengths.ts';
import { meterStyles } from './meter-styles.ts';
import { findReplyField, type ReplyField } from './reply-field.ts';

/**
 * `<erfara-length for="#reply">`: the length of a reply against what its channel allows, to stand under the reply box. It
 * learns the channel from the `<erfara-suggest>` that serves the same box; without one it shows nothing.
 */
export class ErfaraLength extends LitElement {
  static override styles = [tokens, meterStyles, css`:host { display: block; min-height: 20px; }`];

  static override properties = { for: {}, lang: {} };

  /** CSS selector of the reply box. */
  for = '';
  /** Interface language. */
  override lang = '';

  #field: ReplyField | null = null;
  #stop: (() => void) | null = null;
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('for', null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attach(null);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await panelWords.load(languageOf(this));
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.#attach(findReplyField(this.for, this));
  }

  protected override render() {
    return lengthMeter(this.#field?.value ?? '', this.#field && limitsOf(this.#field), panelWords.in(languageOf(this)));
  }

  #attach(field: ReplyField | null): void {
    if (field === this.#field) return;
    this.#field?.removeEventListener('input', this.#changed);
    this.#stop?.();
    this.#field = field;
    this.#stop = field ? watchLimits(field, this.#changed) : null;
    field?.addEventListener('input', this.#changed);
  }
}
