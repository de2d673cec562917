/** What a key means in the search box. */
export type ListKey = { step: number } | 'insert' | 'first-way' | 'open' | null;

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };

/** `first-way` is Enter alone: it inserts, or opens what is read aloud. The right arrow opens once the caret is at the end. */
export function listKey(event: KeyboardEvent): ListKey {
  if (event.isComposing || event.altKey) return null;
  const { value, selectionStart, selectionEnd } = event.target as HTMLInputElement;
  const atEnd = selectionStart === value.length && selectionEnd === value.length;
  const isCommand = event.ctrlKey || event.metaKey;
  const step = STEPS[event.key];
  if (step !== undefined) return { step };
  if (event.key === 'Enter') return isCommand ? 'insert' : 'first-way';
  return event.key === 'ArrowRight' && atEnd && !isCommand && !event.shiftKey ? 'open' : null;
}
