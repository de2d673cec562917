/** A key with its modifiers, as in `Control+Shift+Space`. */
export interface Chord {
  code: string;
  control: boolean;
  shift: boolean;
  alt: boolean;
  meta: boolean;
}

/** Reads `Ctrl+Shift+Space` or `Alt+K`; null when it names no key or no modifier. */
export function parseChord(text: string): Chord | null {
  const parts = text.split('+').map((part) => part.trim().toLowerCase());
  const key = parts.pop() ?? '';
  const has = (...names: string[]) => parts.some((part) => names.includes(part));
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : capital(key);
  const chord = {
    code,
    control: has('ctrl', 'control'),
    shift: has('shift'),
    alt: has('alt', 'option'),
    meta: has('meta', 'cmd', 'command'),
  };
  return key !== '' && (chord.control || chord.alt || chord.meta) ? chord : null;
}

export function matchesChord(event: KeyboardEvent, chord: Chord | null): boolean {
  if (!chord) return false;
  return (
    event.code === chord.code &&
    event.ctrlKey === chord.control &&
    event.shiftKey === chord.shift &&
    event.altKey === chord.alt &&
    event.metaKey === chord.meta
  );
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
