/** A reply box that text can be inserted into, whichever editor it is. Places are offsets in `text()`. */
export interface ReplyField {
  /** What holds the focus while the agent writes. */
  readonly element: HTMLElement;
  text(): string;
  /** Where the caret is or was last; the end of the text before the agent has been there. */
  selection(): { start: number; end: number };
  select(start: number, end: number): void;
  /** Replaces the selection, so that the host sees `input` and its undo takes the text back. */
  insert(text: string): Insertion;
  /** Absent where a change stands at once; else resolves when the editor has drawn it. */
  settled?(): Promise<void>;
  focus(): void;
  /** Calls back after every change of the text; returns how to stop. */
  onInput(changed: () => void): () => void;
}

export interface Insertion {
  /** Takes the inserted text out again, leaving what stood there before. */
  undo(): void;
  /** Where the inserted text begins. */
  start: number;
}

/** The host's reply box, or null when the selector names none. A wrong selector is the integrator's to see. */
export function findReplyElement(selector: string, near: Node): HTMLElement | null {
  const found = findOne(selector, near);
  // CKEditor hides what it replaces and stands after it.
  const stand = found?.nextElementSibling?.matches('.ck-editor') ? found.nextElementSibling : found;
  if (stand instanceof HTMLTextAreaElement || stand instanceof HTMLInputElement) return stand;
  if (stand instanceof HTMLElement && stand.isContentEditable) return stand;
  return stand?.querySelector<HTMLElement>('[contenteditable]:not([contenteditable="false"]), textarea') ?? null;
}

/** What a selector names in the root around `near`, else in the page. */
export function findOne(selector: string, near: Node): Element | null {
  if (selector === '') return null;
  const root = near.getRootNode();
  try {
    const scope = root instanceof Document || root instanceof ShadowRoot ? root : document;
    return scope.querySelector(selector) ?? document.querySelector(selector);
  } catch {
    console.error(`Erfara: "${selector}" is not a CSS selector. Give one such as "#id-of-the-reply-box".`);
    return null;
  }
}

const fields = new WeakMap<HTMLElement, Promise<ReplyField>>();

/** The field for a reply box: one for each element, however many ask. The code of an editor is fetched where it is used. */
export function replyFieldOf(element: HTMLElement): Promise<ReplyField> {
  const known = fields.get(element);
  if (known) return known;
  const field = import('./fields/field-for.ts').then(({ fieldFor }) => fieldFor(element));
  fields.set(element, field);
  field.catch(() => fields.delete(element));
  return field;
}
