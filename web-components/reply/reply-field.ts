import type { ReplyField } from './fields/field.ts';

export type { Insertion, ReplyField } from './fields/field.ts';

/** The host's reply box, or null when the selector names none. A wrong selector is the integrator's to see. */
export function findReplyElement(selector: string, near: Node): HTMLElement | null {
  const boxes = findAll(selector, near).flatMap((found) => boxIn(found) ?? []);
  // A tool with several conversations open keeps the boxes of the others hidden.
  return (boxes.length > 1 && boxes.find((box) => box.checkVisibility?.())) || (boxes[0] ?? null);
}

function boxIn(found: Element): HTMLElement | null {
  // CKEditor, Summernote, TinyMCE and Trix stand after what they take the place of.
  const { nextElementSibling: next } = found;
  const stand = (next?.matches('.ck-editor,.note-editor,.tox,.cke,trix-editor') ? next : found) as HTMLElement;
  if (stand.isContentEditable || stand.matches('textarea, input')) return stand;
  const inside = (selector: string) => (stand.shadowRoot ?? stand).querySelector(selector) as HTMLElement | null;
  const body = (inside('iframe') as HTMLIFrameElement | null)?.contentDocument?.body;
  return (
    inside('[contenteditable]:not([contenteditable="false"])') ?? (body?.isContentEditable ? body : inside('textarea'))
  );
}

/** A box that is shut, as while a reply is being sent, stays the reply box: nothing is put into it. */
export function isWritable(box: HTMLElement | null | undefined): boolean {
  return box != null && !box.matches('textarea:read-only, input:read-only');
}

/** All that a selector names in the root around `near`, else in the page. */
export function findAll(selector: string, near: Node): Element[] {
  if (selector === '') return [];
  const root = near.getRootNode();
  try {
    const found = root instanceof ShadowRoot ? root.querySelectorAll(selector) : [];
    return [...(found.length > 0 ? found : document.querySelectorAll(selector))];
  } catch {
    if (!wrong.has(selector))
      console.error(`Erfara: "${selector}" is not a CSS selector. Give one such as "#id-of-the-reply-box".`);
    wrong.add(selector);
    return [];
  }
}

const wrong = new Set<string>();

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
