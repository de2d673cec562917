import { html, nothing, type TemplateResult } from 'lit';
import type { AbstentionReason } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import type { Strings } from '../strings/strings.ts';
import { card } from './card.ts';
import { searchIcon } from './icons.ts';
import type { Panel } from './panel.ts';

/** The suggestions, or what stands in their place. */
export function listView(panel: Panel): TemplateResult {
  const { controller, strings } = panel;
  const { suggestions, phase } = controller;
  if (phase === 'waiting' && !controller.output && !controller.lost) return skeleton(strings);
  if (suggestions.length > 0) {
    return html`
      ${controller.quiet ? html`<p class="quiet-line">${strings.noQuestion}</p>` : nothing}
      <ol class="cards" role="list">${suggestions.map((suggestion, place) => card(suggestion, place, panel))}</ol>
      <button class="quiet none-fit" @click=${() => panel.noneFit()}>${strings.noneFit}</button>
    `;
  }
  if (controller.noneFit) return nothingFits(strings.noneFitThanks, panel);
  if (!controller.output)
    return html`${phase === 'idle' ? html`<p class="quiet-line">${strings.emptyQuery}</p>` : nothing}`;
  if (controller.reason === 'no-question') return html`<p class="quiet-line">${strings.noQuestion}</p>`;
  if (controller.reason === 'empty-query') return html`<p class="quiet-line">${strings.emptyQuery}</p>`;
  return nothingFits(reasonText(controller.reason, strings), panel);
}

function nothingFits(reason: string, panel: Panel): TemplateResult {
  const { strings, controller } = panel;
  return html`<div class="empty" part="empty">
    <h3>${strings.noAnswer}</h3>
    <p>${reason}</p>
    <div class="actions">
      <button class="main" @click=${() => panel.openSearch()}>${searchIcon}${strings.search}</button>
    </div>
    ${controller.noneFit ? nothing : html`<details><summary>${strings.why}</summary><p>${score(panel)}</p></details>`}
  </div>`;
}

/** The only place where a score is shown. */
function score({ controller, strings }: Panel): string {
  const abstention = controller.output?.abstentions[0];
  const nearest = abstention?.nearest;
  if (!nearest || nearest.relevance === null || abstention?.bar === undefined) return strings.noScore;
  const percent = (share: number) => Math.round(share * 100);
  return fill(strings.nearest, {
    title: nearest.title,
    score: percent(nearest.relevance),
    bar: percent(abstention.bar),
  });
}

/** A reason this client does not know yet is told as the most common one. */
function reasonText(reason: AbstentionReason | null, strings: Strings): string {
  const texts: Partial<Record<AbstentionReason, string>> = {
    'nothing-in-scope': strings.nothingInScope,
    'other-market': strings.otherMarket,
    'no-model': strings.noModelFits,
  };
  return (reason && texts[reason]) ?? strings.belowBar;
}

function skeleton(strings: Strings): TemplateResult {
  return html`<div class="skeleton" role="img" aria-label=${strings.loading}>
    <i class="w-70"></i><i class="w-90 thin"></i><i class="block"></i><i class="w-40 thin"></i><i class="w-60 gap"></i><i class="w-80 thin"></i>
  </div>`;
}
