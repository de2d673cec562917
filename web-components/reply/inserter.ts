import type { FeedbackEvent } from '../../server/http/contract.ts';
import type { Strings } from '../suggest/strings/strings.ts';
import { boxCaution, type Caution } from './cautions.ts';
import type { Composition } from './compose.ts';
import { composeOffer, type Destination } from './compose-offer.ts';
import { copyPlain, copyRich } from './copy.ts';
import { ErfaraInsertEvent, ErfaraUndoEvent } from './events.ts';
import type { Offer } from './offer.ts';
import { ReplyBox } from './reply-box.ts';
import { isWritable, type ReplyField } from './reply-field.ts';
import { Stack } from './stack.ts';
import type { CautionWords } from './strings/strings.ts';
import { type Toast, toastText } from './toast.ts';

/** What inserting needs of whoever shows the offers. */
export interface InserterHost {
  readonly strings: Strings;
  destination(): Destination;
  /** The Markdown of an offer's reply, of several wordings the one in turn. */
  wordingOf(offer: Offer): string;
  /** Asks the agent about an article's reply in another language; null ends the asking. */
  confirm(articleId: string | null): void;
  /** What the agent did, for the bank to learn from; without an offer it is about the conversation. */
  record(type: FeedbackEvent['type'], offer: Offer | null, more?: Pick<FeedbackEvent, 'text' | 'shown'>): void;
  /** Articles that are on screen. */
  shown?(): string[];
  changed(): void;
  say(text: string): void;
  dispatchEvent(event: Event): boolean;
}

type Way = 'insert' | 'append' | 'replace' | 'take';

/** Longest text that is recorded of a reply, in characters. */
const LONGEST = 20_000;

/**
 * Puts an offer's words into the reply box or on the clipboard, takes them back, and remembers which articles belong to the
 * reply until it is sent.
 */
export class Inserter {
  toast: Toast | null = null;
  readonly box: ReplyBox;
  /** By article, in order of use. */
  readonly #linked = new Map<string, Offer>();
  readonly #stack = new Stack();
  readonly #host: InserterHost;
  /** Whether an offer must wait: for the agent's yes, or for good. */
  #waits: (offer: Offer, sure: boolean) => boolean;
  #inBox: Offer[] = [];
  #gone: Offer | null = null;
  #way: Way = 'insert';

  constructor(
    host: InserterHost,
    waits = (offer: Offer, sure: boolean) => !sure && (offer.otherLanguage || offer.reply?.stale === true),
  ) {
    this.#host = host;
    this.#waits = waits;
    this.box = new ReplyBox({
      edited: () => this.toast && this.show(null),
      undone: () => this.#undone(),
      redone: () => this.#gone && this.#inserted(this.#gone, false),
      changed: () => host.changed(),
    });
  }

