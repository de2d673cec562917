import { type Composition, compose, type Surroundings } from './compose.ts';
import type { Offer } from './offer.ts';

export type { Composition };

/** Where a reply goes, apart from what stands in the box. */
export type Destination = Omit<Surroundings, 'before' | 'after'>;

/** An offer's words in the wording given; without `box` as they would stand alone in it, for reading. */
export function composeOffer(
  offer: Offer,
  markdown: string,
  destination: Destination,
  box: Pick<Surroundings, 'before' | 'after'> = { before: '', after: '' },
): Composition {
  if (!offer.reply) return { text: '', caret: 0, tokens: [] };
  return compose(offer.reply, markdown, { ...destination, ...box });
}
