import { html, nothing, type TemplateResult } from 'lit';
import type { SearchResult } from '../../server/http/contract.ts';
import { PreviewController } from '../article/controller.ts';
import { textIn } from '../article/shown-text.ts';
import { clientFor } from '../client/client.ts';
import type { Offer } from '../reply/offer.ts';
import { offerOfArticle } from '../reply/offer-of-article.ts';
import type { OwnInserter } from '../reply/own-inserter.ts';
import { plainText } from '../reply/plain-text.ts';
import type { ReplyField } from '../reply/reply-field.ts';
import { fill } from '../words.ts';
import { caretPlace } from './caret-place.ts';
import { SearchController } from './controller.ts';
import type { SearchWords } from './strings/strings.ts';
import { type Typed, typedTrigger } from './trigger.ts';
import { chosenView, resultView } from './views/results.ts';

const SHOWN = 6;
const EDGE = 8;

/** What the picker needs of its element. */
export interface PickerHost {
  readonly server: string;
  readonly channel: string;
  readonly market: string;
  readonly reads: string[];
  readonly customer: string;
  readonly variables: Record<string, string>;
  readonly interfaceLanguage: string;
  readonly strings: SearchWords;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly isConnected: boolean;
  requestUpdate(): void;
  say(text: string): void;
  /** False where the host inserts it in its own way. */
  offers(offer: Offer): boolean;
}

/**
 * Answers at the cursor of the reply box, while the agent types words after the trigger there. The focus stays in the box.
 * Esc leaves what was typed; Enter puts the answer in its place.
 */
export class InlinePicker {
  readonly controller: SearchController;
  #typed: Typed | null = null;
  /** Where Esc closed it: it opens again for another trigger only. */
  #dismissed = -1;
  #note = '';
  #field: ReplyField | null = null;
  #stop: (() => void) | null = null;
  readonly #articles: PreviewController;
  readonly #host: PickerHost;
  readonly #own: OwnInserter;
  readonly #trigger: string;

