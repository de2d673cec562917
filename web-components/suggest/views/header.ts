import { html, nothing, type TemplateResult } from 'lit';
import { INTERFACE_LANGUAGES, languageName } from '../../words.ts';
import type { Panel } from './panel.ts';

/** "Suggested answers   el → You read sv   ?" */
export function header(panel: Panel): TemplateResult {
  const { strings, lang, controller } = panel;
  const { output, input } = controller;
  const shown = input.reads?.[0] ?? lang;
  const offered = [...new Set([...(input.reads ?? []), ...INTERFACE_LANGUAGES])];
  return html`<header part="header">
    <h2>${strings.suggestions}</h2>
    <span class="spacer"></span>
    ${output?.query.asks.length ? html`<span class="from" title=${languageName(output.query.lang, lang)}>${output.query.lang} <span aria-hidden="true">→</span></span>` : nothing}
    <label class="reads"
      ><span>${strings.youRead}</span>
      <select @change=${(event: Event) => panel.setReads((event.target as HTMLSelectElement).value)}>
        ${offered.map((code) => html`<option value=${code} ?selected=${code === shown} title=${languageName(code, lang)}>${code}</option>`)}
      </select>
    </label>
    <button class="quiet key-help" aria-label=${strings.keys} title=${strings.keys} @click=${() => panel.openKeys()}>?</button>
  </header>`;
}
