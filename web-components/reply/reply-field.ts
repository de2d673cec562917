/** A reply box that text can be inserted into. */
export type ReplyField = HTMLTextAreaElement | HTMLInputElement;

/** The host's reply box, or null when the selector names none. A wrong selector is the integrator's to see. */
export function findReplyField(selector: string, near: Node): ReplyField | null {
  if (selector === '') return null;
  const root = near.getRootNode();
  try {
    const scope = root instanceof Document || root instanceof ShadowRoot ? root : document;
    const found = scope.querySelector(selector) ?? document.querySelector(selector);
    return found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement ? found : null;
  } catch {
    console.error(`<erfara-suggest for="${selector}">: not a CSS selector. Give for="#id-of-the-reply-box".`);
    return null;
  }
}

export interface Insertion {
  /** Takes the inserted text out again, leaving what stood there before. */
  undo(): void;
  /** Where the inserted text begins. */
  start: number;
}

/** Replaces the selection by `text`, through the browser's own editing so that the host's undo takes it back. */
export function insertInto(field: ReplyField, text: string): Insertion {
  const before = field.value;
  const start = field.selectionStart ?? before.length;
  const end = field.selectionEnd ?? start;
  const wanted = before.slice(0, start) + text + before.slice(end);
  field.focus();
  field.setSelectionRange(start, end);
  const native = document.execCommand('insertText', false, text) && field.value === wanted;
  if (!native) replaceAll(field, wanted);
  return {
    start,
    undo: () => {
      field.focus();
      if (native && field.value === wanted) document.execCommand('undo');
      if (field.value !== before) replaceAll(field, before);
      field.setSelectionRange(start, end);
    },
  };
}

function replaceAll(field: ReplyField, value: string): void {
  field.setRangeText(value, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}

/** Selects the next of `tokens` from `from`, or the previous one before it; false when there is none. */
export function selectToken(field: ReplyField, tokens: string[], from: number, backwards = false): boolean {
  const places = [...new Set(tokens)].flatMap((token) => placesOf(field.value, token));
  const ahead = backwards
    ? places.filter(([, end]) => end <= from).sort(([, a], [, b]) => b - a)
    : places.filter(([start]) => start >= from).sort(([a], [b]) => a - b);
  const [place] = ahead;
  if (!place) return false;
  field.focus();
  field.setSelectionRange(place[0], place[1]);
  return true;
}

function placesOf(text: string, token: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + token.length)) {
    places.push([at, at + token.length]);
  }
  return places;
}
