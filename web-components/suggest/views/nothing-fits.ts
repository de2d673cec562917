import { html, nothing, type TemplateResult } from 'lit';
import type { AbstentionReason } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import type { Strings } from '../strings/strings.ts';
import { searchIcon } from './icons.ts';
import type { Panel } from './panel.ts';

/** What stands where no suggestion does: one sentence, the reason, and the ways on. */
export function nothingFits(panel: Panel): TemplateResult {
  const { strings, controller } = panel;
  const away = controller.allPutAway;
  const reason = controller.noneFit ? strings.noneFitThanks : reasonText(controller.reason, strings);
  return html`<div class="empty" part="empty">
    <h3>${away ? strings.allPutAway : strings.noAnswer}</h3>
    ${away ? nothing : html`<p>${reason}</p>`}
    <div class="actions">
      ${away ? html`<button @click=${() => panel.showAll()}>${strings.showAgain}</button>` : nothing}
      <button class=${away ? '' : 'main'} @click=${() => panel.openSearch()}>${searchIcon}${strings.search}</button>
      ${controller.input.keep === false ? nothing : html`<button @click=${() => panel.answerThenSave()}>${strings.answerThenSave}</button>`}
    </div>
    ${away || controller.noneFit ? nothing : html`<details><summary>${strings.why}</summary><p>${score(panel)}</p></details>`}
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
