import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../server/http/contract.ts';
import { incidentStyles } from '../incident/incident-styles.ts';
import { caseNote } from '../reply/case-note.ts';
import { Inserter } from '../reply/inserter.ts';
import { judge, type Limits } from '../reply/length.ts';
import { countText, lengthMeter } from '../reply/length-meter.ts';
import { isMeasured } from '../reply/lengths.ts';
import { meterStyles } from '../reply/meter-styles.ts';
import { type Offer, offerOf } from '../reply/offer.ts';
import { fill } from '../words.ts';
import { AttachedBox } from './attached-box.ts';
import { matchesChord, parseChord } from './chord.ts';
import type { SuggestController } from './controller.ts';
import { FocusTrail } from './focus-trail.ts';
import { overlayStyles } from './overlay-styles.ts';
import type { PanelElement } from './panel-element.ts';
import { type KeyAction, keyAction } from './panel-keys.ts';
import { PanelNews } from './panel-news.ts';
import { ReplyCare } from './reply-care.ts';
import { Sending } from './sending.ts';
import { type ActionName, actionMenu, menuStyles } from './views/action-menu.ts';
import { cautionStyles } from './views/cautions.ts';
import { type Form, fetchForm, formView } from './views/forms.ts';
import { newsView } from './views/news.ts';
import { fetchOverlays, offerShown, overlay } from './views/overlays.ts';
import type { Panel, PanelVerbs } from './views/panel.ts';
import { toastView } from './views/toast.ts';
import { warning } from './views/warning.ts';

