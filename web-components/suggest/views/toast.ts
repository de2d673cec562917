import { html, nothing, type TemplateResult } from 'lit';
import type { Inserter } from '../../reply/inserter.ts';
import { toastText } from '../../reply/toast.ts';
import type { Strings } from '../strings/strings.ts';

/** "Inserted — Undo Ctrl Z", until the next action. A suggestion put away may be told why. */
export function toastView(inserter: Inserter, strings: Strings): TemplateResult | typeof nothing {
  const { toast } = inserter;
  if (!toast) return nothing;
  const { kind, blanks, undo, because } = toast;
  const grave = kind === 'blanksHeld' || kind === 'blanksSent' || kind === 'copyRefused';
  const reasons = {
    'off-topic': strings.reasonTopic,
    outdated: strings.reasonOutdated,
    unclear: strings.reasonUnclear,
  };
  return html`<div class="toast ${grave ? 'grave' : ''}" part="toast">
    <span>${toastText(toast, strings)}${blanks ? html`<small>${strings.tabThrough}</small>` : nothing}${
      because
        ? html`<span class="reasons" role="group" aria-label=${strings.hiddenWhy}>${Object.entries(reasons).map(
            ([reason, label]) => html`<button class="quiet" @click=${() => because(reason)}>${label}</button>`,
          )}</span>`
        : nothing
    }</span>
    ${undo ? html`<button @click=${undo}>${strings.undo} <kbd>Ctrl Z</kbd></button>` : nothing}
  </div>`;
}
