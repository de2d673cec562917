import { html, nothing } from 'lit';
import type { Suggestion } from '../../server/http/contract.ts';
import { incidentStyles } from '../incident/incident-styles.ts';
import { Inserter, type InserterHost } from '../reply/inserter.ts';
import { lengthMeter } from '../reply/length-meter.ts';
import { isMeasured, setLimits } from '../reply/lengths.ts';
import { meterStyles } from '../reply/meter-styles.ts';
import { type Offer, offerOf } from '../reply/offer.ts';
import { findReplyElement, replyFieldOf } from '../reply/reply-field.ts';
import { matchesChord, parseChord } from './chord.ts';
import type { SuggestController, View } from './controller.ts';
import { overlayStyles } from './overlay-styles.ts';
import { keyAction } from './panel-keys.ts';
import { PanelNews } from './panel-news.ts';
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
}

/**
 * What the agent does in the panel, and the views that only show on the agent's doing. Fetched while the first suggestions
 * are asked for, so that painting them waits for none of it.
 */
export class Verbs implements PanelVerbs {
  readonly inserter: Inserter;
  readonly #element: PanelElement;
  readonly #panel: () => Panel;
  #box: HTMLElement | null = null;
  #returnTo: Element[] = [];
  readonly #news = new PanelNews();

  constructor(element: PanelElement, panel: () => Panel) {
    this.#element = element;
    this.#panel = panel;
    this.inserter = new Inserter(element);
    const root = element.renderRoot as ShadowRoot;
    const sheets = [overlayStyles.styleSheet, meterStyles.styleSheet, incidentStyles.styleSheet].filter(
      (sheet) => sheet !== undefined,
    );
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  }

  get #controller(): SuggestController {
    return this.#element.controller;
  }

  /** Listens to the page's keys. */
  start(): void {
    document.addEventListener('keydown', this.#onChord, true);
    void this.#attach();
  }

  stop(): void {
    document.removeEventListener('keydown', this.#onChord, true);
    this.#news.stop();
    if (this.#box) setLimits(this.#box, null);
    this.#box = null;
    this.inserter.box.attach(null);
  }

  /** Call after every drawing: the page may have another reply box by now. */
  drawn(): void {
    if (this.#element.isConnected) this.#news.follow(this.#element);
    void this.#attach();
    if (this.#box) setLimits(this.#box, this.#controller.limits);
    bringMatchIntoView(this.#element.renderRoot, this.#controller);
  }

  /** What stands above the list, beside a lost connection. */
  above() {
    return newsView(this.#panel());
  }

  /** What lies over the list. */
  overlay() {
    return overlay(this.#panel(), this.#element.chord);
  }

  /** What stands below the list: the last thing done, and how long the reply is. */
  below() {
    const { strings } = this.#element;
    const { field } = this.inserter.box;
    return html`${toastView(this.inserter, strings)}
      ${field && !isMeasured(field.element) ? html`<div class="measure">${lengthMeter(field.text(), this.#controller.limits, strings)}</div>` : nothing}`;
  }

  insert(offer: Offer, sure = false): void {
    if (!this.inserter.insert(offer, sure)) void this.#focusOn('[data-confirm]');
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
    if (controller.confirming !== null) {
      controller.confirm(null);
      await this.#focusOn('.card.open');
      return;
    }
    controller.back();
    await this.#element.updateComplete;
    const place = this.#returnTo.pop();
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else await this.#focusOn(controller.view === 'list' ? '.card.open' : '.over [data-focus]');
  }

  /** A key pressed inside the panel. */
  key(event: KeyboardEvent): void {
    const controller = this.#controller;
    const action = keyAction(event, controller.view, controller.confirming !== null);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const suggestion = controller.suggestions[controller.active];
    if (action === 'back') void this.back();
    else if (action === 'leave') this.inserter.box.field?.focus();
    else if (action === 'keys') this.openKeys();
    else if (action === 'next' || action === 'previous') {
      controller.activate(controller.active + (action === 'next' ? 1 : -1));
      void this.#focusOn('.card.open');
    } else if (controller.view === 'preview' && controller.preview.article) {
      this.insert(offerShown(controller.preview.article, this.#panel()));
    } else if (suggestion && action === 'preview') this.openPreview(suggestion);
    else if (suggestion && action === 'insert') this.insert(offerOf(suggestion));
  }

  #slideOver(view: View): void {
    const { activeElement } = this.#element.renderRoot as ShadowRoot;
    if (activeElement) this.#returnTo.push(activeElement);
    this.#controller.open(view);
    void this.#focusOn('.over [data-focus]');
  }

  async #attach(): Promise<void> {
    const element = findReplyElement(this.#element.for, this.#element);
    if (element === this.#box) return;
    this.#box = element;
    this.inserter.box.attach(null);
    const field = element && (await replyFieldOf(element));
    if (element !== this.#box) return;
    this.inserter.box.attach(field);
    if (element) setLimits(element, this.#controller.limits);
    this.#element.changed();
  }

  async #focusOn(selector: string): Promise<void> {
    await this.#element.updateComplete;
    this.#element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

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
