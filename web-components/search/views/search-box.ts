import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon, searchIcon } from '../../suggest/views/icons.ts';
import type { SearchView } from './view.ts';

/** The field of a combobox whose list the arrow keys walk. */
export function inputView(view: SearchView, onKey: (event: KeyboardEvent) => void): TemplateResult {
  const { controller, strings } = view;
  const { active, results, words } = controller;
  return html`<div class="search-box">
    ${searchIcon}
    <input
      type="text"
      role="combobox"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="1000"
      aria-label=${strings.search}
      aria-expanded=${results.length > 0}
      aria-controls="results"
      aria-autocomplete="list"
      aria-activedescendant=${active >= 0 ? `result-${active}` : nothing}
      placeholder=${strings.hint}
      .value=${words}
      @input=${(event: Event) => controller.type((event.target as HTMLInputElement).value)}
      @keydown=${onKey}
    />
    ${
      words === ''
        ? nothing
        : html`<button class="quiet" aria-label=${strings.clearWords} title=${strings.clearWords} @click=${() => view.search('')}>${closeIcon}</button>`
    }
  </div>`;
}

/** What can be done with the result that the arrow keys stand on, its keys written where they are used. */
export function actionsView(view: SearchView): TemplateResult | typeof nothing {
  const { controller, strings, spoken, hasField } = view;
  if (!controller.chosen) return nothing;
  const place = controller.active;
  const put = spoken ? strings.copyNote : hasField ? strings.keyInsert : strings.keyCopy;
  return html`<div class="chosen">
    <button class=${spoken ? '' : 'main'} data-insert @click=${() => view.insert(place)}>${put} <kbd>${spoken ? 'Ctrl Enter' : 'Enter'}</kbd></button>
    <button class=${spoken ? 'main' : 'quiet'} data-open @click=${() => view.open(place)}>${strings.keyPreview} <kbd>${spoken ? 'Enter' : '→'}</kbd></button>
    <span class="keys" aria-hidden="true"><kbd>↑ ↓</kbd></span>
  </div>`;
}
