import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SuggestInput, Suggestion } from '../../server/http/contract.ts';
import { clientFor } from '../client/client.ts';
import { incidentStyles } from '../incident/incident-styles.ts';
import { languageOf } from '../language-of.ts';
import { Inserter, type InserterHost } from '../reply/inserter.ts';
import { lengthMeter } from '../reply/length-meter.ts';
import { isMeasured, setLimits } from '../reply/lengths.ts';
import { meterStyles } from '../reply/meter-styles.ts';
import { offerOf } from '../reply/offer.ts';
import { findReplyField } from '../reply/reply-field.ts';
import { tokens } from '../tokens.ts';
import { Announcer } from './announcer.ts';
import { type Chord, matchesChord, parseChord } from './chord.ts';
import { SuggestController, type View } from './controller.ts';
import { conversationOf } from './conversation-of.ts';
import { ErfaraFailureEvent, ErfaraReadsEvent, ErfaraSuggestionsEvent } from './events.ts';
import { keyAction } from './panel-keys.ts';
import { panelWords, type Strings } from './strings/strings.ts';
import { styles } from './styles.ts';
import { viewStyles } from './view-styles.ts';
import { header } from './views/header.ts';
import { searchIcon } from './views/icons.ts';
import { listView } from './views/list.ts';
import { announcement, notices } from './views/notices.ts';
import type { Panel } from './views/panel.ts';
import { toastView } from './views/toast.ts';

/**
 * Answers from the experience bank beside a conversation.
 *
 * @fires erfara-suggestions - suggestions, or the reason why there are none, have arrived
 * @fires erfara-insert - before a reply is inserted; cancel it to insert in the host's own way
 * @fires erfara-undo - an insertion was taken back
 * @fires erfara-reads - the agent chose another language to read
 * @fires erfara-failure - a request failed
 */
export class ErfaraSuggest extends LitElement implements InserterHost {
  static override styles = [tokens, styles, viewStyles, incidentStyles, meterStyles];
  static override properties = {
    server: {},
    message: {},
    turns: { attribute: false },
    channel: {},
    setting: {},
    market: {},
    reads: { converter: words },
    writes: { converter: words },
    lang: {},
    case: {},
    variables: { attribute: false },
    for: {},
    chord: {},
  };

  /** Address of the Erfara server; '' is the page's own origin. */
  server = '';
  /** The customer's message, where there are no turns. */
  message = '';
  turns: SuggestInput['turns'] = undefined;
  channel = '';
  setting: '' | 'public' | 'private' = '';
  market = '';
  /** Languages the agent reads and writes, best first; as attributes separated by spaces. */
  reads: string[] = [];
  writes: string[] = [];
  /** Interface language; absent, the page's. */
  override lang = '';
  /** The host's reference of the conversation. */
  case = '';
  /** What is known: `customer.first_name`, `agent.first_name`, `order.number` ... */
  variables: Record<string, string> = {};
  /** CSS selector of the reply box. */
  for = '';
  /** Keys that go between the reply box and the first suggestion. */
  chord = 'Ctrl+Shift+Space';

  controller = this.#newController();
  readonly #inserter = new Inserter(this);
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #incidents = new Map<string, { line: string; open: boolean }>();
  #chord: Chord | null = null;
  #returnTo: Element[] = [];
  #overlays: typeof import('./views/overlays.ts') | null = null;

  get strings(): Strings {
    return panelWords.in(languageOf(this));
  }

  /** Words are fetched before they are first drawn, so that no other language flashes by. */
  protected override async scheduleUpdate(): Promise<void> {
    await panelWords.load(languageOf(this));
    super.scheduleUpdate();
  }

  changed(): void {
    this.requestUpdate();
  }

  say(text: string): void {
    this.#announcer.say(text, true);
  }

  /** Call when the agent has sent the reply: the articles inserted into it are recorded as sent. */
  markSent(): void {
    this.#inserter.sent();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onChord);
    addEventListener('online', this.#online);
    if (this.hasUpdated) this.controller.resume();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onChord);
    removeEventListener('online', this.#online);
    this.controller.stop();
    if (this.#inserter.box.field) setLimits(this.#inserter.box.field, null);
    this.#inserter.box.attach(null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') && (this.hasUpdated || this.server !== '')) {
      this.controller.stop();
      this.controller = this.#newController();
    }
    if (changed.has('chord')) this.#chord = parseChord(this.chord);
    if (changed.has('case')) this.#inserter.reset();
    this.#inserter.box.attach(findReplyField(this.for, this));
    this.controller.ask(conversationOf(this));
    for (const { id, line } of this.controller.output?.incidents ?? []) {
      const known = this.#incidents.get(id);
      if (known?.line !== line) this.#incidents.set(id, { line, open: known !== undefined });
    }
    const { field } = this.#inserter.box;
    if (field) setLimits(field, this.controller.limits);
    const news = announcement({ controller: this.controller, lang: languageOf(this) });
    if (news !== '') this.#announcer.say(news);
  }

  protected override updated(): void {
    this.#overlays?.bringMatchIntoView(this.renderRoot, this.controller);
    void this.#fetchOverlays();
  }

  protected override render() {
    const panel = this.#panel();
    const { view, limits } = this.controller;
    const { field } = this.#inserter.box;
    return html`<div class="panel" lang=${panel.lang} @keydown=${this.#onKey}>
      ${header(panel)} ${notices(panel)}
      <div class="stage">
        <div class="list ${this.controller.lost ? 'stale' : ''}" ?inert=${view !== 'list'}>${listView(panel)}</div>
        ${view === 'list' ? nothing : this.#overlays?.overlay(panel, this.chord)}
      </div>
      ${toastView(this.#inserter, panel.strings)}
      ${field && !isMeasured(field) ? html`<div class="measure">${lengthMeter(field.value, limits, panel.strings)}</div>` : nothing}
      ${
        view === 'search'
          ? nothing
          : html`<button class="footer quiet" @click=${() => panel.openSearch()}>${searchIcon}${panel.strings.search}</button>`
      }
      <div class="sr" aria-live="polite">${this.#announcer.texts.map((text) => html`<p>${text}</p>`)}</div>
    </div>`;
  }

  #newController(): SuggestController {
    return new SuggestController(clientFor(this.server ?? ''), {
      changed: () => this.requestUpdate(),
      suggestions: (output) => this.dispatchEvent(new ErfaraSuggestionsEvent(output)),
      failure: (failure) => this.dispatchEvent(new ErfaraFailureEvent(failure)),
    });
  }

