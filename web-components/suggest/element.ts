import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { FeedbackEvent, SuggestInput } from '../../server/http/contract.ts';
import { clientFor } from '../client/client.ts';
import { OpenLines } from '../incident/open-lines.ts';
import { composeOffer, type Destination } from '../reply/compose-offer.ts';
import type { Offer } from '../reply/offer.ts';
import { findReplyElement, isWritable } from '../reply/reply-field.ts';
import { tokens } from '../tokens.ts';
import { languageOf } from '../words.ts';
import { Announcer } from './announcer.ts';
import { SuggestController } from './controller.ts';
import { type ConversationProperties, conversationOf, listed } from './conversation-of.ts';
import { ErfaraFailureEvent, ErfaraReadsEvent, ErfaraSuggestionsEvent } from './events.ts';
import { FetchedVerbs } from './fetched-verbs.ts';
import { PageMessage } from './page-message.ts';
import type { PanelElement } from './panel-element.ts';
import type { More } from './recording.ts';
import { panelWords, type Strings } from './strings/strings.ts';
import { styles } from './styles.ts';
import { viewStyles } from './view-styles.ts';
import { announcement } from './views/announcement.ts';
import { header } from './views/header.ts';
import { searchIcon } from './views/icons.ts';
import { listView } from './views/list.ts';
import type { Panel } from './views/panel.ts';

/**
 * Answers from the experience bank beside a conversation.
 *
 * @element erfara-suggest
 * @slot - the customer's message, where neither `message`, `turns` nor `message-from` gives it; it is not shown
 * @fires erfara-suggestions - suggestions, or the reason why there are none, have arrived; `detail` is the server's answer
 * @fires erfara-insert - before a reply is inserted: `detail` is `{articleId, lang, text, otherLanguage}`; cancel it to insert in the host's own way
 * @fires erfara-undo - an insertion was taken back; `detail` is `{articleId}`
 * @fires erfara-reads - the agent chose another language to read; `detail` is `{reads}`, for the host to remember
 * @fires erfara-blanks - a reply with blanks left is about to be sent, and is held back once; `detail` is `{blanks}`; cancel it to let it go
 * @fires erfara-reveal - the agent wants to see the panel, and it is hidden: show it
 * @fires erfara-leave - the agent left the panel by Esc or by the chord: where it lies over the page, take it away
 * @fires erfara-save-offered - a reply was sent that nothing of the bank was in, and the panel offers to save it; `detail` is `{case}`
 * @fires erfara-failure - a request failed; the panel says so itself, and tries again where that can help
 * @csspart panel - the whole panel
 * @csspart header - the line at the top
 * @csspart card - each suggestion
 * @csspart card-open - the suggestion that is open
 * @csspart reply - the words that would be inserted
 * @csspart mandate - what the agent may offer; never inserted
 * @csspart hand-over - whom to hand the case to
 * @csspart badge - Internal, Already sent, Incident
 * @csspart main-action - the button that inserts or copies
 * @csspart empty - what stands in the place of suggestions where there are none
 * @csspart toast - the last thing done, and its Undo
 * @csspart footer - the way to the search
 */
export class ErfaraSuggest extends LitElement implements PanelElement {
  static override styles = [tokens, styles, viewStyles];
  static override properties = {
    server: {},
    message: {},
    turns: { attribute: false },
    channel: {},
    setting: {},
    market: {},
    reads: { converter: listed },
    writes: { converter: listed },
    lang: {},
    case: {},
    agent: {},
    receivedAt: { attribute: 'received-at' },
    keep: {},
    variables: { attribute: false },
    for: {},
    chord: {},
    messageFrom: { attribute: 'message-from' },
    singleKeys: { attribute: 'single-keys' },
    hostInserts: { type: Boolean, attribute: 'host-inserts' },
  };

