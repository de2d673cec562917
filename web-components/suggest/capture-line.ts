import { html, nothing, type TemplateResult } from 'lit';
import {
  NOTHING_OFFERED,
  notWorthSaving,
  type OfferMemory,
  offersToCapture,
  rememberOffer,
} from '../capture/offer-to-capture.ts';
import type { Strings } from './strings/strings.ts';

/** A reply that was sent, with all that saving its case begins with. */
export interface SentCase {
  text: string;
  inserted: number;
  case: string;
  question: string;
  channel: string;
  market: string;
  variables: Record<string, string>;
}

/** What the line's buttons do. */
export interface CaptureLineVerbs {
  save(): void;
  refuse(): void;
  /** The reply will not be saved after all. */
  cancel(): void;
}

/**
 * The quiet line after a reply that nothing of the bank was in; before it, what the agent meant to save once it is sent. What
 * was offered is remembered in the browser.
 */
export class CaptureLine {
  /** The case offered; null while there is no line. */
  offered: SentCase | null = null;
  /** The agent answers first, and saves the case once that is sent. */
  promised = false;
  /** The offered case was asked for, and is kept when the host goes on to another conversation by itself. */
  #wanted = false;
  readonly #key: string;

  constructor(server: string) {
    this.#key = `erfara-capture-offers ${server}`;
  }

  /** Answers the case to save at once: the agent said so before, and has not found an answer in the bank since. */
  sent(sent: SentCase): SentCase | null {
    const at = Date.now();
    const memory = this.#memory();
    this.#wanted = this.promised && sent.inserted === 0 && sent.text.trim() !== '';
    this.promised = false;
    this.offered = this.#wanted || offersToCapture({ ...sent, at }, memory) ? sent : null;
    if (this.offered) this.#keep(rememberOffer(memory, { case: sent.case, at }));
    return this.#wanted ? this.offered : null;
  }

  /** Another conversation was opened. */
  moved(): void {
    this.promised = false;
    if (!this.#wanted) this.offered = null;
    this.#wanted = false;
  }

  /** Saved, or not worth saving: it is not offered again. */
  done(): void {
    if (this.offered) this.#keep(notWorthSaving(this.#memory(), this.offered.case));
    this.offered = null;
    this.#wanted = false;
  }

  /** `covered`: something lies over the list, and the focus may come back to the line. */
  view(
    strings: Strings,
    covered: boolean,
    { save, refuse, cancel }: CaptureLineVerbs,
  ): TemplateResult | typeof nothing {
    if (this.offered)
      return html`<div class="offer" ?hidden=${covered}>
        <p>${strings.offerCapture}</p>
        <button @click=${save}>${strings.saveCase}</button>
        <button class="quiet" @click=${refuse}>${strings.notWorth}</button>
      </div>`;
    if (!this.promised) return nothing;
    return html`<div class="offer promised" ?hidden=${covered}>
      <p>${strings.savedOnceSent}</p>
      <button class="quiet" @click=${cancel}>${strings.cancel}</button>
    </div>`;
  }

  #memory(): OfferMemory {
    try {
      return { ...NOTHING_OFFERED, ...JSON.parse(localStorage.getItem(this.#key) ?? '{}') };
    } catch {
      return NOTHING_OFFERED;
    }
  }

  #keep(memory: OfferMemory): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(memory));
    } catch {
      // A browser that keeps nothing may be offered a case twice.
    }
  }
}
