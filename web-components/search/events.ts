import type { Offer } from '../reply/offer.ts';

/** The agent chose an article's reply, and no reply box is known: the host inserts it. */
export class ErfaraInsertOfferEvent extends CustomEvent<Offer> {
  constructor(offer: Offer) {
    super('erfara-insert-offer', { bubbles: true, composed: true, detail: offer });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-insert-offer': ErfaraInsertOfferEvent;
  }
}
