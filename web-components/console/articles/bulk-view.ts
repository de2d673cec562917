import { html, nothing, type TemplateResult } from 'lit';
import type { BulkOutput } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import type { BulkChoice } from '../room/bulk.ts';
import { diffView } from '../room/diff-view.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import type { ArticlesWords } from './strings/strings.ts';

/** Files whose diff is drawn; the others are counted. */
const DRAWN = 12;

export interface BulkSheet {
  choice: BulkChoice;
  previewed: BulkOutput[] | null;
  busy: boolean;
  failure: TemplateResult | typeof nothing;
  folders: string[];
  tags: string[];
  /** The articles chosen, as they are listed. */
  chosen: { id: string; lang: string; title: string }[];
  strings: ArticlesWords;
  common: RoomWords;
  change(choice: BulkChoice): void;
  look(): void;
  apply(): void;
  close(): void;
}

/** One change to many articles: what, what it does to each file, and the button. */
export function bulkView(sheet: BulkSheet): TemplateResult {
  const { choice, previewed, strings, common, busy } = sheet;
  const title = fill(strings[`${choice.verb}Many`], { n: choice.ids.length });
  const ready = choice.verb === 'archive' || choice.words.trim() !== '';
  const files = previewed?.flatMap((output) => output.files) ?? [];
  const lost = previewed?.flatMap((output) => output.lost) ?? [];
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy || !ready) return;
    if (previewed) sheet.apply();
    else sheet.look();
  };
  return html`<form @submit=${submit}>
    <div class="sheet">
      <h2 id="bulk-title">${title}</h2>
      ${choice.verb === 'archive' ? html`<p class="muted">${strings.archiveMeans}</p>` : choice.verb === 'merge' ? kept(sheet) : input(sheet)}
      ${sheet.failure}
      ${
        previewed
          ? html`<div role="status"><p>${files.length === 0 ? strings.nothingChanges : fill(strings.filesChange, { n: files.length })}</p>
              ${lost.length > 0 ? html`<p class="notice bad">${fill(strings.losesQuestions, { n: lost.length })}</p>` : nothing}</div>
            <ul class="files">${files
              .slice(0, DRAWN)
              .map(
                ({ path, to, diff }) =>
                  html`<li><p class="small">${path}${to === null ? html` <span class="badge danger">${common.removed}</span>` : to !== path ? html` → <strong>${to}</strong>` : nothing}</p>${to !== null && diff.length > 0 ? diffView(diff, common) : nothing}</li>`,
              )}</ul>
            ${files.length > DRAWN ? html`<p class="muted small">${fill(strings.andMore, { n: files.length - DRAWN })}</p>` : nothing}`
          : nothing
      }
    </div>
    <footer>
      <button type="submit" class="main" ?disabled=${busy || !ready || (previewed !== null && files.length === 0)}>${previewed ? strings[choice.verb] : strings.look}</button>
      <button type="button" @click=${sheet.close}>${common.cancel}</button>
    </footer>
  </form>`;
}

/** Which of them stays. */
function kept({ choice, strings, chosen, change }: BulkSheet): TemplateResult {
  return html`<fieldset class="field"><legend>${strings.keep}</legend>${chosen.map(
    ({ id, lang, title }) =>
      html`<label class="row"><input type="radio" name="kept" .checked=${choice.words === id} ?autofocus=${choice.words === id} @change=${() => change({ ...choice, words: id })} /><span lang=${lang}>${title}</span></label>`,
  )}</fieldset><p class="muted small">${strings.mergeMeans}</p>`;
}

function input({ choice, strings, folders, tags, change }: BulkSheet): TemplateResult {
  const moving = choice.verb === 'move';
  const onInput = (event: Event) => change({ ...choice, words: (event.target as HTMLInputElement).value });
  return html`<div class="field">
      <label for="bulk-words">${moving ? strings.folder : strings.tags}</label>
      <input id="bulk-words" list="bulk-known" .value=${choice.words} @input=${onInput} autocomplete="off" autofocus placeholder=${moving ? 'articles/baggage' : ''} />
      <datalist id="bulk-known">${(moving ? folders : tags).map((each) => html`<option value=${each}></option>`)}</datalist>
    </div>
    ${
      moving
        ? nothing
        : html`<div class="row">${[false, true].map(
            (remove) =>
              html`<label class="row"><input type="radio" name="how" .checked=${choice.remove === remove} @change=${() => change({ ...choice, remove })} />${remove ? strings.takeAway : strings.add}</label>`,
          )}</div>`
    }`;
}
