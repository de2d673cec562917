import { html, type TemplateResult } from 'lit';
import { fill, languageOf } from '../../words.ts';
import type { LiveArticles } from '../room/live-articles.ts';
import { placesFor } from './palette.ts';
import { ROOMS, type RoomName } from './routes.ts';
import type { ShellWords } from './strings/strings.ts';

export interface PaletteHost extends HTMLElement {
  /** The words asked for; null while it is closed. */
  asked: string | null;
  chosen: number;
  readonly bank: LiveArticles;
  ask(words: string | null): void;
  go(path: string): void;
  requestUpdate(): void;
}

/** A line to go anywhere from: rooms and articles by their names. */
export function paletteView(host: PaletteHost, strings: ShellWords): TemplateResult {
  const names = Object.fromEntries(ROOMS.map((name) => [name, strings[name]])) as Record<RoomName, string>;
  const places = host.asked === null ? [] : placesFor(host.asked, host.bank, { names, lang: languageOf(host) });
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = places[host.chosen];
    if (step && places.length > 0) host.chosen = (host.chosen + step + places.length) % places.length;
    else if (event.key === 'Enter' && place) host.go(place.path);
    else return;
    event.preventDefault();
    host.requestUpdate();
  };
  const onInput = (event: Event) => host.ask((event.target as HTMLInputElement).value);
  return html`<dialog class="palette" aria-label=${strings.goTo} @close=${() => host.asked !== null && host.ask(null)} @click=${(
    event: Event,
  ) => event.target === event.currentTarget && host.ask(null)}>
    <input role="combobox" aria-expanded="true" aria-controls="places" aria-activedescendant=${places.length > 0 ? `place-${host.chosen}` : ''} aria-label=${strings.goToHint} aria-describedby="with-day" placeholder=${strings.goToHint} autocomplete="off" .value=${host.asked ?? ''} @input=${onInput} @keydown=${onKey} />
    <ul id="places" role="listbox" aria-label=${strings.goTo}>${places.map(
      ({ title, more, path }, i) =>
        html`<li id="place-${i}" role="option" aria-selected=${i === host.chosen} @click=${() => host.go(path)}><span>${title}</span><span>${more}</span></li>`,
    )}</ul>
    ${places.length === 0 ? html`<p>${strings.nothing}</p>` : ''}
    <p id="with-day">${fill(strings.withDay, { day: new Date().toISOString().slice(0, 10) })}</p>
  </dialog>`;
}
