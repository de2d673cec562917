import { composeOffer, type Destination } from './compose-offer.ts';
import type { Offer } from './offer.ts';
import { keepMarks, richHtml } from './rich-text.ts';

/** Puts a text on the clipboard; rejects where the browser forbids it. */
export async function copyPlain(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('No clipboard: the page is not served over HTTPS.');
  await navigator.clipboard.writeText(text);
}

/** Puts an offer's words on the clipboard with their bold words, lists and links, and as plain text beside. */
export async function copyRich(offer: Offer, markdown: string, to: Destination): Promise<void> {
  const plain = composeOffer(offer, markdown, to).text;
  const html = richHtml(composeOffer(offer, keepMarks(markdown), to).text);
  if (typeof ClipboardItem === 'undefined') return copyPlain(plain);
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([plain], { type: 'text/plain' }),
  });
  await navigator.clipboard.write([item]);
}
