import { html, type TemplateResult } from 'lit';
import {
  NOTHING_OFFERED,
  notWorthSaving,
  type OfferMemory,
  offersToCapture,
  rememberOffer,
} from '../capture/offer-to-capture.ts';
import type { Strings } from './strings/strings.ts';

export interface SentCase {
  text: string;
  inserted: number;
  case: string;
  question: string;
}

/** The quiet line after a reply that nothing of the bank was in. What was offered is remembered in the browser. */
export class CaptureLine {
  /** The case offered; null while there is no line. */
  offered: SentCase | null = null;
  readonly #key: string;

  constructor(server: string) {
    this.#key = `erfara-capture-offers ${server}`;
  }

  sent(sent: SentCase): void {
    const at = Date.now();
    const memory = this.#memory();
    this.offered = offersToCapture({ ...sent, at }, memory) ? sent : null;
    if (this.offered) this.#keep(rememberOffer(memory, { case: sent.case, at }));
  }

  refuse(): void {
    if (this.offered) this.#keep(notWorthSaving(this.#memory(), this.offered.case));
    this.offered = null;
  }

  view(strings: Strings, { save, refuse }: { save: () => void; refuse: () => void }): TemplateResult {
    return html`<div class="offer">
      <p>${strings.offerCapture}</p>
      <button @click=${save}>${strings.saveCase}</button>
      <button class="quiet" @click=${refuse}>${strings.notWorth}</button>
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
