import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon } from '../../suggest/views/icons.ts';
import { fill, INTERFACE_LANGUAGES, languageName } from '../../words.ts';
import { FILTERS, type FilterName } from '../controller.ts';
import type { SearchView } from './view.ts';

const STATES = ['validated', 'not-validated', 'archived'];
const AUDIENCES = ['public', 'customer', 'partner', 'internal'];

/** What narrows the search: each is a quiet choice, and a chip to take away once it is made. */
export function filtersView(view: SearchView): TemplateResult {
  const { controller, strings } = view;
  return html`<div class="filters" role="group" aria-label=${strings.filters}>
    ${FILTERS.map((name) => (controller.filters[name] === undefined ? choice(name, view) : chip(name, view)))}
    ${
      Object.keys(controller.filters).length > 1
        ? html`<button class="quiet" @click=${() => clearAll(view)}>${strings.clearFilters}</button>`
        : nothing
    }
  </div>`;
}

function choice(name: FilterName, view: SearchView): TemplateResult | typeof nothing {
  const values = valuesOf(name, view);
  if (values.length === 0) return nothing;
  const { controller, strings } = view;
  const choose = (event: Event): void => {
    controller.filter(name, (event.target as HTMLSelectElement).value);
    view.focusOn(`[data-filter=${name}]`);
  };
  return html`<select data-filter=${name} aria-label=${strings[name]} @change=${choose}>
    <option value="" selected>${strings[name]}</option>
    ${values.map((value) => html`<option value=${value}>${nameOf(name, value, view)}</option>`)}
  </select>`;
}

function chip(name: FilterName, view: SearchView): TemplateResult {
  const { controller, strings } = view;
  const value = nameOf(name, controller.filters[name] ?? '', view);
  const label = fill(strings.removeFilter, { name: strings[name], value });
  const remove = (): void => {
    controller.filter(name, '');
    view.focusOn(`[data-filter=${name}]`);
  };
  return html`<button class="chip" data-filter=${name} aria-label=${label} title=${label} @click=${remove}>${value}${closeIcon}</button>`;
}

function clearAll(view: SearchView): void {
  view.controller.clearFilters();
  view.focusOn('input');
}

function valuesOf(name: FilterName, { controller, lang }: SearchView): string[] {
  if (name === 'state') return STATES;
  if (name === 'audience') return AUDIENCES;
  if (name === 'tag') return [...controller.tags].sort((a, b) => a.localeCompare(b, lang));
  const found = controller.results.flatMap(({ languages }) => languages);
  return [...new Set([...INTERFACE_LANGUAGES, ...(controller.where.reads ?? []), ...found])];
}

/** A value this client does not know yet is told as it is. */
function nameOf(name: FilterName, value: string, { strings, lang }: SearchView): string {
  if (name === 'lang') return languageName(value, lang);
  return name === 'tag' ? value : ((strings as Record<string, string>)[value] ?? value);
}