  #panel(): Panel {
    const inserter = this.#inserter;
    return {
      strings: this.strings,
      lang: languageOf(this),
      controller: this.controller,
      hasField: inserter.box.field !== null,
      composed: (offer) => inserter.composed(offer),
      insert: (offer, sure = false) => {
        if (!inserter.insert(offer, sure)) void this.#focusOn('[data-confirm]');
      },
      openPreview: (suggestion) => this.#openPreview(suggestion),
      openArticle: (article) => {
        void this.controller.preview.open({ ...article, why: [] });
        this.#slideOver('preview');
      },
      openResult: (place) => this.#openResult(place),
      openSearch: () => this.#slideOver('search'),
      openKeys: () => this.#slideOver('keys'),
      back: () => void this.#back(),
      setReads: (lang) => this.#setReads(lang),
      isIncidentOpen: (id) => this.#incidents.get(id)?.open ?? false,
      toggleIncident: (id) => {
        const known = this.#incidents.get(id);
        if (known) known.open = !known.open;
        this.requestUpdate();
      },
    };
  }

  #openPreview({ article, why }: Suggestion): void {
    void this.controller.preview.open({ id: article.id, title: article.title, lang: article.lang, why });
    this.#slideOver('preview');
  }

  #openResult(place: number): void {
    const result = this.controller.search.results[place];
    if (!result) return;
    void this.controller.preview.open(result);
    this.#slideOver('preview');
  }

  #slideOver(view: View): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement) this.#returnTo.push(activeElement);
    this.controller.open(view);
    void this.#focusOn('.over [data-focus]');
  }

  async #back(): Promise<void> {
    const { confirming } = this.controller;
    if (confirming !== null) {
      this.controller.confirm(null);
      await this.#focusOn('.card.open');
      return;
    }
    this.controller.back();
    await this.updateComplete;
    const place = this.#returnTo.pop();
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else await this.#focusOn(this.controller.view === 'list' ? '.card.open' : '.over [data-focus]');
  }

  #setReads(lang: string): void {
    this.reads = [lang, ...this.reads.filter((other) => other !== lang)];
    this.dispatchEvent(new ErfaraReadsEvent(this.reads));
  }

  /** Fetched once; where that fails, asked for again at the next change. */
  async #fetchOverlays(): Promise<void> {
    if (this.#overlays) return;
    const fetched = await import('./views/overlays.ts').catch(() => null);
    const sheet = fetched?.overlayStyles.styleSheet;
    if (!fetched || !sheet || this.#overlays) return;
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#overlays = fetched;
    this.requestUpdate();
  }

  async #focusOn(selector: string): Promise<void> {
    await this.#fetchOverlays();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #online = (): void => this.controller.tryNow();

  readonly #onChord = (event: KeyboardEvent): void => {
    if (!matchesChord(event, this.#chord)) return;
    event.preventDefault();
    if (this.matches(':focus-within') || this.shadowRoot?.activeElement) this.#inserter.box.field?.focus();
    else
      void this.#focusOn(this.controller.view === 'list' ? '.card.open, .empty button, .footer' : '.over [data-focus]');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { controller } = this;
    const action = keyAction(event, controller.view, controller.confirming !== null);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const suggestion = controller.suggestions[controller.active];
    const panel = this.#panel();
    if (action === 'back') panel.back();
    else if (action === 'leave') this.#inserter.box.field?.focus();
    else if (action === 'keys') panel.openKeys();
    else if (action === 'next' || action === 'previous') {
      controller.activate(controller.active + (action === 'next' ? 1 : -1));
      void this.#focusOn('.card.open');
    } else if (controller.view === 'preview' && controller.preview.article) {
      const offer = this.#overlays?.offerShown(controller.preview.article, panel);
      if (offer) panel.insert(offer);
    } else if (suggestion && action === 'preview') panel.openPreview(suggestion);
    else if (suggestion && action === 'insert') panel.insert(offerOf(suggestion));
  };
}

function words(value: string | null): string[] {
  return (value ?? '').split(/[\s,]+/).filter(Boolean);
}
