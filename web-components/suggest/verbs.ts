import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../server/http/contract.ts';
import { incidentStyles } from '../incident/incident-styles.ts';
import { caseNote } from '../reply/case-note.ts';
import { Inserter, type InserterHost } from '../reply/inserter.ts';
import { judge, type Limits } from '../reply/length.ts';
import { countText, lengthMeter } from '../reply/length-meter.ts';
import { isMeasured, setLimits } from '../reply/lengths.ts';
import { meterStyles } from '../reply/meter-styles.ts';
import { type Offer, offerOf } from '../reply/offer.ts';
import { findReplyElement, replyFieldOf } from '../reply/reply-field.ts';
import { SentWatch } from '../reply/sent-watch.ts';
import { fill } from '../words.ts';
import { CaptureLine } from './capture-line.ts';
import { matchesChord, parseChord } from './chord.ts';
import type { SuggestController, View } from './controller.ts';
import { overlayStyles } from './overlay-styles.ts';
import { type KeyAction, keyAction } from './panel-keys.ts';
import { PanelNews } from './panel-news.ts';
import { ReplyCare } from './reply-care.ts';
import { type ActionName, actionMenu, menuStyles } from './views/action-menu.ts';
import { cautionStyles } from './views/cautions.ts';
import { type Form, fetchForm, formView } from './views/forms.ts';
import { newsView } from './views/news.ts';
import { bringMatchIntoView, offerShown, overlay } from './views/overlays.ts';
import type { Panel, PanelVerbs } from './views/panel.ts';
import { toastView } from './views/toast.ts';

/** The panel as its verbs see it. */
export interface PanelElement extends InserterHost, HTMLElement {
  readonly controller: SuggestController;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly server: string;
  readonly for: string;
  readonly chord: string;
  readonly singleKeys: string;
  readonly channel: string;
  readonly market: string;
  readonly case: string;
  readonly variables: Record<string, string>;
  readonly receivedAt: string;
  /** The interface's language. */
  readonly language: string;
  /** The customer's latest words. */
  readonly question: string;
}

/** The same reply told of in two ways within this time was sent once. */
const SAME_REPLY_MS = 3_000;

/**
 * What the agent does in the panel, and the views that only show on the agent's doing. Fetched while the first suggestions
 * are asked for, so that painting them waits for none of it.
 */
export class Verbs implements PanelVerbs {
  readonly inserter: Inserter;
  readonly care: ReplyCare;
  readonly #element: PanelElement;
  readonly #panel: () => Panel;
  readonly #news = new PanelNews();
  readonly #watch = new SentWatch((text) => this.sent(text));
  readonly #line: CaptureLine;
  #box: HTMLElement | null = null;
  #returnTo: Element[] = [];
  #menuOpen = false;
  #form: Form | null = null;
  #lastSent = { text: '', at: 0 };

