import { html, nothing, type TemplateResult } from 'lit';
import { incidentLines } from '../../incident/incident-lines.ts';
import type { Panel } from './panel.ts';

/** What stands at the top of the panel: running incidents, and answers to the agent's own remarks. */
export function newsView(panel: Panel): TemplateResult {
  const { output } = panel.controller;
  const answer = (each: { id: string; lang: string; title: string }) =>
    html`<button class="link" lang=${each.lang} @click=${() => panel.openArticle(each)}>${each.title}</button>`;
  return html`${output ? incidentLines(output, { ...panel, answer }) : nothing}
    <erfara-remarks .server=${panel.server}></erfara-remarks>`;
}
