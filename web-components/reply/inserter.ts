import { ErfaraInsertEvent, ErfaraUndoEvent } from '../suggest/events.ts';
import type { Strings } from '../suggest/strings/strings.ts';
import type { Composition } from './compose.ts';
import { composeOffer, type Destination } from './compose-offer.ts';
import type { Offer } from './offer.ts';
import { ReplyBox } from './reply-box.ts';

export type Toast = { kind: 'inserted'; blanks: boolean } | { kind: 'undone' | 'copied' };

/** What inserting needs of whoever shows the offers. */
export interface InserterHost {
  readonly strings: Strings;
  destination(): Destination;
  /** The Markdown of an offer's reply, of several wordings the one in turn. */
  wordingOf(offer: Offer): string;
  /** Asks the agent about an article's reply in another language; null ends the asking. */
  confirm(articleId: string | null): void;
  /** What the agent did, for the bank to learn from. */
  record(type: 'insert' | 'copy' | 'sent' | 'unlink', offer: Offer): void;
  changed(): void;
  say(text: string): void;
  dispatchEvent(event: Event): boolean;
}

/** Puts an offer's words into the reply box, takes them back, and remembers what was inserted until the reply is sent. */
export class Inserter {
  toast: Toast | null = null;
  readonly box: ReplyBox;
  readonly #inserted = new Set<Offer>();
  readonly #host: InserterHost;

  constructor(host: InserterHost) {
    this.#host = host;
    this.box = new ReplyBox({
      edited: () => this.#show(null),
      undone: () => this.#undone(),
      changed: () => {
        if (this.toast && this.toast.kind !== 'inserted') this.toast = null;
        host.changed();
      },
    });
  }

  /** An offer's words as they would stand alone in the reply box, for reading. */
  composed(offer: Offer): Composition {
    return composeOffer(offer, this.#host.wordingOf(offer), this.#host.destination());
  }

  /** False when the agent must first say yes to another language. Without a reply box the words are copied. */
  insert(offer: Offer, sure: boolean): boolean {
    if (!offer.reply) return true;
    const host = this.#host;
    const { articleId, otherLanguage } = offer;
    if (otherLanguage && !sure) {
      host.confirm(articleId);
      return false;
    }
    const composition = composeOffer(offer, host.wordingOf(offer), host.destination(), this.box.around());
    host.confirm(null);
    const detail = { articleId, lang: offer.reply.lang, text: composition.text, otherLanguage };
    const own = host.dispatchEvent(new ErfaraInsertEvent(detail));
    if (own && !this.box.field) {
      void navigator.clipboard?.writeText(composition.text);
      host.record('copy', offer);
      this.#show({ kind: 'copied' });
      return true;
    }
    this.#inserted.add(offer);
    host.record('insert', offer);
    if (own) {
      this.box.insert(composition);
      this.#show({ kind: 'inserted', blanks: composition.tokens.length > 0 });
    }
    return true;
  }

  /** The reply was sent: every article inserted and not taken back was part of it. */
  sent(): void {
    for (const offer of this.#inserted) this.#host.record('sent', offer);
    this.reset();
    this.#host.changed();
  }

  /** Another conversation: nothing inserted before can be taken back. */
  reset(): void {
    this.#inserted.clear();
    this.box.forget();
    this.toast = null;
  }

  #undone(): void {
    const last = [...this.#inserted].at(-1);
    if (last) {
      this.#inserted.delete(last);
      this.#host.record('unlink', last);
      this.#host.dispatchEvent(new ErfaraUndoEvent(last.articleId));
    }
    this.#show({ kind: 'undone' });
  }

  #show(toast: Toast | null): void {
    this.toast = toast;
    if (toast) this.#host.say(this.#host.strings[toast.kind]);
    this.#host.changed();
  }
}
