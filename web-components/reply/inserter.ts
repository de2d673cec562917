import type { SuggestController } from '../suggest/controller.ts';
import { ErfaraInsertEvent, ErfaraUndoEvent } from '../suggest/events.ts';
import type { Strings } from '../suggest/strings/strings.ts';
import { type Composition, compose } from './compose.ts';
import type { Offer } from './offer.ts';
import { ReplyBox } from './reply-box.ts';

export type Toast = { kind: 'inserted'; blanks: boolean } | { kind: 'undone' | 'copied' };

export interface InserterHost {
  readonly controller: SuggestController;
  readonly channel: string;
  readonly variables: Record<string, string>;
  readonly strings: Strings;
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
    return this.#compose(offer, { before: '', after: '' });
  }

  /** False when the agent must first say yes to another language. Without a reply box the words are copied. */
  insert(offer: Offer, sure: boolean): boolean {
    if (!offer.reply) return true;
    const { controller } = this.#host;
    const { articleId, otherLanguage } = offer;
    if (otherLanguage && !sure) {
      controller.confirm(articleId);
      return false;
    }
    const composition = this.#compose(offer, this.box.around());
    controller.confirm(null);
    const detail = { articleId, lang: offer.reply.lang, text: composition.text, otherLanguage };
    const own = this.#host.dispatchEvent(new ErfaraInsertEvent(detail));
    if (own && !this.box.field) {
      void navigator.clipboard?.writeText(composition.text);
      this.#record('copy', offer);
      this.#show({ kind: 'copied' });
      return true;
    }
    this.#inserted.add(offer);
    this.#record('insert', offer);
    if (own) {
      this.box.insert(composition);
      this.#show({ kind: 'inserted', blanks: composition.tokens.length > 0 });
    }
    return true;
  }

  /** The reply was sent: every article inserted and not taken back was part of it. */
  sent(): void {
    for (const offer of this.#inserted) this.#record('sent', offer);
    this.reset();
    this.#host.changed();
  }

  /** Another conversation: nothing inserted before can be taken back. */
  reset(): void {
    this.#inserted.clear();
    this.box.forget();
    this.toast = null;
  }

  #compose(offer: Offer, around: { before: string; after: string }): Composition {
    if (!offer.reply) return { text: '', caret: 0, tokens: [] };
    const { controller, channel, variables, strings } = this.#host;
    const { markdown } = controller.wordingOf(offer);
    const said = (controller.input.turns ?? []).filter((turn) => turn.from === 'agent').map((turn) => turn.text);
    return compose(offer.reply, markdown, { channel, variables, strings, said, ...around });
  }

  #undone(): void {
    const last = [...this.#inserted].at(-1);
    if (last) {
      this.#inserted.delete(last);
      this.#record('unlink', last);
      this.#host.dispatchEvent(new ErfaraUndoEvent(last.articleId));
    }
    this.#show({ kind: 'undone' });
  }

  #show(toast: Toast | null): void {
    this.toast = toast;
    if (toast) this.#host.say(this.#host.strings[toast.kind]);
    this.#host.changed();
  }

  #record(type: 'insert' | 'copy' | 'sent' | 'unlink', offer: Offer): void {
    this.#host.controller.record(type, { id: offer.articleId, lang: offer.lang, etag: offer.etag }, offer);
  }
}
