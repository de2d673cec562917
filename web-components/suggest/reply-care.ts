import { html, nothing, type TemplateResult } from 'lit';
import {
  boxCaution,
  type Caution,
  notRead,
  offerCautions,
  type Situation,
  shorterThatFits,
  textCautions,
  windowCautions,
} from '../reply/cautions.ts';
import { composeOffer, type Destination } from '../reply/compose-offer.ts';
import type { Inserter } from '../reply/inserter.ts';
import { judge } from '../reply/length.ts';
import { isMeasured, limitsIn } from '../reply/lengths.ts';
import type { Offer } from '../reply/offer.ts';
import type { ReplyField } from '../reply/reply-field.ts';
import { cautionWords } from '../reply/strings/strings.ts';
import type { SuggestController } from './controller.ts';
import { cautionList } from './views/cautions.ts';

const MINUTE = 60_000;

export interface CareHost {
  readonly controller: SuggestController;
  readonly variables: Record<string, string>;
  readonly receivedAt: string;
  readonly language: string;
  destination(): Destination;
  wordingOf(offer: Offer): string;
  changed(): void;
}

/** What the panel knows of a reply before it is inserted and while it is written. Says nothing until its words are here. */
export class ReplyCare {
  readonly #host: CareHost;
  readonly #inserter: () => Inserter;
  #loaded = '';
  #clock: ReturnType<typeof setInterval> | null = null;

  constructor(host: CareHost, inserter: () => Inserter) {
    this.#host = host;
    this.#inserter = inserter;
  }

  /** Call after every drawing: fetches the words of the language shown, and follows the time while a window runs. */
  follow(): void {
    const { language, controller, receivedAt } = this.#host;
    if (this.#loaded !== language) {
      void cautionWords.load(language).then(() => {
        if (this.#loaded === language) return;
        this.#loaded = language;
        this.#host.changed();
      });
    }
    const runs = receivedAt !== '' && controller.output?.channel?.replyWindowHours != null;
    if (runs) this.#clock ??= setInterval(() => this.#host.changed(), MINUTE);
    else this.stop();
  }

  stop(): void {
    if (this.#clock) clearInterval(this.#clock);
    this.#clock = null;
  }

  /** What keeps an offer from being inserted at once: an error for good, a question until the agent says yes. */
  concerns(offer: Offer, sure: boolean): Caution[] {
    const found = this.#of(offer);
    return found.filter(({ level }) => level === 'error' || (level === 'ask' && !sure));
  }

  /** What to know of an offer, with the way to a wording that fits. */
  about(offer: Offer): TemplateResult | typeof nothing {
    const at = this.#situation();
    if (!at) return nothing;
    const { controller } = this.#host;
    const isAsked = controller.confirming === offer.articleId;
    const known = [...this.#of(offer), ...notRead(offer.lang, controller.input.reads, at)];
    // In the box already: whether there is room for it once more is asked when somebody wants that.
    const isIn = this.#inserter().isLinked(offer.articleId);
    const shown = known.filter(
      ({ kind, level }) => !(isAsked && (level === 'error' || level === 'ask')) && !(isIn && kind === 'box'),
    );
    return html`${cautionList(shown)}${isAsked || isIn ? nothing : this.#wording(offer, at)}`;
  }

  /** What to know of the words in the reply box, and how long they may be sent. */
  below(field: ReplyField | null): TemplateResult | typeof nothing {
    const at = this.#situation();
    if (!at) return nothing;
    const { customer } = at;
    const text = field?.text() ?? '';
    // What measures the box tells its blanks too, where the agent writes.
    const told = field !== null && isMeasured(field.element);
    const ofText = textCautions(text, customer, at).filter(({ kind }) => kind !== 'blank' || !told);
    const found = [...this.#inBox(field, text, at), ...ofText, ...windowCautions(at)];
    return found.length === 0 ? nothing : html`<div class="in-box">${cautionList(found)}</div>`;
  }

  /** What the meter does not tell: it counts as the channel does. */
  #inBox(field: ReplyField | null, text: string, { limits, words }: Situation): Caution[] {
    if (field?.most === undefined || text.length <= field.most) return [];
    const counted = limitsIn(field, limits);
    const isTold = counted !== null && judge(text, counted).level === 'over';
    return isTold ? [] : [boxCaution(field.most, text.length - field.most, words, 'warning')];
  }

  #of(offer: Offer): Caution[] {
    const at = this.#situation();
    if (!at) return [];
    const { controller } = this.#host;
    const markdown = this.#host.wordingOf(offer);
    const published = `${at.published}\n${markdown}`;
    const found = offerCautions(offer, this.#composed(offer, markdown), { ...at, published }, controller.suggestions);
    return [...found, ...this.#inserter().boxCautions(offer, at.words)];
  }

  #wording(offer: Offer, { words }: Situation): TemplateResult | typeof nothing {
    const { controller } = this.#host;
    if (controller.wordings.isShortened(offer.articleId))
      return html`<button class="quiet wording" @click=${() => controller.wordings.shorten(offer.articleId, null)}>${words.fuller}</button>`;
    const shorter = this.shorter(offer);
    if (shorter === null) return nothing;
    return html`<button class="wording" @click=${() => controller.wordings.shorten(offer.articleId, shorter)}>${words.shorter}</button>`;
  }

  /** Of the editors' shorter wordings the one for a channel or a reply box that does not take the one in turn. */
  shorter(offer: Offer): string | null {
    const { reply } = offer;
    if (!reply) return null;
    return shorterThatFits(offer, this.#host.wordingOf(offer), (markdown) => {
      const isShort = judge(this.#composed(offer, markdown), reply).level !== 'over';
      return isShort && this.#inserter().tooMany(offer, markdown) === 0;
    });
  }

  #composed(offer: Offer, markdown: string): string {
    return composeOffer(offer, markdown, this.#host.destination()).text;
  }

  #situation(): Situation | null {
    if (this.#loaded === '') return null;
    const { controller, variables, receivedAt, language } = this.#host;
    const rules = controller.output?.channel ?? null;
    const customer = controller.output?.query.lang ?? '';
    const words = cautionWords.in(language);
    const published = controller.suggestions
      .flatMap(({ reply, replyFallback }) => [reply, replyFallback])
      .flatMap((reply) => (reply ? [reply.markdown, ...reply.alternatives, ...(reply.shorter ?? [])] : []))
      .join('\n');
    return {
      rules,
      limits: controller.limits,
      variables,
      published,
      customer,
      receivedAt,
      now: Date.now(),
      words,
      lang: language,
    };
  }
}