  constructor(host: PickerHost, own: OwnInserter, trigger: string) {
    this.#host = host;
    this.#own = own;
    this.#trigger = trigger;
    const client = clientFor(host.server);
    this.controller = new SearchController(client);
    this.#articles = new PreviewController(client, () => host.requestUpdate());
    this.controller.addEventListener('change', () => this.#found());
  }

  /** Call when the page may have another reply box. */
  follow(): void {
    const { field } = this.#own.inserter.box;
    if (field === this.#field) return;
    this.stop();
    this.#field = field;
    if (!field) return;
    const { element } = field;
    const stopInput = field.onInput(this.#look);
    const left = (): void => this.#close();
    element.addEventListener('keydown', this.#key, true);
    element.addEventListener('blur', left);
    document.addEventListener('selectionchange', this.#moved);
    addEventListener('resize', left);
    this.#stop = () => {
      stopInput();
      element.removeEventListener('keydown', this.#key, true);
      element.removeEventListener('blur', left);
      document.removeEventListener('selectionchange', this.#moved);
      removeEventListener('resize', left);
    };
    // The agent may have begun before the box was known.
    this.#look();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#field = null;
    this.#close();
    this.controller.stop();
  }

  view(): TemplateResult {
    const { strings, interfaceLanguage: lang } = this.#host;
    const { controller } = this;
    const { customer, variables } = this.#host;
    const view = { strings, lang, controller, customer, variables };
    const words = this.#typed?.words.trim() ?? '';
    const results = words === '' ? [] : controller.results.slice(0, SHOWN);
    const empty = words !== '' && !controller.pending && results.length === 0;
    const hint =
      words === '' ? strings.pickerHint : controller.failure ? strings.notConnected : empty ? strings.nothing : '';
    return html`<div class="panel picker" part="picker" popover="manual" lang=${lang} @pointerdown=${(event: Event) => event.preventDefault()}>
      ${hint ? html`<p class="status">${hint}</p>` : nothing}
      <ul role="listbox" aria-label=${fill(strings.picker, { words })} ?hidden=${results.length === 0}>
        ${results.map(
          (
            result,
            place,
          ) => html`<li role="option" aria-selected=${place === controller.active} class=${place === controller.active ? 'active' : ''}
            @click=${() => void this.#choose(place)}>${
              place === controller.active ? chosenView(result, this.#offerOf(result), view) : resultView(result, view)
            }</li>`,
        )}
      </ul>
      ${this.#note ? html`<p class="caution">${this.#note}</p>` : nothing}
      <p class="hints" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd></span><span><kbd>Enter</kbd> ${this.#note ? strings.insertAnyway : strings.keyInsert}</span><span><kbd>Esc</kbd> ${strings.close}</span></p>
    </div>`;
  }

  /** Call after every drawing: puts the picker at the cursor. */
  drawn(): void {
    const picker = this.#host.renderRoot.querySelector<HTMLElement>('.picker');
    if (!picker) return;
    if (!this.#typed || !this.#field) {
      if (picker.matches(':popover-open')) picker.hidePopover();
      return;
    }
    if (!picker.matches(':popover-open')) picker.showPopover();
    const at = caretPlace(this.#field, this.#typed.start, this.#host.renderRoot as ShadowRoot);
    const { width, height } = picker.getBoundingClientRect();
    const below = at.bottom + 4;
    const above = at.top - height - 4;
    const top = below + height > innerHeight - EDGE && above >= EDGE ? above : below;
    picker.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))}px`;
    picker.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
    picker.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #look = (): void => {
    const field = this.#field;
    if (!field?.element.matches(':focus, :focus-within')) return;
    const { start, end } = field.selection();
    const typed = start === end ? typedTrigger(field.text(), end, this.#trigger) : null;
    if (typed?.start !== this.#dismissed) this.#dismissed = -1;
    if (!typed || typed.start === this.#dismissed) {
      this.#close();
      return;
    }
    this.#note = '';
    this.#own.confirming = null;
    const { market, reads, channel, variables } = this.#host;
    this.controller.where = { ...(market ? { market } : {}), ...(reads.length > 0 ? { reads } : {}) };
    this.controller.variables = variables;
    this.#articles.where = { ...(channel ? { channel } : {}), ...(market ? { market } : {}) };
    const opened = this.#typed === null;
    this.#typed = typed;
    if (typed.words.trim() === '') this.controller.clear();
    else if (typed.words !== this.controller.words) this.controller.type(typed.words);
    if (opened) this.#host.say(this.#host.strings.pickerHint);
    this.#host.requestUpdate();
  };

  /** The caret left the words. */
  readonly #moved = (): void => {
    if (this.#typed && this.#field?.element.matches(':focus, :focus-within')) this.#look();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (!this.#typed || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const { controller } = this;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape') this.#dismiss();
    else if (event.key === 'Enter' && !event.shiftKey && this.#typed.words.trim() !== '' && !controller.failure)
      void this.#choose(controller.active);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  #move(by: 1 | -1): void {
    const { controller } = this;
    const { length } = controller.results.slice(0, SHOWN);
    if (length === 0) return;
    this.#note = '';
    controller.activate((controller.active + by + length) % length);
  }

  #dismiss(): void {
    this.#dismissed = this.#typed?.start ?? -1;
    this.#close();
  }

  #close(): void {
    if (!this.#typed) return;
    this.#typed = null;
    this.#note = '';
    this.#own.confirming = null;
    this.controller.clear();
    this.#host.requestUpdate();
  }

  /** Tells what stands first, or on what the arrow keys stand, and fetches it ahead. */
  #found(): void {
    if (!this.#typed) return;
    const { controller } = this;
    const result = controller.results[controller.active];
    if (result && !controller.pending) {
      this.#host.say(`${result.title} (${controller.active + 1}/${Math.min(SHOWN, controller.results.length)})`);
      void this.#articles.prepare(result.id);
    } else if (!controller.pending && controller.words.trim() !== '') this.#host.say(this.#host.strings.nothing);
    this.#host.requestUpdate();
  }

  async #choose(place: number): Promise<void> {
    const { controller } = this;
    const typed = this.#typed;
    if (controller.pending) await controller.search();
    const result = controller.results[Math.max(0, place)];
    if (!result || !typed) return;
    await this.#articles.open(result);
    const offer = this.#offerOf(result);
    if (!offer || this.#typed?.start !== typed.start || !this.#field) return;
    await this.#own.ready();
    this.#put(offer);
  }

  #offerOf({ id, lang }: SearchResult): Offer | null {
    const article = this.#articles.known(id);
    return article && offerOfArticle(article, lang, this.#host.customer || null);
  }

  /** Whom the case is handed to instead, which is read before its holding reply is inserted. */
  #handOver({ articleId, lang }: Offer): string {
    const article = this.#articles.known(articleId);
    if (article?.handling !== 'hand-over') return '';
    const part = textIn(article, lang)?.sections.find(({ name }) => name === 'hand-over');
    return part ? `${part.heading}: ${plainText(part.markdown, null)}` : '';
  }

  #put(offer: Offer): void {
    if (!offer.reply) {
      this.#tell(this.#host.strings.noReply);
      return;
    }
    const sure = this.#own.confirming === offer.articleId;
    const concerns = this.#own.concerns(offer, sure).map(({ text }) => text);
    const handOver = sure ? '' : this.#handOver(offer);
    if (concerns.length > 0 || handOver !== '') {
      this.#own.confirming = offer.articleId;
      this.#tell([handOver, ...concerns].filter(Boolean).join(' '));
      return;
    }
    const { start, end } = this.#typed ?? { start: 0, end: 0 };
    this.controller.keep();
    this.#close();
    this.#field?.focus();
    this.#field?.select(start, end);
    if (this.#host.offers(offer)) this.#own.inserter.take(offer, true);
  }

  #tell(note: string): void {
    this.#note = note;
    this.#host.say(note);
    this.#host.requestUpdate();
  }
}
