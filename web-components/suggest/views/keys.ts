import { html, nothing, type TemplateResult } from 'lit';
import { ACTIONS, keyOf } from './action-menu.ts';
import { backIcon } from './back-icon.ts';
import type { Panel } from './panel.ts';

/** The keys, listed; single ones only where they are switched on. */
export function keysView(panel: Panel, chord: string): TemplateResult {
  const { strings, singleKeys } = panel;
  const always: [string, string][] = [
    [chord.replaceAll('+', ' '), strings.keyMove],
    ['↑ ↓', strings.keyNext],
    ['Enter', strings.keyInsert],
    ['→', strings.keyPreview],
    ['Esc', strings.keyBack],
    ['Tab', strings.tabThrough],
    ['Ctrl Z', strings.undo],
  ];
  const single: [string, string][] = [
    ['1 2 3', strings.keyGoTo],
    ...ACTIONS.map((action): [string, string] => [keyOf(action), strings[action.name]]),
    ['S', strings.search],
    ['N', strings.noneFit],
    ['M', strings.more],
    ['?', strings.keyHelp],
  ];
  return html`<section class="over keys" aria-label=${strings.keys}>
    <div class="bar-row"><button class="quiet" data-focus @click=${() => panel.back()}>${backIcon}${strings.back} <kbd>Esc</kbd></button></div>
    <div class="scroll" tabindex="0" role="group" aria-label=${strings.keys}>
      <dl>${[...always, ...(singleKeys ? single : [])].map(([key, what]) => html`<div><dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>
      ${singleKeys ? nothing : html`<p class="quiet-line">${strings.keysOff}</p>`}
    </div>
  </section>`;
}
