import type { View } from './controller.ts';
import { ACTIONS, type ActionName } from './views/action-menu.ts';

/** What a key means inside the panel. */
export type KeyAction =
  | 'back'
  | 'keys'
  | 'next'
  | 'previous'
  | 'insert'
  | 'preview'
  | 'leave'
  | 'undo'
  | 'none-fit'
  | 'search'
  | 'menu'
  | ActionName
  | `go-${1 | 2 | 3}`
  | null;

export interface KeyState {
  view: View;
  confirming: boolean;
  /** False: letters, digits and signs mean nothing (WCAG 2.1.4). */
  singleKeys: boolean;
}

/**
 * Single keys count only while the panel has focus, and never where the agent writes or a control has its own use for them.
 * Letters are told by their place on the keyboard, so that a Greek layout has the same.
 */
export function keyAction(event: KeyboardEvent, { view, confirming, singleKeys }: KeyState): KeyAction {
  if (event.defaultPrevented || event.isComposing) return null;
  const target = event.composedPath()[0];
  const writing =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  if (event.ctrlKey || event.metaKey)
    return event.code === 'KeyZ' && !event.shiftKey && !event.altKey && !writing ? 'undo' : null;
  if (event.altKey || view === 'flag' || view === 'capture') return null;
  if (event.key === 'Escape') return view !== 'list' || confirming ? 'back' : 'leave';
  if (writing) return null;
  if (singleKeys && (event.key === '?' || (event.code === 'Slash' && event.shiftKey)))
    return view === 'keys' ? 'back' : 'keys';
  const onControl = target instanceof HTMLElement && target.matches('button, summary, a');
  if (view === 'preview')
    return event.key === 'Enter' && !onControl ? 'insert' : event.key === 'ArrowLeft' ? 'back' : null;
  if (view !== 'list') return null;
  if (event.key === 'ArrowDown') return 'next';
  if (event.key === 'ArrowUp') return 'previous';
  if (event.key === 'ArrowRight') return 'preview';
  if (event.key === 'Enter') return onControl ? null : 'insert';
  return singleKeys ? byPlace(event) : null;
}

function byPlace({ code, shiftKey }: KeyboardEvent): KeyAction {
  const digit = /^(?:Digit|Numpad)([123])$/.exec(code)?.[1];
  if (digit) return `go-${digit}` as KeyAction;
  if (code === 'KeyN' && !shiftKey) return 'none-fit';
  if (code === 'KeyM' && !shiftKey) return 'menu';
  if (code === 'KeyS' && !shiftKey) return 'search';
  return ACTIONS.find((action) => action.code === code && action.shift === shiftKey)?.name ?? null;
}