  constructor(element: PanelElement, panel: () => Panel) {
    this.#element = element;
    this.#panel = panel;
    this.#line = new CaptureLine(element.server);
    this.care = new ReplyCare(element);
    this.inserter = new Inserter(element, (offer, sure) => this.care.concerns(offer, sure).length > 0);
    const root = element.renderRoot as ShadowRoot;
    const sheets = [overlayStyles, meterStyles, menuStyles, cautionStyles, incidentStyles].map(
      ({ styleSheet }) => styleSheet,
    );
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.filter((sheet) => sheet !== undefined)];
  }

  get #controller(): SuggestController {
    return this.#element.controller;
  }

  /** Listens to the page's keys, and to the host's word that a reply was sent. */
  start(): void {
    document.addEventListener('keydown', this.#onChord, true);
    document.addEventListener('erfara-sent', this.#onSent);
    void this.#attach();
  }

  stop(): void {
    document.removeEventListener('keydown', this.#onChord, true);
    document.removeEventListener('erfara-sent', this.#onSent);
    this.#news.stop();
    this.care.stop();
    if (this.#box) setLimits(this.#box, null);
    this.#box = null;
    this.inserter.box.attach(null);
    this.#watch.attach(null);
  }

  /** Call after every drawing: the page may have another reply box by now. */
  drawn(): void {
    if (this.#element.isConnected) this.#news.follow(this.#element);
    if (this.#element.isConnected) this.care.follow();
    void this.#attach();
    if (this.#box) setLimits(this.#box, this.#controller.limits);
    bringMatchIntoView(this.#element.renderRoot, this.#controller);
  }

  /** Another conversation was opened. */
  moved(): void {
    this.inserter.reset();
    this.#watch.refresh();
    this.#menuOpen = false;
    this.#line.offered = null;
  }

  /** A reply was sent; without its text, the one that stood in the box. */
  sent(given?: string): void {
    const text = given ?? this.#watch.held;
    const { at, text: before } = this.#lastSent;
    const told = Date.now() - at < SAME_REPLY_MS && (text.trim() === before.trim() || text.trim() === '');
    this.#watch.refresh();
    if (told) return;
    this.#lastSent = { text, at: Date.now() };
    const { linked } = this.inserter;
    const { case: reference, question } = this.#element;
    this.#line.sent({ text, inserted: linked.length, case: reference, question });
    this.#controller.markSent(linked);
    this.inserter.sent(text);
  }

  /** What stands above the list, beside a lost connection. */
  above() {
    return newsView(this.#panel());
  }

  /** What lies over the list. */
  overlay(): TemplateResult {
    if (this.#form) return formView(this.#form, this.#element, () => void this.back());
    return overlay(this.#panel(), this.#element.chord);
  }

  /** What stands below the list: the last thing done, what may be saved, and how long the reply is. */
  below(): TemplateResult {
    const { strings } = this.#element;
    const { field } = this.inserter.box;
    const { offered } = this.#line;
    return html`${toastView(this.inserter, strings)}
      ${offered && this.#controller.view === 'list' ? this.#line.view(strings, { save: () => this.#save(), refuse: () => this.#refuse() }) : nothing}
      ${field && !isMeasured(field.element) ? html`<div class="measure">${lengthMeter(field.text(), this.#controller.limits, strings)}</div>` : nothing}
      ${this.care.below(field?.text() ?? null)}`;
  }

  tooLong(text: string, limits: Limits): string | null {
    const { strings } = this.#element;
    const { count, level } = judge(text, limits);
    return level === 'over' ? fill(strings.tooLong, { n: countText(count, limits, strings) }) : null;
  }

  get menu(): TemplateResult | null {
    if (!this.#menuOpen) return null;
    const { box } = this.inserter;
    return actionMenu({
      strings: this.#element.strings,
      singleKeys: this.#panel().singleKeys,
      can: (name) => this.#can(name, box.isSelecting),
      choose: (name) => this.#choose(name),
      close: () => this.#closeMenu(),
    });
  }

  moveToPrivate(offer: Offer): void {
    const words = this.#controller.output?.channel?.toPrivate;
    if (words) void this.#attached(() => this.inserter.insertWords(words, offer));
  }

  insert(offer: Offer, sure = false): void {
    if (this.#controller.output?.channel?.spoken) this.#copyNote(offer);
    else void this.#attached(() => this.#inserted(this.inserter.insert(offer, sure)));
  }

  unlink(articleId: string): void {
    this.inserter.unlink(articleId);
    void this.#focusOn('.card.open');
  }

  hide(suggestion: Suggestion): void {
    const hidden = this.#controller.hide(suggestion);
    this.inserter.show({
      kind: 'hidden',
      undo: () => {
        hidden.undo();
        this.inserter.show({ kind: 'undone' });
        void this.#focusOn('.card.open');
      },
      because: (reason) => {
        hidden.because(reason);
        this.inserter.show({ kind: 'thanks' });
        void this.#focusOn('.card.open, .empty button, .footer');
      },
    });
    void this.#focusOn('.card.open, .empty button, .footer');
  }

  noneFit(): void {
    const takeBack = this.#controller.noneOfThem();
    this.inserter.show({
      kind: 'thanks',
      undo: () => {
        takeBack();
        this.inserter.show({ kind: 'undone' });
        void this.#focusOn('.card.open');
      },
    });
    void this.#focusOn('.empty button');
  }

  toggleMenu(): void {
    this.#menuOpen = !this.#menuOpen;
    this.#element.changed();
    void this.#focusOn(this.#menuOpen ? '.menu [role=menuitem]' : '[data-more]');
  }

  openPreview({ article, why }: Suggestion): void {
    void this.#controller.preview.open({ id: article.id, title: article.title, lang: article.lang, why });
    this.#slideOver('preview');
  }

  openArticle(article: { id: string; lang: string; title: string }): void {
    void this.#controller.preview.open({ ...article, why: [] });
    this.#slideOver('preview');
  }

  openResult(place: number): void {
    const result = this.#controller.search.results[place];
    if (!result) return;
    void this.#controller.preview.open(result);
    this.#slideOver('preview');
  }

  openSearch(): void {
    this.#slideOver('search');
  }

  openKeys(): void {
    this.#slideOver('keys');
  }

  async back(): Promise<void> {
    const controller = this.#controller;
    this.#form = null;
    if (controller.confirming !== null) {
      controller.confirm(null);
      await this.#focusOn('.card.open');
      return;
    }
    controller.back();
    await this.#element.updateComplete;
    const place = this.#returnTo.pop();
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else await this.#focusOn(controller.view === 'list' ? '.card.open, .footer' : '.over [data-focus]');
  }

  /** A key pressed inside the panel. */
  key(event: KeyboardEvent): void {
    const { view, confirming } = this.#controller;
    const { singleKeys } = this.#panel();
    const action = keyAction(event, { view, confirming: confirming !== null, singleKeys });
    if (action === null || !this.#act(action)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** False where there is nothing to do it with. */
  #act(action: NonNullable<KeyAction>): boolean {
    const controller = this.#controller;
    const suggestion = controller.suggestions[controller.active];
    if (action === 'back') void this.back();
    else if (action === 'leave') this.inserter.box.field?.focus();
    else if (action === 'keys') this.openKeys();
    else if (action === 'undo') return this.inserter.undo();
    else if (action === 'next' || action === 'previous') this.#goTo(controller.active + (action === 'next' ? 1 : -1));
    else if (action.startsWith('go-')) this.#goTo(Number(action.slice(3)) - 1);
    else if (action === 'insert' && controller.view === 'preview') {
      if (controller.preview.article) this.insert(offerShown(controller.preview.article, this.#panel()));
    } else if (!suggestion) return false;
    else if (action === 'none-fit') this.noneFit();
    else if (action === 'menu') this.toggleMenu();
    else if (action === 'preview') this.openPreview(suggestion);
    else if (action === 'insert') this.insert(offerOf(suggestion));
    else this.#choose(action as ActionName);
    return true;
  }

  #goTo(place: number): void {
    if (this.#controller.active !== place) this.#menuOpen = false;
    this.#controller.activate(place);
    void this.#focusOn('.card.open');
  }

  #can(name: ActionName, selecting: boolean): boolean {
    if (name === 'hide' || name === 'flag' || name === 'use') return true;
    const suggestion = this.#controller.suggestions[this.#controller.active];
    if (!suggestion || offerOf(suggestion).reply === null) return false;
    return name === 'replaceSelection' ? selecting : name !== 'append' || this.inserter.box.field !== null;
  }

  #choose(name: ActionName): void {
    const suggestion = this.#controller.suggestions[this.#controller.active];
    if (!suggestion || !this.#can(name, this.inserter.box.isSelecting)) return;
    this.#menuOpen = false;
    const offer = offerOf(suggestion);
    if (name === 'hide') this.hide(suggestion);
    else if (name === 'flag') {
      const { id, lang, etag, title } = suggestion.article;
      void this.#openForm({ view: 'flag', article: { id, lang, etag, title } });
    } else if (name === 'append' || name === 'replaceSelection')
      void this.#attached(() => this.#inserted(this.inserter[name](offer)));
    else {
      this.inserter[name](offer);
      void this.#focusOn('.card.open');
    }
  }

  #closeMenu(): void {
    this.#menuOpen = false;
    this.#element.changed();
    void this.#focusOn('[data-more]');
  }

  #inserted(done: boolean): void {
    if (!done) void this.#focusOn('[data-confirm]');
  }

  #copyNote(offer: Offer): void {
    if (!offer.reply) return;
    const { question, strings } = this.#element;
    const answer = this.inserter.composed(offer).text;
    this.inserter.copyNote(caseNote({ question, answer, articleId: offer.articleId, at: new Date() }, strings), offer);
  }

  #save(): void {
    const { offered } = this.#line;
    if (!offered) return;
    this.#line.offered = null;
    void this.#openForm({ view: 'capture', question: offered.question, solution: offered.text });
  }

  #refuse(): void {
    this.#line.refuse();
    this.#element.changed();
    this.inserter.box.field?.focus();
  }

  async #openForm(form: Form): Promise<void> {
    await fetchForm(form.view).catch(() => null);
    this.#form = form;
    this.#slideOver(form.view);
  }

  #slideOver(view: View): void {
    const { activeElement } = this.#element.renderRoot as ShadowRoot;
    if (activeElement) this.#returnTo.push(activeElement);
    this.#controller.open(view);
    void this.#focusOn('.over [data-focus]');
  }

  /** At once where the page's reply box is the one known, so that a click still counts as the agent's own. */
  #attached(then: () => void): void | Promise<void> {
    if (
      findReplyElement(this.#element.for, this.#element) === this.#box &&
      (this.#box === null || this.inserter.box.field)
    )
      return then();
    return this.#attach().then(then);
  }

  async #attach(): Promise<void> {
    const element = findReplyElement(this.#element.for, this.#element);
    if (element === this.#box) return;
    this.#box = element;
    this.inserter.box.attach(null);
    const field = element && (await replyFieldOf(element));
    if (element !== this.#box) return;
    this.inserter.box.attach(field);
    this.#watch.attach(field);
    if (element) setLimits(element, this.#controller.limits);
    this.#element.changed();
  }

  async #focusOn(selector: string): Promise<void> {
    await this.#element.updateComplete;
    this.#element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onSent = (event: Event): void => {
    const { text, case: reference } = ((event as CustomEvent).detail ?? {}) as { text?: string; case?: string };
    if (reference === undefined || reference === this.#element.case) this.sent(text);
  };

  /** Captured: a rich editor must not have taken the chord for its own first. */
  readonly #onChord = (event: KeyboardEvent): void => {
    if (!matchesChord(event, parseChord(this.#element.chord))) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#element.matches(':focus-within')) this.inserter.box.field?.focus();
    else
      void this.#focusOn(
        this.#controller.view === 'list' ? '.card.open, .empty button, .footer' : '.over [data-focus]',
      );
  };
}
