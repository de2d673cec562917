import { type Composition, composeOffer, type Destination } from './compose-offer.ts';
import type { Offer } from './offer.ts';

/** Where the next of several answers goes: below the last one, above the sign-off. */
export class Stack {
  #ending = '';
  #tail = '';

  /** Remembers what was inserted: the same words without their sign-off tell where the answer ends. */
  add(composition: Composition, offer: Offer, markdown: string, to: Destination): void {
    const reply = offer.reply && { ...offer.reply, signOff: '' };
    const body = composeOffer({ ...offer, reply }, markdown, to).text;
    const { text } = composition;
    const end = text.lastIndexOf(body.slice(-40));
    const bodyEnd = end < 0 ? text.length : end + body.slice(-40).length;
    const ending = text.slice(bodyEnd).trim();
    if (ending !== '') this.#ending = ending;
    this.#tail = text.slice(0, bodyEnd).slice(-40);
  }

  /** The place in what the box holds now; null where nothing of it is left. */
  placeIn(text: string): number | null {
    const ending = this.#ending === '' ? -1 : text.lastIndexOf(this.#ending);
    if (ending >= 0) return text.slice(0, ending).trimEnd().length;
    const tail = this.#tail === '' ? -1 : text.lastIndexOf(this.#tail);
    return tail < 0 ? null : tail + this.#tail.length;
  }

  clear(): void {
    this.#ending = '';
    this.#tail = '';
  }
}