  /** Address of the Erfara server; '' is the page's own origin. */
  server = '';
  /** The customer's message, where there are no turns. */
  message = '';
  /** The whole conversation, oldest first: `{from: 'customer' | 'agent' | 'other' | 'bot' | 'note', text}`. */
  turns: SuggestInput['turns'] = undefined;
  /** Where the reply goes: a channel of the bank's `erfara.yaml`, such as `email` or `sms`. */
  channel = '';
  /** Whether others see the reply; absent, as the channel is. */
  setting: '' | 'public' | 'private' = '';
  /** The customer's market, such as `se`. */
  market = '';
  /** Languages the agent reads, best first; as an attribute separated by spaces. */
  reads: string[] = [];
  /** Languages the agent writes, best first. */
  writes: string[] = [];
  /** Interface language; absent, the page's. */
  override lang = '';
  /** The host's reference of the conversation. */
  case = '';
  /** Your reference of the agent, where several work: remarks, drafts and figures are each one's own. */
  agent = '';
  /** When the customer's latest message came, ISO 8601: where the channel has a reply window, the time left is shown. */
  receivedAt = '';
  /** `nothing`: of this conversation the bank keeps nothing, for people whose identity is protected. */
  keep: '' | 'nothing' = '';
  /** What is known: `customer.first_name`, `agent.first_name`, `order.number` ... */
  variables: Record<string, string> = {};
  /** CSS selector of the reply box. */
  for = '';
  /** Keys that go between the reply box and the first suggestion. */
  chord = 'Ctrl+Shift+Space';
  /** CSS selector of the host's own message, or of the field a note is typed in; of several the last one counts. */
  messageFrom = '';
  /** `off`: letters and digits are no keys of the panel (WCAG 2.1.4). */
  singleKeys: '' | 'on' | 'off' = '';
  /** The host inserts by itself when it hears `erfara-insert`, and has no reply box that `for` could name. */
  hostInserts = false;

