import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../server/http/contract.ts';
import { incidentStyles } from '../incident/incident-styles.ts';
import { caseNote } from '../reply/case-note.ts';
import { Inserter } from '../reply/inserter.ts';
import { judge, type Limits } from '../reply/length.ts';
import { countText, lengthMeter } from '../reply/length-meter.ts';
import { isMeasured, limitsIn } from '../reply/lengths.ts';
import { meterStyles } from '../reply/meter-styles.ts';
import type { Offer } from '../reply/offer.ts';
import { fill } from '../words.ts';
import { AttachedBox } from './attached-box.ts';
import type { SuggestController } from './controller.ts';
import { FocusTrail } from './focus-trail.ts';
import { Forms } from './forms.ts';
import { laterStyles } from './later-styles.ts';
import { overlayStyles } from './overlay-styles.ts';
import type { PanelElement } from './panel-element.ts';
import { type KeyVerbs, PanelKeyboard } from './panel-keyboard.ts';
import { PanelNews } from './panel-news.ts';
import { ReplyCare } from './reply-care.ts';
import { Sending } from './sending.ts';
import { SuggestionMenu } from './suggestion-menu.ts';
import { type ActionName, menuStyles } from './views/action-menu.ts';
import { cautionStyles } from './views/cautions.ts';
import { newsView } from './views/news.ts';
import { nothingFits } from './views/nothing-fits.ts';
import { notices } from './views/notices.ts';
import { fetchOverlays, offerShown, overlay } from './views/overlays.ts';
import type { Panel } from './views/panel.ts';

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
export class Verbs implements KeyVerbs {
  readonly inserter: Inserter;
  readonly care: ReplyCare;
  readonly #element: PanelElement;
  readonly #panel: () => Panel;
  readonly #news = new PanelNews();
  readonly #sending: Sending;
  readonly #box: AttachedBox;
  readonly #focus: FocusTrail;
  readonly #menu: SuggestionMenu;
  readonly #keyboard: PanelKeyboard;
  readonly #forms: Forms;