/** What takes the focus when there is nothing better. */
const STANDING = '.card.open, .empty button, .footer';
/** Takes the focus until there is something: who is quicker than the answer must not open the search with Enter. */
const WAITING = '.list';

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
  readonly #sending: Sending;
  readonly #box: AttachedBox;
  readonly #focus: FocusTrail;
  #menuOpen = false;
  #form: Form | null = null;

  constructor(element: PanelElement, panel: () => Panel) {
    this.#element = element;
    this.#panel = panel;
    this.care = new ReplyCare(element);
    this.inserter = new Inserter(element, (offer, sure) => this.care.concerns(offer, sure).length > 0);
    this.#sending = new Sending(element, this.inserter);
    this.#box = new AttachedBox(element, this.inserter, this.#sending.watch);
    this.#focus = new FocusTrail(element);
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
    this.#sending.start();
    void this.#box.attach();
    fetchOverlays();
  }

  stop(): void {
    document.removeEventListener('keydown', this.#onChord, true);
    this.#sending.stop();
    this.#news.stop();
    this.care.stop();
    this.#box.detach();
  }

  /** Call after every drawing: the page may have another reply box by now. */
  drawn(): void {
    if (this.#element.isConnected) this.#news.follow(this.#element);
    if (this.#element.isConnected) this.care.follow();
    void this.#box.attach();
    const { activeElement } = this.#element.renderRoot as ShadowRoot;
    if (activeElement?.matches(WAITING) && !this.#controller.awaited) void this.#focus.on(STANDING);
  }

  /** Another conversation was opened. */
  moved(): void {
    this.inserter.reset();
    this.#sending.moved();
    this.#menuOpen = false;
  }

  /** A reply was sent; without its text, the one that stood in the box. */
  sent(given?: string): void {
    this.#sending.sent(given);
  }

  /** What stands above the list, beside a lost connection. */
  above() {
    return newsView(this.#panel());
  }

  /** What lies over the list. */
  overlay(): TemplateResult {
    if (this.#form) return formView(this.#form, this.#element, () => void this.back());
    return overlay(this.#panel(), this.#element);
  }

  /** What stands below the list: the last thing done, what may be saved, and how long the reply is. */
  below(): TemplateResult {
    const { strings } = this.#element;
    const { field } = this.inserter.box;
    const { line } = this.#sending;
    return html`${toastView(this.inserter, strings)}
      ${line.offered && this.#controller.view === 'list' ? line.view(strings, { save: () => this.#save(), refuse: () => this.#refuse() }) : nothing}
      ${field && !isMeasured(field.element) ? html`<div class="measure">${lengthMeter(field.text(), this.#controller.limits, strings)}</div>` : nothing}
      ${this.care.below(field?.text() ?? null)}`;
  }

  /** Asks before an offer that has to wait is inserted. */
  asking(offer: Offer): TemplateResult {
    return warning(offer, this.#panel());
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
    if (words) this.#box.with(() => this.inserter.insertWords(words, offer));
  }

  insert(offer: Offer, sure = false): void {
    if (this.#controller.output?.channel?.spoken) this.#copyNote(offer);
    else this.#box.with(() => this.#inserted(this.inserter.insert(offer, sure)));
  }

  focusFirst(): void {
    if (this.#controller.view !== 'list') void this.#focus.on('.over [data-focus]');
    else void this.#focus.on(this.#controller.awaited ? WAITING : STANDING);
  }

  unlink(articleId: string): void {
    this.inserter.unlink(articleId);
    void this.#focus.on('.card.open');
  }

  hide(suggestion: Suggestion): void {
    const hidden = this.#controller.hide(suggestion);
    this.#takenBack('hidden', hidden.undo, (reason) => {
      hidden.because(reason);
      this.inserter.show({ kind: 'thanks' });
      void this.#focus.on(STANDING);
    });
  }

  noneFit(): void {
    this.#takenBack('thanks', this.#controller.noneOfThem());
  }

  toggleMenu(): void {
    this.#menuOpen = !this.#menuOpen;
    this.#element.changed();
    void this.#focus.on(this.#menuOpen ? '.menu [role=menuitem]' : '[data-more]');
  }

  openPreview({ article, why }: Suggestion): void {
    void this.#controller.preview.open({ id: article.id, title: article.title, lang: article.lang, why });
    this.#focus.slideOver('preview');
  }

  openArticle(article: { id: string; lang: string; title: string }): void {
    void this.#controller.preview.open({ ...article, why: [] });
    this.#focus.slideOver('preview');
  }

  openResult(place: number): void {
    const result = this.#controller.search?.results[place];
    if (!result) return;
    void this.#controller.preview.open(result);
    this.#focus.slideOver('preview');
  }

  openSearch(): void {
    this.#focus.slideOver('search');
  }

  openKeys(): void {
    this.#focus.slideOver('keys');
  }

  async back(): Promise<void> {
    this.#form = null;
    await this.#focus.back();
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

  #takenBack(kind: 'hidden' | 'thanks', undo: () => void, because?: (reason: string) => void): void {
    const back = (): void => {
      undo();
      this.inserter.show({ kind: 'undone' });
      void this.#focus.on('.card.open');
    };
    this.inserter.show({ kind, undo: back, ...(because ? { because } : {}) });
    void this.#focus.on(STANDING);
  }

  #goTo(place: number): void {
    if (this.#controller.active !== place) this.#menuOpen = false;
    this.#controller.activate(place);
    void this.#focus.on('.card.open');
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
      this.#box.with(() => this.#inserted(this.inserter[name](offer)));
    else if (name !== 'use' && this.care.concerns(offer, true).length > 0) {
      // What must not be inserted is not to be pasted either.
      this.#controller.confirm(offer.articleId);
      void this.#focus.on('[data-confirm]');
    } else {
      this.inserter[name](offer);
      void this.#focus.on('.card.open');
    }
  }

  #closeMenu(): void {
    this.#menuOpen = false;
    this.#element.changed();
    void this.#focus.on('[data-more]');
  }

  #inserted(done: boolean): void {
    if (!done) void this.#focus.on('[data-confirm]');
  }

  #copyNote(offer: Offer): void {
    if (!offer.reply) return;
    const { question, strings } = this.#element;
    const answer = this.inserter.composed(offer).text;
    this.inserter.copyNote(caseNote({ question, answer, articleId: offer.articleId, at: new Date() }, strings), offer);
  }

  #save(): void {
    const { offered } = this.#sending.line;
    if (!offered) return;
    this.#sending.line.offered = null;
    void this.#openForm({ view: 'capture', question: offered.question, solution: offered.text });
  }

  #refuse(): void {
    this.#sending.line.refuse();
    this.#element.changed();
    this.inserter.box.field?.focus();
  }

  async #openForm(form: Form): Promise<void> {
    await fetchForm(form.view).catch(() => null);
    this.#form = form;
    this.#focus.slideOver(form.view);
  }

  /** Captured: a rich editor must not have taken the chord for its own first. */
  readonly #onChord = (event: KeyboardEvent): void => {
    if (!matchesChord(event, parseChord(this.#element.chord))) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#element.matches(':focus-within')) this.inserter.box.field?.focus();
    else this.focusFirst();
  };
}
