import type { TemplateResult } from 'lit';
import type { Suggestion } from '../../server/http/contract.ts';
import type { Inserter } from '../reply/inserter.ts';
import { type Offer, offerOf } from '../reply/offer.ts';
import type { FocusTrail } from './focus-trail.ts';
import type { PanelElement } from './panel-element.ts';
import { type ActionName, actionMenu } from './views/action-menu.ts';

/** How the menu's actions are carried out. */
export interface MenuActions {
  readonly inserter: Inserter;
  hide(suggestion: Suggestion): void;
  flag(suggestion: Suggestion): void;
  /** Below what was inserted before, or in place of what is selected. */
  put(way: 'append' | 'replaceSelection', offer: Offer): void;
  /** What must not reach the customer is not to be copied either. */
  isRefused(offer: Offer): boolean;
}

/** What can be done with the open suggestion besides inserting it, by the menu or by one key. */
export class SuggestionMenu {
  isOpen = false;
  readonly #element: PanelElement;
  readonly #actions: MenuActions;
  readonly #focus: FocusTrail;

  constructor(element: PanelElement, actions: MenuActions, focus: FocusTrail) {
    this.#element = element;
    this.#actions = actions;
    this.#focus = focus;
  }

  get #suggestion(): Suggestion | undefined {
    const { suggestions, active } = this.#element.controller;
    return suggestions[active];
  }

  get view(): TemplateResult | null {
    if (!this.isOpen) return null;
    const { strings, singleKeys } = this.#element;
    return actionMenu({
      strings,
      singleKeys: singleKeys !== 'off',
      can: (name) => this.#can(name),
      choose: (name) => this.choose(name),
      close: () => this.toggle(false),
    });
  }

  toggle(open = !this.isOpen): void {
    this.isOpen = open;
    this.#element.changed();
    void this.#focus.on(open ? '.menu [role=menuitem]' : '[data-more]');
  }

  choose(name: ActionName): void {
    const suggestion = this.#suggestion;
    if (!suggestion || !this.#can(name)) return;
    this.isOpen = false;
    const offer = offerOf(suggestion);
    const actions = this.#actions;
    if (name === 'hide') actions.hide(suggestion);
    else if (name === 'flag') actions.flag(suggestion);
    else if (name === 'append' || name === 'replaceSelection') actions.put(name, offer);
    else if (name !== 'use' && actions.isRefused(offer)) {
      this.#element.confirm(offer.articleId);
      void this.#focus.on('[data-confirm]');
    } else {
      actions.inserter[name](offer);
      void this.#focus.on('.card.open');
    }
  }

  #can(name: ActionName): boolean {
    if (name === 'hide' || name === 'flag' || name === 'use') return true;
    const { box } = this.#actions.inserter;
    if (!this.#suggestion || offerOf(this.#suggestion).reply === null) return false;
    return name === 'replaceSelection' ? box.isSelecting : name !== 'append' || box.field !== null;
  }
}
