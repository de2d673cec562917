import { html, type TemplateResult } from 'lit';
import { backIcon } from './back-icon.ts';
import type { Panel } from './panel.ts';

/** The keys, listed. */
export function keysView(panel: Panel, chord: string): TemplateResult {
  const { strings } = panel;
  const rows: [string, string][] = [
    [chord.replaceAll('+', ' '), strings.keyMove],
    ['↑ ↓', strings.keyNext],
    ['Enter', strings.keyInsert],
    ['→', strings.keyPreview],
    ['Esc', strings.keyBack],
    ['Tab', strings.tabThrough],
    ['?', strings.keyHelp],
  ];
  return html`<section class="over keys" aria-label=${strings.keys}>
    <div class="bar-row"><button class="quiet" data-focus @click=${() => panel.back()}>${backIcon}${strings.back} <kbd>Esc</kbd></button></div>
    <dl>${rows.map(([key, what]) => html`<div><dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>
  </section>`;
}
