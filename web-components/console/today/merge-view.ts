import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words.ts';
import { diffView } from '../room/diff-view.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import type { MergeChoice } from './acting.ts';
import type { TodayWords } from './strings/strings.ts';

/** Files whose diff is drawn. */
const DRAWN = 6;

export interface MergeHost {
  choice: MergeChoice;
  strings: TodayWords;
  common: RoomWords;
  failure: TemplateResult | typeof nothing;
  turn(): void;
  merge(): void;
  close(): void;
}

/** Which of two articles stays, what happens to the files, and the decision. */
export function mergeView({ choice, strings, common, failure, turn, merge, close }: MergeHost): TemplateResult {
  const { from, into, previewed, busy } = choice;
  const submit = (event: Event) => {
    event.preventDefault();
    merge();
  };
  return html`<form @submit=${submit}>
    <div class="sheet"><h2 id="merge-title">${strings.mergeTitle}</h2>
      <fieldset class="field"><legend>${strings.keep}</legend>${[into, from].map(
        (article, i) =>
          html`<label class="row keep"><input type="radio" name="keep" .checked=${i === 0} @change=${turn} /><span lang=${article.lang}>${article.title}</span></label>`,
      )}</fieldset>
      <p class="muted small">“${from.title}”: ${strings.mergeMeans}</p>
      ${failure}
      ${previewed && previewed.lost.length > 0 ? html`<p class="notice bad">${fill(strings.loses, { n: previewed.lost.length })}</p>` : nothing}
      ${previewed?.files.slice(0, DRAWN).map(({ path, to, diff }) => html`<div><p class="small">${path}${to === null ? html` <span class="badge danger">${common.removed}</span>` : nothing}</p>${to === null ? nothing : diffView(diff, common)}</div>`) ?? html`<p class="muted" role="status">${common.loading} …</p>`}
    </div>
    <footer><button type="submit" class="main" ?disabled=${busy || !previewed}>${strings.merge}</button><button type="button" @click=${close}>${common.cancel}</button></footer>
  </form>`;
}