  constructor(element: PanelElement, panel: () => Panel) {
    this.#element = element;
    this.#panel = panel;
    this.care = new ReplyCare(element, () => this.inserter);
    this.inserter = new Inserter(element, (offer, sure) => this.care.concerns(offer, sure).length > 0);
    this.#sending = new Sending(element, this.inserter, (sent) => this.#forms.save(sent));
    this.#box = new AttachedBox(element, this.inserter, this.#sending, (event) => this.chord(event));
    this.#focus = new FocusTrail(element, () => this.inserter.box.field);
    this.#forms = new Forms(element, this.#focus, () => this.#sending.line);
    this.#keyboard = new PanelKeyboard(element, this, this.#focus);
    this.#menu = new SuggestionMenu(
      element,
      {
        inserter: this.inserter,
        hide: (suggestion) => this.hide(suggestion),
        flag: ({ article }) => this.#forms.flag(article),
        put: (way, offer) => this.#box.with(() => this.#inserted(this.inserter[way](offer))),
        isRefused: (offer) => this.care.concerns(offer, true).length > 0,
      },
      this.#focus,
    );
    const root = element.renderRoot as ShadowRoot;
    const sheets = [laterStyles, overlayStyles, meterStyles, menuStyles, cautionStyles, incidentStyles].map(
      ({ styleSheet }) => styleSheet,
    );
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.filter((sheet) => sheet !== undefined)];
  }

  get #controller(): SuggestController {
    return this.#element.controller;
  }

  /** Follows the focus, and listens to the host's word that a reply was sent. */
  start(): void {
    this.#focus.start();
    this.#keyboard.start();
    this.#sending.start();
    this.#box.start();
    fetchOverlays();
  }

  stop(): void {
    this.#focus.stop();
    this.#keyboard.stop();
    this.#sending.stop();
    this.#news.stop();
    this.care.stop();
    this.#box.stop();
  }

  /** Call after every drawing: the page may have another reply box by now. */
  drawn(): void {
    if (this.#element.isConnected) this.#news.follow(this.#element);
    if (this.#element.isConnected) this.care.follow();
    if (this.#element.isConnected) void this.#box.attach();
    const { activeElement } = this.#element.renderRoot as ShadowRoot;
    if (activeElement?.matches(WAITING) && !this.#controller.awaited) void this.#focus.on(STANDING);
  }

  /** Another conversation was opened. */
  moved(): void {
    this.inserter.reset();
    this.#sending.moved();
    this.#menu.isOpen = false;
    this.#forms.clear();
    this.#focus.forget();
  }

  /** A reply was sent; without its text, the one that stood in the box. */
  sent(given?: string): void {
    this.#sending.sent(given);
  }

  /** What stands above the list. */
  above(): TemplateResult {
    const panel = this.#panel();
    return html`${newsView(panel)} ${notices(panel)}`;
  }

  /** What stands where no suggestion does. */
  nothingFits(): TemplateResult {
    return nothingFits(this.#panel());
  }

  /** What lies over the list. */
  overlay(): TemplateResult {
    return this.#forms.view(() => this.back()) ?? overlay(this.#panel(), this.#element);
  }

  /** What stands below the list: the last thing done, what may be saved, and how long the reply is. */
  below(): TemplateResult {
    const { strings } = this.#element;
    const { field } = this.inserter.box;
    return html`${toastView(this.inserter, strings)} ${this.#forms.line()}
      ${field && !isMeasured(field.element) ? html`<div class="measure">${lengthMeter(field.text(), limitsIn(field, this.#controller.limits), strings)}</div>` : nothing}
      ${this.care.below(field)}`;
  }

  /** Asks before an offer that has to wait is inserted. */
  asking(offer: Offer): TemplateResult {
    const isFull = this.inserter.tooMany(offer) > 0;
    return warning(offer, this.#panel(), isFull ? this.care.shorter(offer) : null);
  }

  tooLong(text: string, limits: Limits): string | null {
    const { strings } = this.#element;
    const { count, level } = judge(text, limits);
    return level === 'over' ? fill(strings.tooLong, { n: countText(count, limits, strings) }) : null;
  }

  get hasReplyBox(): boolean {
    return this.#panel().hasField;
  }

  get menu(): TemplateResult | null {
    return this.#menu.view;
  }

  key(event: KeyboardEvent): void {
    this.#keyboard.key(event);
  }

  chord(event: KeyboardEvent): void {
    this.#keyboard.chord(event);
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
    this.#menu.toggle();
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

  back(): void {
    this.#forms.clear();
    void this.#focus.back();
  }

  undo(): boolean {
    return this.inserter.undo();
  }

  goTo(place: number): void {
    if (this.#controller.active !== place) this.#menu.isOpen = false;
    this.#controller.activate(place);
    void this.#focus.on('.card.open');
  }

  choose(name: ActionName): void {
    this.#menu.choose(name);
  }

  insertShown(): void {
    const { article } = this.#controller.preview;
    if (article) this.insert(offerShown(article, this.#panel()));
  }

  showAll(): void {
    this.#controller.showAll();
    this.inserter.show({ kind: 'undone' });
    void this.#focus.on('.card.open');
  }

  answerThenSave(): void {
    this.inserter.show(null);
    while (this.#controller.view !== 'list') this.#controller.back();
    this.#forms.answerThenSave(this.hasReplyBox);
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

  #inserted(done: boolean): void {
    if (!done) void this.#focus.on('[data-confirm]');
  }

  #copyNote(offer: Offer): void {
    if (!offer.reply) return;
    const { question, strings } = this.#element;
    const answer = this.inserter.composed(offer).text;
    this.inserter.copyNote(caseNote({ question, answer, articleId: offer.articleId, at: new Date() }, strings), offer);
  }
}
