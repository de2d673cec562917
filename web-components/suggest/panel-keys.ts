import type { View } from './controller.ts';

/** What a key means inside the panel. */
export type KeyAction = 'back' | 'keys' | 'next' | 'previous' | 'insert' | 'preview' | 'leave' | null;

/**
 * Single keys count only while the panel has focus, and never where the agent writes or a control has its own use for them.
 */
export function keyAction(event: KeyboardEvent, view: View, confirming: boolean): KeyAction {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return null;
  const target = event.composedPath()[0];
  if (event.key === 'Escape') return view !== 'list' || confirming ? 'back' : 'leave';
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return null;
  if (event.key === '?') return view === 'keys' ? 'back' : 'keys';
  const onControl = target instanceof HTMLElement && target.matches('button, summary, a');
  if (view === 'preview')
    return event.key === 'Enter' && !onControl ? 'insert' : event.key === 'ArrowLeft' ? 'back' : null;
  if (view !== 'list') return null;
  if (event.key === 'ArrowDown') return 'next';
  if (event.key === 'ArrowUp') return 'previous';
  if (event.key === 'ArrowRight') return 'preview';
  return event.key === 'Enter' && !onControl ? 'insert' : null;
}
