import { html, type nothing, type TemplateResult } from 'lit';
import { languageName } from '../../words.ts';
import { wordFor } from '../room/word-for.ts';
import type { EditorHost } from './host.ts';
import { idFrom } from './skeleton.ts';

const KINDS = ['faq', 'case', 'procedure', 'guideline'];

export interface NewArticle {
  title: string;
  /** '' = made from the title. */
  id: string;
  lang: string;
  kind: string;
  folder: string;
}

export interface NewHost extends Pick<EditorHost, 'strings' | 'common' | 'lang' | 'bank'> {
  draft: NewArticle;
  failure: TemplateResult | typeof nothing;
  change(draft: Partial<NewArticle>): void;
  begin(): void;
}

/** What a new article is called and where it lies; everything else is written in the editor. */
export function newView(host: NewHost): TemplateResult {
  const { strings, common, bank, draft, change } = host;
  const id = draft.id || idFrom(draft.title);
  const taken = bank.row(id) !== null;
  const wrong = id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);
  const said = taken ? strings.addressTaken : wrong ? strings.addressWrong : '';
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  const submit = (event: Event) => {
    event.preventDefault();
    if (id !== '' && said === '' && draft.title.trim() !== '') host.begin();
  };
  return html`<form class="page new" @submit=${submit}>
    <div class="head"><h1>${strings.newTitle}</h1><p>${strings.newHint}</p></div>
    ${host.failure}
    <div class="field"><label for="n-title">${strings.title}</label>
      <input id="n-title" required autocomplete="off" lang=${draft.lang} .value=${draft.title} @input=${(event: Event) => change({ title: text(event) })} /></div>
    <div class="pair">
      <div class="field"><label for="n-lang">${common.language}</label>
        <select id="n-lang" @change=${(event: Event) => change({ lang: text(event) })}>${bank.desk.languages.map(
          ({ code }) =>
            html`<option value=${code} ?selected=${code === draft.lang}>${languageName(code, host.lang)}</option>`,
        )}</select></div>
      <div class="field"><label for="n-kind">${common.kind}</label>
        <select id="n-kind" @change=${(event: Event) => change({ kind: text(event) })}>${KINDS.map(
          (kind) => html`<option value=${kind} ?selected=${kind === draft.kind}>${wordFor(kind, common)}</option>`,
        )}</select></div>
    </div>
    <div class="pair">
      <div class="field"><label for="n-folder">${strings.folder}</label>
        <input id="n-folder" list="folders" autocomplete="off" .value=${draft.folder} @input=${(event: Event) => change({ folder: text(event) })} />
        <datalist id="folders">${bank.folders.map((folder) => html`<option value=${folder}></option>`)}</datalist></div>
      <div class="field"><label for="n-id">${strings.address}</label>
        <input id="n-id" class="code" autocomplete="off" aria-describedby="n-wrong" aria-invalid=${said !== ''} .value=${id} @change=${(event: Event) => change({ id: text(event) })} />
        <p id="n-wrong" class="tiny wrong" role="status">${said}</p></div>
    </div>
    <div class="row"><button type="submit" class="main">${strings.begin}</button><a class="button" href="#/articles">${common.cancel}</a></div>
  </form>`;
}
