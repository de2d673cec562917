import type { ReplyField } from './fields/field.ts';

export type { Insertion, ReplyField } from './fields/field.ts';

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
