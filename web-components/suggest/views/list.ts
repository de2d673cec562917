import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';
import { card } from './card.ts';
import type { Panel } from './panel.ts';

/** The suggestions, or what stands in their place. */
export function listView(panel: Panel): unknown {
  const { controller, strings } = panel;
  const { suggestions, phase, reason } = controller;
  if (phase === 'waiting' && !controller.output && !controller.lost) return skeleton(strings);
  if (suggestions.length > 0) {
    return html`
      ${controller.quiet ? html`<p class="quiet-line">${strings.noQuestion}</p>` : nothing}
      <ol class="cards" role="list">${cards(panel)}</ol>
      <button class="quiet none-fit" @click=${() => panel.noneFit()}>${strings.noneFit}</button>
    `;
  }
  if (!controller.output)
    return html`${phase === 'idle' ? html`<p class="quiet-line">${strings.emptyQuery}</p>` : nothing}`;
  if (!controller.noneFit && !controller.allPutAway) {
    if (reason === 'no-question') return html`<p class="quiet-line">${strings.noQuestion}</p>`;
    if (reason === 'empty-query') return html`<p class="quiet-line">${strings.emptyQuery}</p>`;
  }
  return panel.nothingFits();
}

/** One card after another; where the customer asked several things, below the words that each answers. */
function cards(panel: Panel): unknown {
  const { suggestions, output } = panel.controller;
  const { asks = [], lang = '' } = output?.query ?? {};
  const all = suggestions.map((each, place) => card(each, place, panel));
  if (asks.length < 2) return all;
  return asks.map(({ id, text }) => {
    const its = all.filter((_, place) => suggestions[place]?.ask === id);
    const none = output?.abstentions.some(({ ask }) => ask === id);
    if (its.length === 0 && !none) return nothing;
    return html`<li class="notice" lang=${lang}>${text}</li>${its}${none ? html`<li class="quiet-line">${panel.strings.noAnswer}</li>` : nothing}`;
  });
}

function skeleton(strings: Strings): TemplateResult {
  return html`<div class="skeleton" role="img" aria-label=${strings.loading}>
    <i class="w-70"></i><i class="w-90 thin"></i><i class="block"></i><i class="w-40 thin"></i><i class="w-60 gap"></i><i class="w-80 thin"></i>
  </div>`;
}
