import type { ChannelRules, FeedbackEvent } from '../../server/http/contract.ts';
import { clientFor } from '../client/client.ts';
import { Recording } from '../suggest/recording.ts';
import { panelWords, type Strings } from '../suggest/strings/strings.ts';
import { caseNote } from './case-note.ts';
import { type Caution, offerCautions, shorterThatFits } from './cautions.ts';
import { composeOffer, type Destination } from './compose-offer.ts';
import { Inserter, type InserterHost } from './inserter.ts';
import { LastField } from './last-field.ts';
import type { Offer } from './offer.ts';
import { PageWatch } from './page-watch.ts';
import { findReplyElement, replyFieldOf } from './reply-field.ts';
import { SentWatch } from './sent-watch.ts';
import { isSpoken } from './spoken.ts';
import { cautionWords } from './strings/strings.ts';
import { Wordings } from './wordings.ts';

/** Channels that anybody may read, where the host does not say whether the conversation is public. */
const PUBLIC = new Set('facebook-comment facebook-group instagram x linkedin youtube forum blog review'.split(' '));

/** An element that inserts what it found itself, since no panel does it. */
export interface InsertingElement extends HTMLElement {
  readonly server: string;
  readonly for: string;
  readonly channel: string;
  readonly setting: string;
  readonly case: string;
  readonly customer: string;
  readonly variables: Record<string, string>;
  /** The interface's language. */
  readonly interfaceLanguage: string;
  requestUpdate(): void;
}

/**
 * Inserting for an element that stands alone: into the reply box that `for` names; where it names none into the one the agent
 * wrote in last, else on the clipboard. Call `ready` before anything else.
 */
export class OwnInserter implements InserterHost {
  readonly inserter: Inserter;
  /** What was said last, for a live region. */
  said = '';
  /** The article whose reply waits for the agent's yes. */
  confirming: string | null = null;
  readonly #element: InsertingElement;
  readonly #wordings = new Wordings();
  readonly #sentWatch = new SentWatch((text) => this.#sent(text));
  readonly #watchers = new Set<() => void>();
  readonly #last = new LastField(() => this.#look());
  readonly #page: PageWatch;
  #box: HTMLElement | null = null;

  constructor(element: InsertingElement) {
    this.#element = element;
    this.inserter = new Inserter(this, (offer, sure) => this.concerns(offer, sure).length > 0);
    document.addEventListener('erfara-sent', this.#onSent);
    this.#last.start();
    this.#page = new PageWatch(element, () => this.#look());
    this.#page.start();
  }

  /** Fetches the words and the reply box's code; call again when the page may have another reply box. */
  async ready(): Promise<void> {
    const language = this.#element.interfaceLanguage;
    await Promise.all([panelWords.load(language), cautionWords.load(language), this.#attach()]);
  }

  stop(): void {
    document.removeEventListener('erfara-sent', this.#onSent);
    this.#last.stop();
    this.#page.stop();
    this.#box = null;
    this.inserter.box.attach(null);
    this.#sentWatch.attach(null);
  }

  get strings(): Strings {
    return panelWords.in(this.#element.interfaceLanguage);
  }

  destination(): Destination {
    const { channel, variables } = this.#element;
    return { channel, variables, strings: this.strings, said: [] };
  }

  wordingOf(offer: Offer): string {
    return this.#wordings.of(offer, this.#element.case || undefined).markdown;
  }

  confirm(articleId: string | null): void {
    this.confirming = articleId;
    this.changed();
  }

  record(type: FeedbackEvent['type'], offer: Offer | null, more?: Pick<FeedbackEvent, 'text' | 'shown'>): void {
    const { channel, case: reference, server } = this.#element;
    if (offer && (type === 'insert' || type === 'copy')) this.#wordings.took(offer, reference || undefined);
    const input = { ...(channel ? { channel } : {}), ...(reference ? { case: reference } : {}) };
    const article = offer && { id: offer.articleId, lang: offer.lang, etag: offer.etag };
    new Recording(clientFor(server).feedback, () => ({ input, output: null })).add(
      type,
      article ? { article } : {},
      more,
    );
  }

  changed(): void {
    this.#element.requestUpdate();
    for (const watcher of this.#watchers) watcher();
  }

  /** Calls whenever what is shown of inserting may have changed; returns how to stop. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  say(text: string): void {
    this.said = text;
  }

  dispatchEvent(event: Event): boolean {
    return this.#element.dispatchEvent(event);
  }

  /** What keeps an offer from being inserted at once: an error for good, a question until the agent says yes. */
  concerns(offer: Offer, sure: boolean): Caution[] {
    const { variables, customer, interfaceLanguage: language } = this.#element;
    const { reply } = offer;
    if (!reply) return [];
    const text = composeOffer(offer, this.wordingOf(offer), this.destination()).text;
    const published = [reply.markdown, ...reply.alternatives, ...(reply.shorter ?? [])].join('\n');
    const found = offerCautions(
      offer,
      text,
      {
        ...{ rules: this.#rules(), limits: null, variables, published, customer: customer },
        ...{ receivedAt: '', now: Date.now(), words: cautionWords.in(language), lang: language },
      },
      [],
    );
    found.push(...this.inserter.boxCautions(offer, cautionWords.in(language)));
    return found.filter(({ level }) => level === 'error' || (level === 'ask' && !sure));
  }

  /** Of the editors' shorter wordings one that the reply box takes, where it does not take the one in turn. */
  shorter(offer: Offer): string | null {
    return shorterThatFits(offer, this.wordingOf(offer), (markdown) => this.inserter.tooMany(offer, markdown) === 0);
  }

  /** Inserts it, this once. False when the agent must say yes to something else first. */
  insertShorter(offer: Offer): boolean {
    this.#wordings.shorten(offer.articleId, this.shorter(offer));
    const done = this.inserter.insert(offer, false);
    this.#wordings.shorten(offer.articleId, null);
    return done;
  }

  /** What was asked and told, for the host's case. */
  copyNote(offer: Offer, question: string): void {
    const answer = this.inserter.composed(offer).text;
    this.inserter.copyNote(
      caseNote({ question, answer, articleId: offer.articleId, at: new Date() }, this.strings),
      offer,
    );
  }

  #rules(): ChannelRules {
    const { setting, channel } = this.#element;
    const isPublic = setting === '' ? PUBLIC.has(channel) : setting === 'public';
    return {
      ...{ setting: isPublic ? 'public' : 'private', replyWindowHours: null, spoken: isSpoken(channel), names: true },
      ...{ toPrivate: null, orderNumbers: [], domains: [] },
    };
  }

  #look(): void {
    if (this.#find() !== this.#box) void this.#attach().then(() => this.changed());
  }

  async #attach(): Promise<void> {
    const found = this.#find();
    if (found === this.#box) return;
    this.#box = found;
    const field = found && (await replyFieldOf(found));
    if (found !== this.#box) return;
    this.inserter.box.attach(field);
    this.#sentWatch.attach(field);
  }

  #find(): HTMLElement | null {
    if (this.#element.for !== '') return findReplyElement(this.#element.for, this.#element);
    return this.#last.element?.isConnected ? this.#last.element : null;
  }

  /** A reply that holds nothing found here is nobody's business here. */
  #sent(text: string | undefined): void {
    if (this.inserter.linked.length > 0) this.inserter.sent(text ?? this.#sentWatch.held);
  }

  readonly #onSent = (event: Event): void => {
    const { text, case: reference } = ((event as CustomEvent).detail ?? {}) as { text?: string; case?: string };
    if (reference === undefined || reference === this.#element.case) this.#sent(text);
  };
}
