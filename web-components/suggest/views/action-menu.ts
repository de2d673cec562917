import { css, html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';

/** What the menu offers, with the key that does the same while the panel has focus. */
export const ACTIONS = [
  { name: 'append', code: 'KeyA', shift: false },
  { name: 'replaceSelection', code: 'KeyR', shift: false },
  { name: 'copyPlain', code: 'KeyC', shift: false },
  { name: 'copyRich', code: 'KeyC', shift: true },
  { name: 'use', code: 'KeyU', shift: false },
  { name: 'hide', code: 'KeyX', shift: false },
  { name: 'flag', code: 'KeyF', shift: false },
] as const;

export type ActionName = (typeof ACTIONS)[number]['name'];

/** "Shift C", as it stands on the keyboard. */
export function keyOf({ code, shift }: { code: string; shift: boolean }): string {
  return `${shift ? 'Shift ' : ''}${code.replace(/^Key|^Digit/, '')}`;
}

export interface MenuState {
  strings: Strings;
  /** Keys are shown where they work. */
  singleKeys: boolean;
  can(name: ActionName): boolean;
  choose(name: ActionName): void;
  close(): void;
}

/** A menu that the arrow keys walk, inside the suggestion so that nothing is covered. */
export function actionMenu(state: MenuState): TemplateResult {
  const { strings } = state;
  return html`<div class="menu" id="menu" role="menu" aria-label=${strings.more} @keydown=${(event: KeyboardEvent) => walk(event, state)}>
    ${ACTIONS.map(
      (
        action,
        place,
      ) => html`<button class="quiet" role="menuitem" tabindex=${place === 0 ? 0 : -1} data-action=${action.name}
        aria-disabled=${state.can(action.name) ? nothing : 'true'}
        @click=${() => state.can(action.name) && state.choose(action.name)}
      ><span>${strings[action.name]}</span>${state.singleKeys ? html`<kbd aria-hidden="true">${keyOf(action)}</kbd>` : nothing}</button>`,
    )}
  </div>`;
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function walk(event: KeyboardEvent, { close }: MenuState): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(event.composedPath()[0] as HTMLElement);
  const step = STEPS[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (step) items[step(at, items.length - 1)]?.focus();
  else if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

export const menuStyles = css`
  .menu {
    display: grid;
    gap: 1px;
    scroll-margin: var(--erfara-space-3) 0 56px;
    margin-top: var(--erfara-space-2);
    padding: var(--erfara-space-1);
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
    background: var(--erfara-surface);
    animation: rise var(--erfara-appear);
  }
  .menu button {
    display: flex;
    justify-content: space-between;
    gap: var(--erfara-space-2);
    text-align: start;
    min-height: 30px;
  }
  .menu button:not([aria-disabled]) {
    color: var(--erfara-text);
  }
  .menu [aria-disabled] {
    color: var(--erfara-muted);
    cursor: default;
  }
  /* The reasons have a line of their own below the words and Undo. */
  .toast:has(.reasons) {
    flex-wrap: wrap;
    row-gap: 6px;
  }
  .toast > span:has(.reasons) {
    display: contents;
  }
  .toast .reasons {
    order: 1;
    flex: 1 0 100%;
    display: flex;
    flex-wrap: wrap;
    gap: var(--erfara-space-1);
  }
  .toast .reasons button {
    min-height: 24px;
    padding: 1px var(--erfara-space-2);
    border: 1px solid var(--erfara-edge);
    border-radius: 999px;
    font-size: var(--erfara-text-xs);
    font-weight: 400;
  }
  .linked {
    display: flex;
    align-items: center;
    gap: var(--erfara-space-1);
    margin-top: var(--erfara-space-2);
    font-size: var(--erfara-text-s);
    color: var(--erfara-positive);
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    font-size: var(--erfara-text-s);
  }
  .offer[hidden] {
    display: none;
  }
  .offer p {
    flex: 1 1 100%;
  }
  .offer.promised p {
    flex: 1 1 200px;
  }
  .over.form {
    overflow-y: auto;
  }
  @media (forced-colors: active) {
    .menu [aria-disabled] {
      border-color: GrayText;
      color: GrayText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .menu {
      animation: none;
    }
  }
`;
