import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words.ts';
import { backIcon } from './back-icon.ts';
import { searchIcon } from './icons.ts';
import { marked } from './marked.ts';
import type { Panel } from './panel.ts';

/** The agent's own search: a combobox whose list the arrow keys walk. */
export function searchView(panel: Panel): TemplateResult {
  const { strings, controller } = panel;
  const { search } = controller;
  const { results, active } = search;
  return html`<section class="over search" aria-label=${strings.search}>
    <div class="bar-row">
      <button class="quiet" @click=${() => panel.back()}>${backIcon}${strings.back} <kbd>Esc</kbd></button>
    </div>
    <div class="search-box">
      ${searchIcon}
      <input
        type="text"
        role="combobox"
        data-focus
        autocomplete="off"
        aria-label=${strings.search}
        aria-expanded=${results.length > 0}
        aria-controls="results"
        aria-autocomplete="list"
        aria-activedescendant=${active >= 0 ? `result-${active}` : nothing}
        placeholder=${strings.searchHint}
        .value=${search.words}
        @input=${(event: Event) => search.type((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => onKey(event, panel)}
      />
    </div>
    <p class="quiet-line" role="status">${status(panel)}</p>
    <div class="scroll">
      <ul id="results" role="listbox" aria-label=${strings.search}>
        ${results.map(
          (result, place) => html`<li
            id="result-${place}"
            role="option"
            aria-selected=${place === active}
            class=${place === active ? 'active' : ''}
            @click=${() => panel.openResult(place)}
          >
            <span class="result-title" lang=${result.lang}>${result.title}</span>
            <span class="line">${result.audience === 'internal' ? html`<span class="badge internal">${strings.internal}</span>` : nothing}${
              result.why[0]
                ? html`<span lang=${result.why[0].lang}>${marked(result.why[0].text, result.why[0].highlights)}</span>`
                : nothing
            }</span>
          </li>`,
        )}
      </ul>
    </div>
  </section>`;
}

function status({ controller, strings }: Panel): string {
  const { search } = controller;
  if (search.failure) return search.failure.kind === 'unreachable' ? strings.notConnected : search.failure.message;
  if (!search.answered) return '';
  return search.total === 0 ? strings.searchEmpty : fill(strings.searchCount, { n: search.total });
}

function onKey(event: KeyboardEvent, panel: Panel): void {
  const { search } = panel.controller;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') search.move(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter' && search.active >= 0) panel.openResult(search.active);
  else if (event.key === 'Enter') void search.search();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
