import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words.ts';
import { offlineIcon } from './icons.ts';
import type { Panel } from './panel.ts';

/** What stands above the list: a lost connection, and what makes answers poorer than usual. */
export function notices(panel: Panel): TemplateResult {
  return html`
    ${connection(panel)} ${degraded(panel)} ${unkept(panel)}
  `;
}

function connection({ controller, strings }: Panel): TemplateResult | typeof nothing {
  if (controller.refused) {
    const { message, requestId } = controller.refused;
    return html`<div class="notice danger"><p>${strings.refused} <span lang="en">${message}</span> ${requestId ? html`<code>${requestId}</code>` : nothing}</p></div>`;
  }
  const { lost, countdown } = controller;
  if (!lost) return nothing;
  const { left } = countdown;
  const what = lost.kind === 'busy' ? strings.notReady : strings.notConnected;
  return html`<div class="notice lost">
    ${offlineIcon}
    <p>${what} <span class="number">${left === null ? strings.trying : fill(strings.tryingAgain, { n: left })}</span></p>
    <button class="quiet" ?disabled=${left === null} @click=${() => controller.tryNow()}>${strings.tryNow}</button>
  </div>`;
}

function degraded({ controller, strings }: Panel): TemplateResult | typeof nothing {
  const { output } = controller;
  const state = output?.degraded ?? (output?.mode === 'keyword' ? 'no-model' : null);
  if (!state || controller.lost) return nothing;
  const texts: Record<string, string> = {
    'no-model': strings.keywordMode,
    rebuilding: strings.rebuilding,
    busy: strings.busy,
  };
  const text = texts[state];
  return text ? html`<div class="notice"><p>${text}</p></div>` : nothing;
}

function unkept({ controller, strings }: Panel): TemplateResult | typeof nothing {
  return controller.input.keep === false ? html`<div class="notice"><p>${strings.nothingKept}</p></div>` : nothing;
}
