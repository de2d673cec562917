import { html, nothing, type TemplateResult } from 'lit';
import { fill, languageName } from '../../words.ts';
import type { BulkVerb } from '../room/bulk.ts';
import type { LiveArticles } from '../room/live-articles.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { wordFor } from '../room/word-for.ts';
import type { ArticlesController } from './controller.ts';
import type { Filters } from './filtering.ts';
import type { ArticlesWords } from './strings/strings.ts';

const STATES = ['validated', 'not-validated', 'wip', 'archived'];
const KINDS = ['faq', 'case', 'procedure', 'guideline', 'incident'];

interface FilterHost {
  controller: ArticlesController;
  bank: LiveArticles;
  strings: ArticlesWords;
  common: RoomWords;
  lang: string;
  bulk(verb: BulkVerb): void;
}

/** What narrows the list, and what is done with what is chosen in it. */
export function filterView({ controller, bank, strings, common, lang, bulk }: FilterHost): TemplateResult {
  const { filters, chosen } = controller;
  const select = (name: keyof Filters, label: string, options: [string, string][]) =>
    html`<select aria-label=${label} @change=${(event: Event) =>
      controller.narrow({ [name]: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${filters[name] === ''}>${label}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${filters[name] === value}>${text}</option>`)}
    </select>`;
  const words = (codes: string[]) => codes.map((code): [string, string] => [code, wordFor(code, common)]);
  return html`<div class="filters">
    <input type="search" aria-label=${strings.search} placeholder=${strings.search} .value=${filters.words} @input=${(
      event: Event,
    ) => controller.narrow({ words: (event.target as HTMLInputElement).value })} />
    ${select(
      'lang',
      strings.allLanguages,
      bank.desk.languages.map(({ code }) => [code, languageName(code, lang)]),
    )}
    ${select('state', strings.allStates, words(STATES))}
    ${select('kind', strings.allKinds, words(KINDS))}
    ${select(
      'owner',
      strings.allOwners,
      bank.owners.map((owner) => [owner, owner]),
    )}
    ${
      chosen.size === 0
        ? nothing
        : html`<div class="bar"><strong>${fill(strings.chosen, { n: chosen.size })}</strong>
            ${verbsFor(chosen.size).map((verb) => html`<button type="button" @click=${() => bulk(verb)}>${strings[verb]}</button>`)}
            <button type="button" class="quiet" @click=${() => controller.chooseAll()}>${strings.chooseAll}</button>
            <button type="button" class="quiet" @click=${() => controller.forget()}>${strings.chooseNone}</button></div>`
    }
  </div>`;
}

/** Two at least are merged. */
function verbsFor(chosen: number): BulkVerb[] {
  return chosen > 1 ? ['tag', 'move', 'archive', 'merge'] : ['tag', 'move', 'archive'];
}
