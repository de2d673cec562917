import type { Offer } from './offer.ts';

/** The agent chose to insert what they found. Cancel it to insert the offer in the host's own way. */
export class ErfaraInsertOfferEvent extends CustomEvent<Offer> {
  constructor(detail: Offer) {
    super('erfara-insert-offer', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-insert-offer': ErfaraInsertOfferEvent;
  }
}
