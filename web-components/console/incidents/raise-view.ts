import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import type { IncidentsController, Raising } from './controller.ts';
import { missingIn } from './incident-view.ts';
import type { IncidentsWords } from './strings/strings.ts';

/** Usual lengths, in hours. */
const LENGTHS = [1, 2, 4, 8];

export interface RaiseHost {
  controller: IncidentsController;
  raising: Raising;
  markets: { code: string; name: string }[];
  strings: IncidentsWords;
  common: RoomWords;
  lang: string;
  failure: TemplateResult | typeof nothing;
  raise(): void;
}

/** What has happened and until when: a choice and one button, since customers are waiting. */
export function raiseView({
  controller,
  raising,
  markets,
  strings,
  common,
  lang,
  failure,
  raise,
}: RaiseHost): TemplateResult {
  const { templates } = controller;
  const { template, until, approvedBy, busy } = raising;
  const chosen = templates.find(({ id }) => id === template);
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  const submit = (event: Event) => {
    event.preventDefault();
    raise();
  };
  const choose = (code: string) =>
    controller.fill({
      markets: raising.markets.includes(code)
        ? raising.markets.filter((each) => each !== code)
        : [...raising.markets, code],
    });
  return html`<form @submit=${submit}>
    <div class="sheet"><h2 id="raise-title">${strings.raise}</h2>
      ${failure}
      <fieldset class="field"><legend>${strings.template}</legend><div class="templates">${templates.map(
        ({ id, title }) =>
          html`<label class="template ${id === template ? 'chosen' : ''}"><input type="radio" name="template" value=${id} .checked=${id === template} @change=${() => controller.fill({ template: id })} />${title}</label>`,
      )}</div></fieldset>
      ${chosen && chosen.missing.length > 0 ? html`<p class="notice bad">${missingIn(chosen.missing, strings, lang)}</p>` : nothing}
      <div class="pair">
        <div class="field"><label for="until">${strings.until}</label>
          <input id="until" type="datetime-local" required .value=${until} @input=${(event: Event) => controller.fill({ until: text(event) })} />
          <div class="row">${LENGTHS.map((n) => html`<button type="button" class="quiet" @click=${() => controller.lasts(n)}>${fill(strings.hours, { n })}</button>`)}</div></div>
        <div class="field"><label for="approved">${strings.approvedBy}</label>
          <input id="approved" required autocomplete="name" .value=${approvedBy} @input=${(event: Event) => controller.fill({ approvedBy: text(event) })} /></div>
      </div>
      <fieldset class="field"><legend>${strings.markets}</legend><div class="row">${markets.map(
        ({ code, name }) =>
          html`<label class="row market"><input type="checkbox" .checked=${raising.markets.includes(code)} @change=${() => choose(code)} />${name}</label>`,
      )}</div></fieldset>
    </div>
    <footer><button type="submit" class="main" ?disabled=${busy || template === ''}>${strings.raiseNow}</button>
      <button type="button" @click=${() => controller.cancel()}>${common.cancel}</button></footer>
  </form>`;
}
