import { html, nothing, type TemplateResult } from 'lit';
import type { Inserter } from '../../reply/inserter.ts';
import type { Strings } from '../strings/strings.ts';

/** "Inserted — Undo Ctrl Z", until the next action. */
export function toastView(inserter: Inserter, strings: Strings): TemplateResult | typeof nothing {
  const { toast } = inserter;
  if (!toast) return nothing;
  if (toast.kind !== 'inserted') return html`<div class="toast"><span>${strings[toast.kind]}</span></div>`;
  return html`<div class="toast">
    <span>${strings.inserted}${toast.blanks ? html`<small>${strings.tabThrough}</small>` : nothing}</span>
    <button @click=${() => inserter.box.undo()}>${strings.undo} <kbd>Ctrl Z</kbd></button>
  </div>`;
}