  controller = this.#newController();
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #incidents = new OpenLines(() => this.requestUpdate());
  readonly #page = new PageMessage(this);
  readonly #verbs = new FetchedVerbs(async () => {
    const verbs = new (await import('./verbs.ts')).Verbs(this, () => this.#panel());
    if (this.isConnected) verbs.start();
    this.requestUpdate();
    return verbs;
  });

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

  destination(): Destination {
    const said = (this.controller.input.turns ?? []).filter((turn) => turn.from === 'agent').map((turn) => turn.text);
    return { channel: this.channel, variables: this.variables, strings: this.strings, said };
  }

  wordingOf(offer: Offer): string {
    return this.controller.wordings.of(offer).markdown;
  }

  confirm(articleId: string | null): void {
    this.controller.confirm(articleId);
  }

  record(type: FeedbackEvent['type'], offer: Offer | null, more?: More): void {
    if (offer && (type === 'insert' || type === 'copy')) this.controller.wordings.took(offer);
    const { articleId: id, lang, etag, rank, ask } = offer ?? {};
    const article = id !== undefined && lang !== undefined && etag !== undefined ? { id, lang, etag } : undefined;
    this.controller.record(type, { ...(article ? { article } : {}), rank, ask }, more);
  }

  shown(): string[] {
    return this.controller.shown;
  }

  get language(): string {
    return languageOf(this);
  }

  get question(): string {
    const { turns, message } = this.controller.input;
    return turns?.findLast(({ from }) => from === 'customer')?.text ?? message ?? '';
  }

  /**
   * Call when the agent has sent the reply, or fire `erfara-sent` on the document (detail: `{text?, case?}`): the articles
   * inserted into it are recorded as sent. Without `text`, what stood in the reply box was sent.
   */
  markSent(text?: string): void {
    this.#verbs.now?.sent(text);
  }

  /** Fetches the suggestions of a conversation that will probably be opened next. */
  prefetch(conversation: Partial<ConversationProperties>): void {
    const { channel, setting, market, reads, writes } = this;
    const none = { message: '', turns: undefined, case: '', receivedAt: '' };
    this.controller.prefetch(conversationOf({ channel, setting, market, reads, writes, ...none, ...conversation }));
  }

  /** Puts the focus on the first suggestion, or on what stands in its place, as the chord does. */
  focusFirst(): void {
    this.#verbs.do((verbs) => verbs.focusFirst());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    addEventListener('keydown', this.#pressed, true);
    if (this.hasUpdated) this.controller.resume();
    this.#verbs.now?.start();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    removeEventListener('keydown', this.#pressed, true);
    this.controller.stop();
    this.#page.stop();
    this.#verbs.now?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') && (this.hasUpdated || this.server !== '')) {
      this.controller.stop();
      this.controller = this.#newController();
    }
    if (this.agent !== '') clientFor(this.server ?? '').agent = this.agent;
    if (changed.has('case')) {
      this.#verbs.now?.moved();
      this.#announcer.forget();
    }
    this.controller.ask(conversationOf(this, this.#page.follow()));
    void this.#page.read();
    this.#incidents.see(this.controller.output?.incidents ?? []);
    const news = announcement({ controller: this.controller, lang: languageOf(this) });
    if (news !== '') this.#announcer.say(news);
  }

  protected override updated(): void {
    if (this.#verbs.now) this.#verbs.now.drawn();
    else void this.#verbs.fetch().catch(() => null);
  }

  protected override render() {
    const verbs = this.#verbs.now;
    const panel = { ...this.#panel(), menu: verbs?.menu ?? null };
    const { view } = this.controller;
    return html`<div class="panel" part="panel" lang=${panel.lang} @keydown=${(event: KeyboardEvent) => this.#verbs.do((all) => all.key(event))}>
      ${header(panel)} ${verbs?.above()}
      <div class="stage">
        <div tabindex="-1" class="list ${this.controller.lost ? 'stale' : ''}" ?inert=${view !== 'list'}>${listView(panel)}</div>
        ${view === 'list' ? nothing : verbs?.overlay()}
      </div>
      ${verbs?.below()}
      ${
        view === 'search'
          ? nothing
          : html`<button class="footer quiet" part="footer" @click=${() => panel.openSearch()}>${searchIcon}${panel.strings.search}</button>`
      }
      <div class="sr live" aria-live="polite">${this.#announcer.texts.map((text) => html`<p>${text}</p>`)}</div>
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
    return {
      ...this.#verbs.forPanel,
      strings: this.strings,
      server: this.server,
      lang: languageOf(this),
      controller: this.controller,
      hasField: this.hostInserts || isWritable(findReplyElement(this.for, this)),
      isLinked: (articleId) => this.#verbs.now?.inserter.isLinked(articleId) ?? false,
      menu: null,
      nothingFits: () => this.#verbs.now?.nothingFits(),
      about: (offer) => this.#verbs.now?.care.about(offer) ?? nothing,
      concerns: (offer) => this.#verbs.now?.care.concerns(offer, false) ?? [],
      asking: (offer) => this.#verbs.now?.asking(offer) ?? nothing,
      tooLong: (...given) => this.#verbs.now?.tooLong(...given) ?? null,
      singleKeys: this.singleKeys !== 'off',
      composed: (offer) => composeOffer(offer, this.wordingOf(offer), this.destination()),
      setReads: (lang) => {
        this.reads = [lang, ...this.reads.filter((other) => other !== lang)];
        this.dispatchEvent(new ErfaraReadsEvent(this.reads));
      },
      isIncidentOpen: (id) => this.#incidents.isOpen(id),
      toggleIncident: (id) => this.#incidents.toggle(id),
    };
  }

  /** Captured: a rich editor must not have taken the chord for its own first. */
  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) this.#verbs.do((verbs) => verbs.chord(event));
  };

  readonly #online = (): void => this.controller.tryNow();
}
