import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon } from '../suggest/views/icons.ts';
import { fill, INTERFACE_LANGUAGES, languageName } from '../words.ts';
import type { SearchBoard } from './board.ts';
import type { Filters } from './controller.ts';

type Choice = [value: string, label: string];

/** One quiet row: what is chosen stands as a chip that takes itself away, the rest as lists. */
export function filterRow(board: SearchBoard): TemplateResult | typeof nothing {
  const { words, strings, search, lang } = board;
  if (!words) return nothing;
  const tags = new Set(search.results.flatMap((result) => result.tags));
  const all: [keyof Filters, string, Choice[]][] = [
    ['lang', words.language, INTERFACE_LANGUAGES.map((code) => [code, languageName(code, lang)])],
    ['tag', words.tag, [...tags].sort().map((tag) => [tag, tag])],
    [
      'state',
      words.state,
      [
        ['validated', strings.validated],
        ['not-validated', strings.notValidated],
        ['wip', strings.wip],
      ],
    ],
    [
      'audience',
      words.audience,
      [
        ['public', words.everyone],
        ['internal', strings.internal],
      ],
    ],
  ];
  return html`<div class="filters" role="group" aria-label=${words.filters}>${all.map(([name, label, choices]) => {
    const chosen = search.filters[name];
    const choose = (value: string | undefined) => search.filter(name, value as never);
    if (chosen) {
      const shown = choices.find(([value]) => value === chosen)?.[1] ?? chosen;
      return html`<button class="chip" aria-label=${fill(words.remove, { name: `${label}: ${shown}` })} @click=${(event: Event) => remove(event, () => choose(undefined))}>${shown}${closeIcon}</button>`;
    }
    if (choices.length === 0) return nothing;
    return html`<select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}>
      <option value="">${label}</option>${choices.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
    </select>`;
  })}</div>`;
}

/** The chip is gone after this: the focus goes on to the words. */
function remove(event: Event, then: () => void): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  then();
  root.querySelector<HTMLElement>('.search [role=combobox]')?.focus();
}

export function recentList({ words, search }: SearchBoard): TemplateResult | typeof nothing {
  const recent = search.recent.all;
  if (!words || recent.length === 0) return nothing;
  return html`<div class="recent">
    <p class="label" id="recent">${words.recent}</p>
    <ul aria-labelledby="recent" role="list">${recent.map((text) => html`<li><button class="quiet" @click=${() => search.again(text)}>${text}</button></li>`)}</ul>
    <button class="quiet" @click=${() => search.forgetRecent()}>${words.forget}</button>
  </div>`;
}
