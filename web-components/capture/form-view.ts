import { html, nothing, type TemplateResult } from 'lit';
import { marketName } from '../market-name.ts';
import { INTERFACE_LANGUAGES, languageName } from '../words.ts';
import type { CaptureController } from './controller.ts';
import { cutAtTokens } from './replaced.ts';
import type { CaptureWords } from './strings/strings.ts';
import { tokenName } from './token-names.ts';

export interface CaptureView {
  controller: CaptureController;
  strings: CaptureWords;
  /** The interface's language. */
  lang: string;
}

/** One of the two fields; what stands for personal data is marked in it. */
export function wordsField(field: 'question' | 'solution', view: CaptureView): TemplateResult {
  const { controller, strings } = view;
  const value = controller.fields[field];
  const missing = controller.missing === field;
  const label = field === 'question' ? strings.asked : strings.solved;
  const tokens = [...new Set(controller.replaced.map(({ text }) => text))];
  return html`<div class="field">
    <label for=${field}>${label}</label>
    <div class="marked">
      <div class="behind" aria-hidden="true" lang=${controller.language}>${cutAtTokens(value, tokens).map(
        ({ text, token }) => (token ? html`<mark>${text}</mark>` : text),
      )}${'\u200b'}</div>
      <textarea id=${field} lang=${controller.language} maxlength=${field === 'question' ? 2000 : 10000} spellcheck="true"
        aria-invalid=${missing} aria-describedby="replaced ${missing ? `${field}-missing` : ''}" .value=${value}
        @input=${(event: Event) => controller.edit(field, (event.target as HTMLTextAreaElement).value)}
        @blur=${() => controller.left()}></textarea>
    </div>
    ${missing ? html`<p class="wrong" id="${field}-missing">${field === 'question' ? strings.needAsked : strings.needSolved}</p>` : nothing}
  </div>`;
}

/** "Replaced  (order number) was AB-123456": seen by the agent, never sent or kept. */
export function replacedView({ controller, strings }: CaptureView): TemplateResult | typeof nothing {
  if (controller.replaced.length === 0) return html`<div id="replaced" hidden></div>`;
  return html`<div class="replaced" id="replaced">
    <span>${strings.replaced}:</span>
    ${controller.replaced.map(
      ({ text, was }) =>
        html`<span><span class="chip">${tokenName(text, strings)}</span>${was === null ? nothing : html` ${strings.stoodFor} ${was}`}</span>`,
    )}
  </div>`;
}

/** Title, tags, language, market and audience. */
export function moreView(view: CaptureView): TemplateResult {
  const { controller, strings, lang } = view;
  const codes = [...new Set([controller.language, ...INTERFACE_LANGUAGES])].filter(Boolean);
  return html`<details>
    <summary>${strings.more}</summary>
    <div class="rest">
      <div class="field">
        <label for="title">${strings.titleField}</label>
        <input id="title" maxlength="200" lang=${controller.language} placeholder=${controller.madeTitle} .value=${controller.fields.title}
          @input=${(event: Event) => controller.edit('title', (event.target as HTMLInputElement).value)}
          @blur=${() => controller.left()} />
      </div>
      <div class="field">
        <label for="tags">${strings.tags} <span class="hint">${strings.tagsHint}</span></label>
        <input id="tags" maxlength="200" .value=${controller.fields.tags}
          @input=${(event: Event) => controller.edit('tags', (event.target as HTMLInputElement).value)} />
      </div>
      <div class="pair">
        <div class="field">
          <label for="language">${strings.language}</label>
          <select id="language" @change=${(event: Event) => controller.setLanguage((event.target as HTMLSelectElement).value)}>
            ${codes.map((code) => html`<option value=${code} ?selected=${code === controller.language}>${languageName(code, lang)}</option>`)}
          </select>
        </div>
        ${marketField(view)}
      </div>
      <p class="row"><span class="label">${strings.audience}</span><span class="badge internal">${strings.internal}</span></p>
    </div>
  </details>`;
}

function marketField({ controller, strings, lang }: CaptureView): TemplateResult | typeof nothing {
  const { givenMarket: given, market } = controller;
  if (given === '') return nothing;
  return html`<div class="field">
    <label for="market">${strings.market}</label>
    <select id="market" @change=${(event: Event) => {
      controller.market = (event.target as HTMLSelectElement).value;
    }}>
      <option value=${given} ?selected=${market === given}>${marketName(given, lang)}</option>
      <option value="" ?selected=${market === ''}>${strings.allMarkets}</option>
    </select>
  </div>`;
}
