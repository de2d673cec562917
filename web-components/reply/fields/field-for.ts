import type { ReplyField } from './field.ts';
import { PlainField } from './plain-field.ts';

/** The field that fits the editor which owns an element. */
export async function fieldFor(element: HTMLElement): Promise<ReplyField> {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return new PlainField(element);
  const { richFieldFor } = await import('./rich-field.ts');
  return richFieldFor(element);
}