  /** An offer's words as they would stand alone in the reply box, for reading. */
  composed(offer: Offer): Composition {
    return composeOffer(offer, this.#host.wordingOf(offer), this.#host.destination());
  }

  isLinked(articleId: string): boolean {
    return this.#linked.has(articleId);
  }

  /**
   * At the caret. False when the agent must first say yes to another language. Without a reply box the words are copied.
   * `sure` goes on in the way that was asked about.
   */
  insert(offer: Offer, sure: boolean): boolean {
    return this.#put(offer, sure, sure ? this.#way : 'insert');
  }

  /** Below the answers inserted before, above their sign-off. */
  append(offer: Offer): boolean {
    return this.#put(offer, false, 'append');
  }

  /** The answer alone, without greeting and sign-off, in place of what is selected. */
  replaceSelection(offer: Offer): boolean {
    return this.#put(offer, false, 'replace');
  }

  /** In place of what is selected, with greeting and sign-off where the rest of the reply has none. */
  take(offer: Offer, sure: boolean): boolean {
    return this.#put(offer, sure, 'take');
  }

  /** Words of ours that are no article's answer, with greeting and sign-off as the reply of `offer` has them. */
  insertWords(markdown: string, offer: Offer): void {
    const host = this.#host;
    const composition = composeOffer(offer, markdown, host.destination(), this.box.around());
    host.confirm(null);
    if (!isWritable(this.box.field?.element)) {
      copyPlain(composition.text).then(
        () => this.show({ kind: 'copied' }),
        () => this.show({ kind: 'copyRefused' }),
      );
      return;
    }
    this.box.insert(composition);
    this.show({ kind: 'inserted', undo: () => this.box.undo() });
  }

  /** What was said and done, for the host's case; the article counts as used. */
  copyNote(note: string, offer: Offer): void {
    this.#copied(offer, copyPlain(note));
  }

  copyPlain(offer: Offer): void {
    this.#copied(offer, copyPlain(this.composed(offer).text));
  }

  copyRich(offer: Offer): void {
    this.#copied(offer, copyRich(offer, this.#host.wordingOf(offer), this.#host.destination()));
  }

  /** The agent answered by it in words of their own, or by voice. */
  use(offer: Offer): void {
    this.#link('used', offer);
    this.show({ kind: 'usedNoted', undo: () => this.unlink(offer.articleId) });
  }

  /** The article did not belong to the reply after all; what was inserted stays. */
  unlink(articleId: string): void {
    const offer = this.#linked.get(articleId);
    if (!offer) return;
    this.#unlink(offer);
    this.show({ kind: 'unlinked', undo: () => this.#relink(offer) });
  }

  /** The reply was sent: every linked article was part of it; a reply without any says that what was shown did not help. */
  sent(text = ''): void {
    const more = text === '' ? {} : { text: text.slice(0, LONGEST) };
    for (const offer of this.#linked.values()) this.#host.record('sent', offer, more);
    const shown = this.#host.shown?.() ?? [];
    if (this.inReply.length === 0 && text.trim() !== '') this.#host.record('sent', null, { ...more, shown });
    this.reset();
    this.#host.changed();
  }

  /** Articles linked to the reply so far. */
  get linked(): string[] {
    return [...this.#linked.keys()];
  }

  /** Those, and what other elements have put into the same box. */
  get inReply(): string[] {
    return [...this.linked, ...this.box.others.articles];
  }

  /** Another conversation: nothing inserted before can be taken back. */
  reset(): void {
    this.#linked.clear();
    this.box.others.articles.clear();
    this.#stack.clear();
    this.#inBox = [];
    this.box.forget();
    this.toast = null;
  }

  /** Undoes what the toast tells of; false when nothing can be undone. */
  undo(): boolean {
    if (!this.toast?.undo) return false;
    this.toast.undo();
    return true;
  }

  show(toast: Toast | null): void {
    this.toast = toast;
    if (toast) this.#host.say(toastText(toast, this.#host.strings));
    this.#host.changed();
  }

  /** How many characters too many the reply box would hold with an offer in it; 0 where it takes them all. */
  tooMany(offer: Offer, markdown = this.#host.wordingOf(offer)): number {
    const { field } = this.box;
    if (field?.most === undefined) return 0;
    const replaced = this.#replaces ? selected(field) : 0;
    const added = this.#compose(offer, this.#way, markdown).text.length;
    return Math.max(0, field.text().length - replaced + added - field.most);
  }

  /** That the reply box does not take an offer whole. */
  boxCautions(offer: Offer, words: CautionWords): Caution[] {
    const over = this.tooMany(offer);
    return over > 0 ? [boxCaution(this.box.field?.most ?? 0, over, words, 'ask')] : [];
  }

  #put(offer: Offer, sure: boolean, way: Way): boolean {
    if (!offer.reply) return true;
    const host = this.#host;
    const { articleId, otherLanguage } = offer;
    this.#way = way;
    if (this.#waits(offer, sure)) {
      host.confirm(articleId);
      return false;
    }
    this.#place(way);
    const composition = this.#compose(offer, way, host.wordingOf(offer));
    host.confirm(null);
    const detail = { articleId, lang: offer.reply.lang, text: composition.text, otherLanguage };
    const own = host.dispatchEvent(new ErfaraInsertEvent(detail));
    if (own && !isWritable(this.box.field?.element)) {
      this.#copied(offer, copyPlain(composition.text));
      return true;
    }
    this.#stack.add(composition, offer, host.wordingOf(offer), host.destination());
    if (own) {
      this.box.insert(composition);
      this.#inserted(offer, composition.tokens.length > 0);
    } else {
      this.#link('insert', offer);
      this.show({ kind: 'inserted' });
    }
    return true;
  }

  #inserted(offer: Offer, blanks: boolean): void {
    this.#link('insert', offer);
    this.#inBox.push(offer);
    this.show({ kind: 'inserted', blanks, undo: () => this.box.undo() });
  }

  get #replaces(): boolean {
    return this.#way === 'replace' || this.#way === 'take';
  }

  /** Only replacing takes the agent's own words away: anything else goes after what is selected. */
  #place(way: Way): void {
    const { field } = this.box;
    if (!field || this.#replaces) return;
    const { start, end } = field.selection();
    const below = way === 'append' ? this.#stack.placeIn(field.text()) : null;
    if (below !== null) field.select(below, below);
    else if (end > start) field.select(end, end);
  }

  #compose(offer: Offer, way: Way, markdown: string): Composition {
    const host = this.#host;
    const bare = way === 'replace' && this.box.isSelecting;
    const reply = bare && offer.reply ? { ...offer.reply, greeting: '', greetingNoName: '', signOff: '' } : offer.reply;
    const around = bare ? undefined : this.box.around();
    return composeOffer({ ...offer, reply }, markdown, host.destination(), around);
  }

  #copied(offer: Offer, done: Promise<void>): void {
    this.#link('copy', offer);
    done.then(
      () => this.show({ kind: 'copied' }),
      () => this.show({ kind: 'copyRefused' }),
    );
  }

  #link(type: 'insert' | 'copy' | 'used', offer: Offer): void {
    this.#linked.set(offer.articleId, offer);
    this.box.others.tell(offer.articleId, true);
    this.#host.record(type, offer);
  }

  #unlink(offer: Offer): void {
    if (!this.#linked.delete(offer.articleId)) return;
    this.box.others.tell(offer.articleId, false);
    this.#host.record('unlink', offer);
  }

  #relink(offer: Offer): void {
    this.#link('used', offer);
    this.show({ kind: 'undone' });
  }

  #undone(): void {
    const last = this.#inBox.pop();
    this.#gone = last ?? null;
    if (last && !this.#inBox.some(({ articleId }) => articleId === last.articleId)) {
      this.#unlink(last);
      this.#host.dispatchEvent(new ErfaraUndoEvent(last.articleId));
    }
    this.show({ kind: 'undone' });
  }
}

function selected(field: ReplyField): number {
  const { start, end } = field.selection();
  return end - start;
}
