import { html, type TemplateResult } from 'lit';
import type { ArticleRow } from '../../../server/http/contract.ts';

const MOST = 6;

/** An article somebody chose. */
export interface Picked {
  id: string;
  lang: string;
  title: string;
}

export interface Picker {
  words: string;
  picked: Picked | null;
}

/** Articles whose ids or titles hold every word, in the language asked for where they have it. */
export function pickable(rows: ArticleRow[], words: string, lang: string): Picked[] {
  const asked = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return rows
    .flatMap(({ id, texts }) => {
      const said = `${id} ${texts.map(({ title }) => title).join(' ')}`.toLocaleLowerCase();
      const text = texts.find((each) => each.lang === lang) ?? texts[0];
      return text && asked.every((word) => said.includes(word)) ? [{ id, lang: text.lang, title: text.title }] : [];
    })
    .slice(0, MOST);
}

/** A search for one article, the chosen one first. */
export function pickerView(
  { words, picked }: Picker,
  found: Picked[],
  by: { label: string; change: (picker: Picker) => void },
): TemplateResult {
  const shown = [...(picked ? [picked] : []), ...found.filter(({ id }) => id !== picked?.id)];
  return html`<div class="field"><label for="pick">${by.label}</label>
      <input id="pick" type="search" autocomplete="off" .value=${words} @input=${(event: Event) => by.change({ picked, words: (event.target as HTMLInputElement).value })} /></div>
    <div class="picks" role="radiogroup" aria-label=${by.label}>${shown.map(
      (each) =>
        html`<label class="row pick"><input type="radio" name="picked" .checked=${each.id === picked?.id} @change=${() => by.change({ words, picked: each })} /><span lang=${each.lang}>${each.title}</span></label>`,
    )}</div>`;
}
