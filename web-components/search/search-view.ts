import { html, nothing, type TemplateResult } from 'lit';
import { backIcon } from '../suggest/views/back-icon.ts';
import { searchIcon } from '../suggest/views/icons.ts';
import { marked } from '../suggest/views/marked.ts';
import { fill } from '../words.ts';
import type { SearchBoard } from './board.ts';
import { filterRow, recentList } from './filter-view.ts';

/** The agent's own search: a combobox whose list the arrow keys walk. */
export function searchView(board: SearchBoard): TemplateResult {
  const { strings, search, back } = board;
  const { results, active } = search;
  return html`<section class="over search" aria-label=${strings.search}>
    ${back ? html`<div class="bar-row"><button class="quiet" @click=${back}>${backIcon}${strings.back} <kbd>Esc</kbd></button></div>` : nothing}
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
        @keydown=${(event: KeyboardEvent) => onKey(event, board)}
      />
    </div>
    ${filterRow(board)}
    <p class="quiet-line" role="status">${status(board)}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${strings.search}>
      ${search.words === '' ? recentList(board) : nothing}${search.answered && search.total === 0 && !search.failure ? waysOn(board) : nothing}
      <ul id="results" role="listbox" aria-label=${strings.search}>
        ${results.map(
          (result, place) => html`<li
            id="result-${place}"
            role="option"
            aria-selected=${place === active}
            class=${place === active ? 'active' : ''}
            @click=${() => choose(board, place)}
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

function choose({ search, openResult }: SearchBoard, place: number): void {
  search.keep();
  openResult(place);
}

function waysOn({ words, search, capture }: SearchBoard): TemplateResult | typeof nothing {
  if (!words) return nothing;
  const narrowed = Object.keys(search.filters).length > 0;
  return html`<div class="ways-on">
    ${narrowed ? html`<button @click=${() => search.clearFilters()}>${words.clearFilters}</button>` : nothing}
    ${capture ? html`<button @click=${capture}>${words.answerAndSave}</button>` : html`<p>${words.answerAndSave}</p>`}
  </div>`;
}

function status({ search, strings }: SearchBoard): string {
  if (search.failure) return search.failure.kind === 'unreachable' ? strings.notConnected : search.failure.message;
  if (!search.answered) return '';
  return search.total === 0 ? strings.searchEmpty : fill(strings.searchCount, { n: search.total });
}

function onKey(event: KeyboardEvent, board: SearchBoard): void {
  const { search } = board;
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') search.move(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter' && search.active >= 0) choose(board, search.active);
  else if (event.key === 'Enter') void search.search();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
