import { offerOf } from '../reply/offer.ts';
import { matchesChord, parseChord } from './chord.ts';
import type { FocusTrail } from './focus-trail.ts';
import type { PanelElement } from './panel-element.ts';
import { type KeyAction, keyAction } from './panel-keys.ts';
import type { ActionName } from './views/action-menu.ts';
import type { PanelVerbs } from './views/panel.ts';

/** What keys do besides what buttons do. */
export interface KeyVerbs extends PanelVerbs {
  /** There is somewhere to go from the panel. */
  readonly hasReplyBox: boolean;
  focusFirst(): void;
  /** Inserts what the preview shows. */
  insertShown(): void;
  /** Undoes what the toast tells of; false when nothing can be undone. */
  undo(): boolean;
  /** Opens the suggestion at a place. */
  goTo(place: number): void;
  choose(name: ActionName): void;
}

/** All panels of the page: the chord is for one of them. */
const panels = new Set<PanelKeyboard>();

/** What the keys do: those of the panel while it has the focus, and the chord. */
export class PanelKeyboard {
  readonly #element: PanelElement;
  readonly #verbs: KeyVerbs;
  readonly #focus: FocusTrail;

  constructor(element: PanelElement, verbs: KeyVerbs, focus: FocusTrail) {
    this.#element = element;
    this.#verbs = verbs;
    this.#focus = focus;
  }

  start(): void {
    panels.add(this);
  }

  stop(): void {
    panels.delete(this);
  }

  /** A key pressed anywhere on the page: the chord goes between the reply box and the first suggestion. */
  chord(event: KeyboardEvent): void {
    if (!this.#hears(event)) return;
    const heard = [...panels].filter((panel) => panel.#hears(event));
    const meant = heard.find((panel) => panel.#isNear) ?? heard.find((panel) => panel.#isShown) ?? this;
    if (meant !== this) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#element.matches(':focus-within') && this.#verbs.hasReplyBox) this.#focus.toReply();
    else this.#verbs.focusFirst();
  }

  #hears(event: KeyboardEvent): boolean {
    return matchesChord(event, parseChord(this.#element.chord));
  }

  /** The agent is in the panel, or in the reply box that it serves. */
  get #isNear(): boolean {
    return this.#element.matches(':focus-within') || this.#focus.isInReply;
  }

  get #isShown(): boolean {
    return this.#element.checkVisibility?.() ?? true;
  }

  /** A key pressed inside the panel. */
  key(event: KeyboardEvent): void {
    const { view, confirming } = this.#element.controller;
    const singleKeys = this.#element.singleKeys !== 'off';
    const action = keyAction(event, { view, confirming: confirming !== null, singleKeys });
    if (action !== null && this.#act(action)) event.preventDefault();
    else if (!isTyping(event)) return;
    event.stopPropagation();
  }

  /** False where there is nothing to do it with. */
  #act(action: NonNullable<KeyAction>): boolean {
    const { controller } = this.#element;
    const verbs = this.#verbs;
    const suggestion = controller.suggestions[controller.active];
    if (action === 'back') verbs.back();
    else if (action === 'leave') this.#focus.leave();
    else if (action === 'keys') verbs.openKeys();
    else if (action === 'search') verbs.openSearch();
    else if (action === 'undo') return verbs.undo();
    else if (action === 'next' || action === 'previous') verbs.goTo(controller.active + (action === 'next' ? 1 : -1));
    else if (action.startsWith('go-')) verbs.goTo(Number(action.slice(3)) - 1);
    else if (action === 'insert' && controller.view === 'preview') verbs.insertShown();
    else if (!suggestion) return false;
    else if (action === 'none-fit') verbs.noneFit();
    else if (action === 'menu') verbs.toggleMenu();
    else if (action === 'preview') verbs.openPreview(suggestion);
    else if (action === 'insert') verbs.insert(offerOf(suggestion));
    else verbs.choose(action as ActionName);
    return true;
  }
}

/** A host with single-key shortcuts sees the element, not the field in it. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  const isField = target instanceof Element && target.matches('input, textarea');
  return isField && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
